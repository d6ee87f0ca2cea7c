/** How large a page is shown: all of it, as wide as the stage, or in its own pixels. */
export type StageSize = 'fit' | 'width' | 'actual';

/** What of a page is in view, and how large. */
export interface StageView {
  readonly size: StageSize;
  /** So many times as large as `size` says. */
  readonly zoom: number;
  /** How far the middle of the page is from that of the stage, in CSS pixels. */
  readonly x: number;
  readonly y: number;
}

/** Width and height. Of a stage in CSS pixels, of a page in its own. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST_ZOOM = 8;

/** A size, beginning with the top of the page. */
export function viewOf(size: StageSize): StageView {
  return { size, zoom: 1, x: 0, y: size === 'fit' ? 0 : Infinity };
}

/** Nothing of the page can be out of view. */
export function isWhole({ size, zoom }: StageView): boolean {
  return size === 'fit' && zoom === 1;
}

export function scaleOf({ size, zoom }: StageView, stage: Size, page: Size): number {
  const wide = stage.width / page.width;
  const base = { fit: Math.min(wide, stage.height / page.height), width: wide, actual: 1 }[size];
  return base * zoom;
}

/** The same view without going past the edges of the page; what is smaller than the stage stays in its middle. */
export function withinPage(view: StageView, stage: Size, page: Size): StageView {
  const scale = scaleOf(view, stage, page);
  const within = (at: number, shown: number, room: number) => {
    const most = Math.max(0, (shown - room) / 2);
    return Math.min(Math.max(at, -most), most);
  };
  return {
    ...view,
    x: within(view.x, page.width * scale, stage.width),
    y: within(view.y, page.height * scale, stage.height),
  };
}

/** Larger by a factor, with a point of the stage, in CSS pixels from its middle, staying where it is. */
export function zoomedAt(
  view: StageView,
  by: number,
  point: { readonly x: number; readonly y: number },
): StageView {
  const zoom = Math.min(Math.max(view.zoom * by, 1), MOST_ZOOM);
  const times = zoom / view.zoom;
  return { ...view, zoom, x: point.x + (view.x - point.x) * times, y: point.y + (view.y - point.y) * times };
}
