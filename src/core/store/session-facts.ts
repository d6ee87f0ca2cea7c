import { EventType } from '@rrweb/types';
import { OwnAddresses } from '../block-assets/own-addresses.ts';
import { readMaskingRules } from './masking-rules.ts';
import type { ParsedEvent } from '../repair/web-event.ts';
import { type Fact, FactList } from './fact-list.ts';
import type { MaskingRules, PageVisit, ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';

/** What a page that is built without any recorded size gets. */
const DEFAULT_SIZE = { width: 1280, height: 720 };

/** Nobody reads a longer list. */
const MAX_PAGES = 1000;

/** CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of a window's viewport from a moment on. */
interface Viewport extends Fact, Size {
  /** It was told before a page, by a Meta event. */
  readonly begins: boolean;
}

/** Since when the page that begins at a moment has been there, as a copy of it tells. */
interface PageAge extends Fact {
  readonly since: number;
}

/** How the first nodes of a page are numbered from a moment on. */
interface Numbering extends Fact {
  readonly numbers: string;
}

/** What a page is called from a moment on. */
interface PageAddress extends Fact {
  readonly href: string;
  /** True where a page, or the next snapshot of it, begins. */
  readonly begins: boolean;
}

/** A page between a Meta and the next. */
interface AddressedPage {
  /** Unix milliseconds. */
  readonly from: number;
  readonly addresses: OwnAddresses;
}

/** The few facts of a session that are needed at any moment: sizes, addresses, masking rules, by window. */
export class SessionFacts {
  readonly #viewports = new FactList<Viewport>();
  readonly #pages = new FactList<PageVisit>();
  readonly #maskingRules = new FactList<MaskingRules>();
  readonly #numberings = new FactList<Numbering>();
  readonly #addresses = new FactList<PageAddress>();
  readonly #ages = new FactList<PageAge>();
  readonly #lastHrefs = new Map<string, string>();
  /** What pages call themselves, by what a window's events have told of it: it is asked for with every read. */
  readonly #addressed = new WeakMap<readonly PageAddress[], readonly AddressedPage[]>();

  get pages(): readonly PageVisit[] {
    return this.#pages.byTime;
  }

  get maskingRules(): readonly MaskingRules[] {
    return this.#maskingRules.byTime;
  }

  note(event: ParsedEvent, kind: EventKind, windowId: string): void {
    const { timestamp, data } = event;
    if (kind === 'meta' || kind === 'viewportResize') {
      const { width, height } = data;
      if (isLength(width) && isLength(height))
        this.#viewports.add({ windowId, timestamp, width, height, begins: kind === 'meta' });
    }
    const payload = data['payload'];
    const since = kind === 'pageState' ? property(property(payload, 'times'), 'page') : null;
    if (typeof since === 'number') this.#ages.add({ windowId, timestamp, since });
    const href = kind === 'meta' ? data['href'] : property(payload, 'href');
    if (typeof href === 'string' && href !== '') {
      this.#pages.add({ windowId, timestamp, href });
      this.#addresses.add({ windowId, timestamp, href, begins: kind === 'meta' });
      this.#lastHrefs.set(windowId, href);
    }
    if (kind === 'custom' && data['tag'] === '$session_options') {
      const options = property(payload, 'sessionRecordingOptions');
      this.#maskingRules.add(readMaskingRules(options, windowId, timestamp));
    }
  }

  /** @param numbers of the first nodes of a full snapshot */
  noteNumbers(windowId: string, timestamp: number, numbers: string): void {
    this.#numberings.add({ windowId, timestamp, numbers });
  }

  /** The size of a device's screen, where it is news: nothing was known, or the device was turned. */
  noteScreen(windowId: string, timestamp: number, size: Size): void {
    const known = this.#viewports.nearest(windowId, timestamp);
    if (!known || known.width > known.height !== size.width > size.height) {
      this.#viewports.add({ windowId, timestamp, ...size, begins: false });
    }
  }

  /** What a page's elements are relative to, where that is not its address. */
  noteBase(windowId: string, timestamp: number, href: string): void {
    this.#addresses.add({ windowId, timestamp, href, begins: false });
  }

  /** The address that a window's events have told last; empty before one has. */
  lastHrefOf(windowId: string): string {
    return this.#lastHrefs.get(windowId) ?? '';
  }

  absorb(other: SessionFacts): void {
    this.#addresses.absorb(other.#addresses);
    this.#ages.absorb(other.#ages);
    this.#viewports.absorb(other.#viewports);
    this.#pages.absorb(other.#pages);
    this.#maskingRules.absorb(other.#maskingRules);
    this.#numberings.absorb(other.#numberings);
  }

  /** @param happened when the events of a time happened, where that differs from what they say */
  retime(happened: ReadonlyMap<number, number>): void {
    this.#viewports.retime(happened);
    this.#pages.retime(happened);
    this.#addresses.retime(happened);
    this.#ages.retime(happened);
    this.#maskingRules.retime(happened);
    this.#numberings.retime(happened);
  }

  /** Leaves out the size and the address that a window's event of a moment told. */
  forgetPage(windowId: string, timestamp: number): void {
    this.#viewports.forget(windowId, timestamp);
    this.#pages.forget(windowId, timestamp);
    this.#addresses.forget(windowId, timestamp);
  }

  /** False when all full snapshots of a window are of one page, as far as numbers of nodes tell. */
  hasSeveralPages(windowId: string): boolean {
    const own = this.#numberings.of(windowId);
    return own.some(({ numbers }) => numbers !== own[0]?.numbers);
  }

  /** How the first nodes of a full snapshot are numbered. */
  numbersAt(windowId: string, timestamp: number): string {
    return this.#numberings.nearest(windowId, timestamp)?.numbers ?? '';
  }

  /**
   * The window's size at a moment: the latest before it, else the next after it, else a usual one.
   *
   * @param pageAt when the page began that is there; a Meta event behind that is of a recorder in one of its frames
   */
  sizeAt(windowId: string, timestamp: number, pageAt = timestamp): Size {
    const isOfPage = ({ begins, ...fact }: Viewport) => !begins || fact.timestamp <= pageAt;
    const { width, height } = this.#viewports.nearest(windowId, timestamp, isOfPage) ?? DEFAULT_SIZE;
    return { width, height };
  }

  /** The pages of a window, each once in a row. */
  pagesOf(windowId: string): readonly PageVisit[] {
    const own = this.#pages.of(windowId);
    return own.filter((page, i) => page.href !== own[i - 1]?.href).slice(0, MAX_PAGES);
  }

  hrefAt(windowId: string, timestamp: number): string {
    return this.#pages.nearest(windowId, timestamp)?.href ?? '';
  }

  /**
   * All that a page calls itself between the Meta before a moment and the next one: the address changes without a new
   * page when a script says so, and what a recorder tells of it can come late.
   */
  addressesOf(windowId: string, timestamp: number): OwnAddresses {
    const own = this.#addresses.of(windowId);
    const pages = this.#addressed.get(own) ?? pagesIn(own);
    this.#addressed.set(own, pages);
    const page = pages.findLast(({ from }) => from <= timestamp) ?? pages[0];
    return page?.addresses ?? OwnAddresses.NONE;
  }

  /** Since when a window has been at the address of a moment. Unix milliseconds. */
  hrefSince(windowId: string, timestamp: number): number {
    const before = this.#pages.of(windowId).filter((page) => page.timestamp <= timestamp);
    const other = before.findLastIndex(({ href }) => href !== before.at(-1)?.href);
    const since = before[other + 1]?.timestamp ?? timestamp;
    return this.#ages.of(windowId).find((age) => age.timestamp === since)?.since ?? since;
  }

  /** True when a recorder has told its settings, as it does when it starts, after a moment and until another. */
  isStart(windowId: string, from: number, to: number): boolean {
    const isBetween = ({ timestamp }: Fact) => timestamp > from && timestamp <= to;
    return this.maskingRules.some((rules) => rules.windowId === windowId && isBetween(rules));
  }

  /** A snapshot needs its Meta just before it: recorders leave it out when a page's address is to stay private. */
  metaAt(windowId: string, timestamp: number, pageAt = timestamp): ReplayEvent {
    const size = this.sizeAt(windowId, timestamp, pageAt);
    return {
      type: EventType.Meta,
      timestamp,
      data: { href: this.hrefAt(windowId, timestamp), ...size },
    };
  }
}

/** @param addresses of one window, by time */
function pagesIn(addresses: readonly PageAddress[]): readonly AddressedPage[] {
  const pages: { from: number; hrefs: Set<string> }[] = [];
  for (const { begins, timestamp, href } of addresses) {
    const page = pages.at(-1);
    if (page && !begins) page.hrefs.add(href);
    else pages.push({ from: timestamp, hrefs: new Set([href]) });
  }
  return pages.map(({ from, hrefs }) => ({ from, addresses: new OwnAddresses([...hrefs]) }));
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value);
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
