import { readMaskingRules } from '../derive/masking-rules.ts';
import type { MaskingRules, PageVisit, Viewport } from '../recording.ts';
import type { EventKind } from './event-kind.ts';

/** What a page that is built without any recorded size gets. */
const DEFAULT_SIZE = { width: 1280, height: 720 };

/** An event as it was parsed: nothing about it is certain but these three. */
export interface ParsedEvent {
  readonly type: number;
  readonly timestamp: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The few facts of a session that are needed at any moment: sizes, addresses, masking rules, by window. */
export class SessionFacts {
  #viewports: Viewport[] = [];
  #pages: PageVisit[] = [];
  #maskingRules: MaskingRules[] = [];

  get viewports(): readonly Viewport[] {
    return sortByTime(this.#viewports);
  }

  get pages(): readonly PageVisit[] {
    return sortByTime(this.#pages);
  }

  get maskingRules(): readonly MaskingRules[] {
    return sortByTime(this.#maskingRules);
  }

  note(event: ParsedEvent, kind: EventKind, windowId: string): void {
    const { timestamp, data } = event;
    if (kind === 'meta' || kind === 'viewportResize') {
      const { width, height } = data;
      if (isLength(width) && isLength(height)) this.#viewports.push({ windowId, timestamp, width, height });
    }
    const payload = data['payload'];
    const href = kind === 'meta' ? data['href'] : property(payload, 'href');
    if (typeof href === 'string' && href !== '') this.#pages.push({ windowId, timestamp, href });
    if (kind === 'custom' && data['tag'] === '$session_options') {
      this.#maskingRules.push(
        readMaskingRules(property(payload, 'sessionRecordingOptions'), windowId, timestamp),
      );
    }
  }

  /** The window's size at a moment: the latest before it, else the next after it, else a usual one. */
  sizeAt(windowId: string, timestamp: number): { width: number; height: number } {
    const own = this.viewports.filter((viewport) => viewport.windowId === windowId);
    const { width, height } =
      own.findLast((viewport) => viewport.timestamp <= timestamp) ?? own[0] ?? DEFAULT_SIZE;
    return { width, height };
  }

  hrefAt(windowId: string, timestamp: number): string {
    const own = this.pages.filter((page) => page.windowId === windowId);
    return (own.findLast((page) => page.timestamp <= timestamp) ?? own[0])?.href ?? '';
  }
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value);
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function sortByTime<T extends { readonly timestamp: number }>(items: T[]): T[] {
  return items.sort((a, b) => a.timestamp - b.timestamp);
}
