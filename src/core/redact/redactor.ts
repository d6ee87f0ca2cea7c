import { EventType } from '@rrweb/types';
import type { Fields } from '../json.ts';
import { isInStyle } from '../rrweb/tree-node.ts';
import type { SessionEvent } from '../recording.ts';
import { copyEvent } from '../hide/copy-event.ts';
import { RangeCutter } from './cut-range.ts';
import type { Steps } from '../text/steps.ts';
import { editStrings } from './event-strings.ts';
import { FollowedPages } from '../hide/followed-page.ts';
import type { HiddenPages } from './hidden-pages.ts';
import type { KeptRange } from './kept-range.ts';
import { hideEvents } from './hide-events.ts';
import { type FieldLookup, maskFields, type MaskedFields } from './masked-fields.ts';
import { maskSpans } from './mask-spans.ts';
import { markRemovals } from './removal-marks.ts';
import type { RedactKind, RuleRef } from './rules.ts';
import { takeOutKinds } from './take-out-kinds.ts';
import type { Tally } from './tally.ts';
import type { Traces } from './traces.ts';
import type { TextFinder } from '../text/text-finder.ts';
import type { TextMasker } from './text-masker.ts';

/** All that is known of what is to be removed from a session. */
export interface KnownRules {
  readonly hidden: HiddenPages;
  readonly finder: TextFinder<RuleRef>;
  readonly masker: TextMasker;
  readonly kinds: ReadonlySet<RedactKind>;
  readonly maskedFields: MaskedFields;
  readonly traces: Traces;
  /** Null when all is kept. */
  readonly range: KeptRange | null;
  readonly tally: Tally;
}

/** What is left of the events of a session; null where others can have the thread. */
export function* redactEvents(
  source: Iterable<SessionEvent>,
  known: KnownRules,
): Generator<SessionEvent | null> {
  const redactor = new Redactor(known);
  const cutter = known.range && new RangeCutter(known.range, () => known.tally.cutOff());
  for (const given of hideEvents(source, known.hidden)) {
    const left = yield* redactor.redact(given);
    if (left && cutter) yield* cutter.cut(left);
    else if (left) yield left;
  }
  if (cutter) yield* cutter.end();
}

class Redactor {
  readonly #known: KnownRules;
  /** How many pages each window has had. */
  readonly #pageCounts = new Map<string, number>();
  readonly #pages = new FollowedPages();

  constructor(known: KnownRules) {
    this.#known = known;
  }

  /** Finds fields on the page that an event happens on, or brings. */
  #fieldsOn(windowId: string, { type }: Fields): FieldLookup {
    const page = (this.#pageCounts.get(windowId) ?? 0) + (type === EventType.FullSnapshot ? 1 : 0);
    this.#pageCounts.set(windowId, page);
    return (id) => this.#known.maskedFields.on(windowId, page, id);
  }

  /** Null when nothing of the event is left. */
  *redact({ windowId, event: given }: SessionEvent): Steps<SessionEvent | null> {
    const { finder, masker, kinds, maskedFields, traces, tally } = this.#known;
    const event = copyEvent(given);
    if (!takeOutKinds(event, kinds, (kind) => tally.tookOut(kind))) return null;
    if (maskedFields.isWanted) {
      const fields = maskFields(event, this.#fieldsOn(windowId, event));
      if (fields.size > 0) tally.maskedFields(Array.from(fields, (field) => maskedFields.ruleOf(field)));
    }
    if (!finder.isNeeded && !maskedFields.isWanted) return { windowId, event };
    const page = this.#pages.of(windowId);
    // The page takes its events over.
    const change = page.follow(copyEvent(given));
    const { tree } = page;
    traces.mask(event, windowId, (rules) => tally.maskedText(rules, 'text'));
    const edited = yield* editStrings(event, {
      edit: (text, kind, place) => masker.edit(text, kind, place),
      editNumber: (number, kind, place) => masker.editNumber(number, kind, place),
      isInStyle: (id) => isInStyle(tree?.find(id)),
    });
    if (change) maskSpans(edited, change, finder, (rule) => tally.maskedText([rule], 'text'));
    markRemovals(given, edited, tree, {
      isTypedInto: (id) => traces.isTypedInto(windowId, id),
      isMasked: (id) => traces.isMasked(windowId, id),
    });
    return { windowId, event: edited };
  }
}
