import type { MaskKind } from '../rrweb/mask-traces.ts';
import type { RequestDetail } from './requests/request.ts';
import type { SignalDetail } from './signals/signal.ts';

/**
 * What happened in a session, one thing an entry. Plain data: it passes to other threads and into files as it is. Texts
 * in it are what was recorded; nothing that the recorder masked is in it.
 */

/** What was acted on, as a person would name it. */
export interface EntryTarget {
  /** Accessible name, else a short text in it; empty where it has none, or where that is masked. */
  readonly name: string;
  /** ARIA role, such as `button`; the tag where it has none. */
  readonly role: string;
  /** A short CSS selector of it, on its page. */
  readonly selector: string;
  /** The number rrweb gave its node. */
  readonly nodeId: number;
}

/** What is known of an entry besides, by its kind. Lengths of time are seconds, lengths on the page CSS pixels. */
export interface EntryDetails {
  readonly page: {
    readonly href: string;
    readonly title: string;
    /** How it came: a page was loaded, or a script put another address in place. */
    readonly by: 'load' | 'script';
  };
  readonly click: {
    readonly button: 'left' | 'double' | 'right' | 'touch';
    /** In the viewport. */
    readonly x: number;
    readonly y: number;
  };
  /** One burst of typing, or one choice. */
  readonly input: {
    /** Of the control: `text`, `checkbox`, `select`, `textarea`, … */
    readonly type: string;
    readonly masked: boolean;
    /** What stood in it at the end; null where it was masked. */
    readonly value: string | null;
    /** Of a checkbox or radio button; null for others. */
    readonly checked: boolean | null;
    /** So many times it changed. */
    readonly changes: number;
  };
  readonly scroll: {
    readonly x: number;
    readonly y: number;
    /** How far it went altogether, there and back. */
    readonly distance: number;
  };
  readonly resize: { readonly width: number; readonly height: number };
  /** Another window of the session is in use. */
  readonly window: { readonly from: string };
  readonly visibility: { readonly visible: boolean };
  readonly connection: { readonly online: boolean };
  readonly console: ConsoleDetail;
  readonly request: RequestDetail;
  readonly error: {
    /** Such as `TypeError`; empty where it is not known. */
    readonly name: string;
    readonly message: string;
    readonly stack: readonly string[];
    /** What told of it: PostHog's `$exception`, or a line of the console. */
    readonly by: 'exception' | 'console';
  };
  readonly custom: { readonly tag: string; readonly payload: unknown };
  readonly annotation: { readonly caption: string; readonly data: unknown };
  readonly selection: { readonly text: string };
  readonly dialog: { readonly what: 'dialog' | 'popover' | 'fullscreen'; readonly opened: boolean };
  /** Something that is hidden came on the page. */
  readonly hidden: { readonly mask: MaskKind };
  readonly idle: { readonly seconds: number };
  readonly signal: SignalDetail;
}

/** One line of the console. */
export interface ConsoleDetail {
  /** The console's method: `log`, `warn`, `error`, `debug`, `table`, `assert`, … */
  readonly method: string;
  /** What was logged, as far as it could be read; what could not be is the text that was recorded. */
  readonly values: readonly unknown[];
  /** The values as one text, `%s`, `%d`, `%o` and `%c` carried out. */
  readonly text: string;
  readonly stack: readonly string[];
  /** The recorder cut it. */
  readonly truncated: boolean;
  /** True where it is of no shape that is known: `values` holds what was recorded, as it was. */
  readonly unknown: boolean;
}

export type EntryKind = keyof EntryDetails;

/** In the order in which they are listed where they are listed. */
export const ENTRY_KINDS = [
  'page',
  'click',
  'input',
  'scroll',
  'resize',
  'window',
  'visibility',
  'connection',
  'console',
  'request',
  'error',
  'custom',
  'annotation',
  'selection',
  'dialog',
  'hidden',
  'idle',
  'signal',
] as const satisfies readonly EntryKind[];

export type EntryLevel = 'info' | 'warning' | 'error';

interface EntryOf<K extends EntryKind> {
  /** Always the same for the same recording, such as `click-12340`. */
  readonly id: string;
  readonly kind: K;
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** Seconds; of what lasts. */
  readonly end?: number;
  readonly windowId: string;
  readonly level?: EntryLevel;
  readonly target?: EntryTarget;
  readonly detail: EntryDetails[K];
}

/** An entry that has no words yet: what the core makes. With one kind, an entry of that kind. */
export type EntryNote<K extends EntryKind = EntryKind> = { [Kind in K]: EntryOf<Kind> }[K];

/** Something that happened in a session. */
export type ReplayEntry<K extends EntryKind = EntryKind> = EntryNote<K> & {
  /** What happened, in words. */
  readonly title: string;
};

/** Which entries are wanted; all of them by default. */
export interface EntryFilter {
  readonly kinds?: readonly EntryKind[];
  /** Of any level by default; what has none is `info`. */
  readonly levels?: readonly EntryLevel[];
  /** Seconds from the start of the recording, included. */
  readonly from?: number;
  /** Seconds from the start of the recording, excluded. */
  readonly to?: number;
  readonly windowId?: string;
  /** Words that all occur in what was recorded of an entry, or in the name of its kind, in either case. */
  readonly search?: string;
}

/** Which part of the list of wanted entries. */
export interface EntryQuery extends EntryFilter {
  /** So many at most; 100 by default. */
  readonly limit?: number;
  /** The `next` of the answer before this one. */
  readonly after?: string;
  /** Place of the first in the list of wanted entries, from 0; counts where there is no `after`. */
  readonly offset?: number;
}
