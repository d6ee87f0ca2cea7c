/**
 * What an event is, in one word: rrweb's event type, for incremental events its source, for plugin events the
 * plugin. Source of the numbers: rrweb-io/rrweb `packages/types/src/index.ts`.
 */
export const EVENT_KINDS = [
  'domContentLoaded',
  'load',
  'fullSnapshot',
  'meta',
  'custom',
  'console',
  'network',
  'plugin',
  'mutation',
  'mouseMove',
  'mouseInteraction',
  'scroll',
  'viewportResize',
  'input',
  'touchMove',
  'mediaInteraction',
  'styleSheetRule',
  'canvasMutation',
  'font',
  'log',
  'drag',
  'styleDeclaration',
  'selection',
  'adoptedStyleSheet',
  'customElement',
  'unknown',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

const KIND_BY_TYPE: Readonly<Record<number, EventKind>> = {
  0: 'domContentLoaded',
  1: 'load',
  2: 'fullSnapshot',
  4: 'meta',
  5: 'custom',
  6: 'plugin',
};

const KIND_BY_SOURCE: readonly EventKind[] = [
  'mutation',
  'mouseMove',
  'mouseInteraction',
  'scroll',
  'viewportResize',
  'input',
  'touchMove',
  'mediaInteraction',
  'styleSheetRule',
  'canvasMutation',
  'font',
  'log',
  'drag',
  'styleDeclaration',
  'selection',
  'adoptedStyleSheet',
  'customElement',
];

const KIND_BY_PLUGIN: Readonly<Record<string, EventKind>> = {
  'rrweb/console@1': 'console',
  'rrweb/network@1': 'network',
};

/** Kinds that count as somebody doing something (PostHog/posthog: common/replay-shared/src/segmenter.ts). */
const ACTIVE_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'fullSnapshot',
  'meta',
  'mouseMove',
  'mouseInteraction',
  'scroll',
  'viewportResize',
  'input',
  'touchMove',
  'mediaInteraction',
  'drag',
]);

/** Kinds that change the replayed page; all others never reach the replay core. */
const VISIBLE_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'fullSnapshot',
  'mutation',
  'mouseMove',
  'mouseInteraction',
  'scroll',
  'viewportResize',
  'input',
  'touchMove',
  'mediaInteraction',
  'styleSheetRule',
  'canvasMutation',
  'font',
  'drag',
  'styleDeclaration',
  'selection',
  'adoptedStyleSheet',
  'customElement',
]);

export function kindOf(type: number, data: Readonly<Record<string, unknown>>): EventKind {
  if (type === 3) return KIND_BY_SOURCE[Number(data['source'])] ?? 'unknown';
  if (type === 6) return KIND_BY_PLUGIN[String(data['plugin'])] ?? 'plugin';
  return KIND_BY_TYPE[type] ?? 'unknown';
}

export function isActiveKind(kind: EventKind): boolean {
  return ACTIVE_KINDS.has(kind);
}

export function isVisibleKind(kind: EventKind): boolean {
  return VISIBLE_KINDS.has(kind);
}
