import { EventType } from '@rrweb/types';
import { FULL_SCREEN_TAG, STATE_TAG } from './custom-tags.ts';

/** What the rest of the pipeline asks of a kind of event. */
interface KindTraits {
  /** It counts as somebody doing something (PostHog/posthog: common/replay-shared/src/segmenter.ts). */
  readonly isActive?: boolean;
  /** It changes the replayed page; all others never reach the replay core. */
  readonly isVisible?: boolean;
}

const SEEN = { isVisible: true } as const;
const DONE = { isActive: true, isVisible: true } as const;

/** Incremental events in the order of their `source`. */
const INCREMENTAL = {
  mutation: SEEN,
  mouseMove: DONE,
  mouseInteraction: DONE,
  scroll: DONE,
  viewportResize: DONE,
  input: DONE,
  touchMove: DONE,
  mediaInteraction: DONE,
  styleSheetRule: SEEN,
  canvasMutation: SEEN,
  font: SEEN,
  log: {},
  drag: DONE,
  styleDeclaration: SEEN,
  selection: SEEN,
  adoptedStyleSheet: SEEN,
  customElement: SEEN,
} as const satisfies Readonly<Record<string, KindTraits>>;

/** All others; the first nine in the order of their `type`, with incremental events where `unknown` stands. */
const TOP_LEVEL = {
  domContentLoaded: {},
  load: {},
  fullSnapshot: DONE,
  unknown: {},
  meta: { isActive: true },
  custom: {},
  plugin: {},
  asset: {},
  annotation: {},
  console: {},
  network: {},
  fullScreen: SEEN,
  pageState: SEEN,
} as const satisfies Readonly<Record<string, KindTraits>>;

const KINDS = { ...TOP_LEVEL, ...INCREMENTAL };

/**
 * What an event is, in one word: rrweb's event type, or the source of an incremental event, or the plugin of a
 * plugin event.
 */
export type EventKind = keyof typeof KINDS;

export const EVENT_KINDS = Object.keys(KINDS) as EventKind[];

/** The type of notes in a recording, which rrweb has since 2.2. */
const ANNOTATION = 8;

const BY_TYPE = Object.keys(TOP_LEVEL) as EventKind[];
const BY_SOURCE = Object.keys(INCREMENTAL) as EventKind[];

const BY_PLUGIN: ReadonlyMap<unknown, EventKind> = new Map([
  ['rrweb/console@1', 'console'],
  ['rrweb/network@1', 'network'],
]);

export function kindOf(type: number, data: Readonly<Record<string, unknown>>): EventKind {
  if (type === EventType.IncrementalSnapshot) return BY_SOURCE[Number(plain(data['source']))] ?? 'unknown';
  if (type === EventType.Custom && data['tag'] === FULL_SCREEN_TAG) return 'fullScreen';
  if (type === EventType.Custom && data['tag'] === STATE_TAG) return 'pageState';
  if (type === EventType.Plugin) return BY_PLUGIN.get(plain(data['plugin'])) ?? 'plugin';
  return type <= ANNOTATION ? (BY_TYPE[type] ?? 'unknown') : 'unknown';
}

/** Objects are neither: what they say of themselves, `{"valueOf": 1}`, makes reading them as one fail. */
function plain(value: unknown): unknown {
  return typeof value === 'object' ? undefined : value;
}

export function isActiveKind(kind: EventKind): boolean {
  const { isActive = false }: KindTraits = KINDS[kind];
  return isActive;
}

export function isVisibleKind(kind: EventKind): boolean {
  const { isVisible = false }: KindTraits = KINDS[kind];
  return isVisible;
}
