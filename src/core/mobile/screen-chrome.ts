import type { Fields } from '../json.ts';
import { cssWord, fullStyle } from './styles.ts';
import { readableOn } from './colors.ts';
import { SKELETON } from './document.ts';
import type { NodeIds } from './node-ids.ts';
import { element, text, type ElementNode } from './nodes.ts';
import { placeholder } from './placeholder.ts';
import { childWireframesOf, MAX_DEPTH, numberOf, styleOf, typeOf, type Wireframe } from './wireframe.ts';

/** The bars of the system, which are drawn above everything of the app. */
export interface Bars {
  readonly status?: Wireframe;
  readonly navigation?: Wireframe;
}

const KEYS = ['◀', '⚪', '⬜️'];

/** Finds the bars in a wireframe, wherever they are; the first of each kind counts. */
export function findBars(wireframe: Wireframe, depth = 0): Bars {
  const type = typeOf(wireframe);
  if (type === 'status_bar') return { status: wireframe };
  if (type === 'navigation_bar') return { navigation: wireframe };
  let bars: Bars = {};
  if (depth >= MAX_DEPTH) return bars;
  for (const child of childWireframesOf(wireframe)) bars = { ...findBars(child, depth + 1), ...bars };
  return bars;
}

/** The system's bars and keyboard. Source: PostHog/posthog: common/replay-shared/src/mobile/transformer/screen-chrome.ts */
export class ScreenChrome {
  /** Colours of the latest navigation bar: the keyboard takes them. */
  #barColors: Fields = {};

  constructor(readonly ids: NodeIds) {}

  /** The bar with the time of day on it, as the viewer's clock would have shown it. */
  statusBar(wireframe: Wireframe, timestamp: unknown): ElementNode {
    const { ids } = this;
    const style = fullStyle(wireframe, { color: readableOn(backgroundOf(wireframe)) });
    const spacer = element(ids.next(), 'div', { style: 'width: 5px;' });
    const clock = element(ids.next(), 'div', {}, [text(ids.next(), timeOfDay(timestamp))]);
    const attributes = { style: `${style}display:flex;flex-direction:row;align-items:center;` };
    return element(this.#idOf(wireframe, 'statusBar'), 'div', attributes, [spacer, clock]);
  }

  navigationBar(wireframe: Wireframe): ElementNode {
    const { ids } = this;
    const color = readableOn(backgroundOf(wireframe));
    this.#barColors = { backgroundColor: styleOf(wireframe)['backgroundColor'], color };
    const row = 'display:flex;flex-direction:row;align-items:center;justify-content:space-around;';
    const keys = KEYS.map((key) => element(ids.next(), 'div', {}, [text(ids.next(), key)]));
    const attributes = { style: fullStyle(wireframe, { color }) + row };
    return element(this.#idOf(wireframe, 'navigationBar'), 'div', attributes, keys);
  }

  /** A stand-in for the keyboard, at the bottom unless it says where it is. */
  keyboard(payload: Fields): ElementNode {
    const { width = '100vw', height, x, y } = payload;
    const isPlaced = (numberOf(x) ?? 0) > 0 || (numberOf(y) ?? 0) > 0;
    const wireframe = { width, height, x, y, isPinnedToBottom: !isPlaced, style: this.#barColors };
    return placeholder({ wireframe, id: SKELETON.keyboard, ids: this.ids }, 'keyboard');
  }

  #idOf(wireframe: Wireframe, bar: 'statusBar' | 'navigationBar'): number {
    const { id } = wireframe;
    return id === undefined || id === null ? SKELETON[bar] : this.ids.claim(id, SKELETON[`${bar}Parent`]);
  }
}

function backgroundOf(wireframe: Wireframe): string {
  return cssWord(styleOf(wireframe)['backgroundColor']) ?? '#ffffff';
}

function timeOfDay(timestamp: unknown): string {
  const date = new Date(numberOf(timestamp) ?? NaN);
  if (Number.isNaN(date.getTime())) return '';
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
