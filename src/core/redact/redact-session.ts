import type { Session, SessionEvent } from '../recording.ts';
import { runInSlices, type TimeSlicer } from '../time-slicer.ts';
import { ContentCollector } from './content-collector.ts';
import { HiddenPages } from './hidden-pages.ts';
import { keptRange } from './kept-range.ts';
import { MaskedFields } from './masked-fields.ts';
import { PickedElements } from './picked-elements.ts';
import { collectPerson, maskPerson } from './redact-person.ts';
import type { Steps } from '../text/steps.ts';
import { redactEvents } from './redactor.ts';
import { checkRules, findingRef, type RedactionSummary, type RuleRef, type WantedRules } from './rules.ts';
import { compileSelector } from '../hide/selector.ts';
import { SoughtTexts } from '../text/sought-texts.ts';
import { SheetContents } from './sheet-contents.ts';
import { Tally } from './tally.ts';
import { TextFinder } from '../text/text-finder.ts';
import { TextMasker } from './text-masker.ts';
import { patternsOf } from './text-patterns.ts';
import { Traces } from './traces.ts';

/** A session without what was to be removed. */
export interface RedactedSession extends Omit<Session, 'moments' | 'events'> {
  /** What was removed, once its events have been gone through; each time through is counted. */
  summary(): RedactionSummary;
  /** Null where others can have the thread. */
  events(): Iterable<SessionEvent | null>;
  /** A text that goes along with the session, without what was to be removed. */
  maskText(text: string): Promise<string>;
}

/**
 * A session without what the rules name. What is removed is not there any more,
 * neither where it was nor anywhere else: it is looked for in all texts, whatever they are encoded in.
 *
 * Of hidden elements that is every text of four characters or more but for the commonest words of data, and the
 * numbers and addresses within it. Single words and numbers of up to five digits are found where they stand by
 * themselves, and stay in names of classes and in style sheets when they are all in lower case. What was named is
 * found everywhere.
 *
 * What is masked keeps its shape, as when the recorder masks it.
 *
 * @throws TypeError for rules that cannot be meant
 * @throws the signal's reason when it is aborted
 */
export async function redactSession(
  session: Session,
  rules: WantedRules,
  slicer: TimeSlicer,
  signal?: AbortSignal,
): Promise<RedactedSession> {
  checkRules(rules);
  const selectors = (rules.selectors ?? []).map((selector, index) => ({
    ...compileSelector(selector),
    ref: { rule: 'selectors', index } as const,
  }));
  const tally = new Tally(rules);
  const sought = new SoughtTexts<RuleRef>();
  const finder = new TextFinder(sought, patternsOf(rules));
  const masker = new TextMasker(finder, tally);
  const kinds = new Set(rules.kinds);
  const [{ timestamp: startAt } = { timestamp: 0 }] = session.moments();
  const inSlices = <T>(steps: Steps<T>) => runInSlices(steps, slicer, signal);
  const goThrough = async (look: (given: SessionEvent) => Steps<void> | void) => {
    for (const given of session.events()) {
      const steps = look(given);
      if (steps) await inSlices(steps);
      await slicer.checkpoint();
      signal?.throwIfAborted();
    }
  };
  const maskText = (text: string) => inSlices(masker.edit(text, 'content', 'other'));

  for (const [index, text] of (rules.strings ?? []).entries())
    sought.addNamed(text, { rule: 'strings', index });
  for (const [i, { strings, words }] of (rules.findings ?? []).entries()) {
    for (const text of strings) sought.addNamed(text, findingRef(rules, i));
    for (const word of words) sought.addTyped(word, findingRef(rules, i));
  }
  if (kinds.has('person')) collectPerson(session.person, sought, { rule: 'kinds', index: 0 });
  const maskedFields = new MaskedFields(rules);
  if (maskedFields.isWanted) {
    await goThrough((given) => maskedFields.look(given));
    maskedFields.collect(sought);
  }
  const picked = new PickedElements(rules.elements ?? [], startAt);
  if (rules.elements && rules.elements.length > 0) await goThrough((given) => picked.look(given));
  picked.end();
  const hidden = new HiddenPages(selectors, picked.found, (ref) => tally.hidElement(ref));
  if (hidden.isNeeded) await goThrough((given) => hidden.look(given));
  if (hidden.isAny) {
    const sheets = new SheetContents(hidden);
    await goThrough((given) => sheets.look(given));
    sheets.collect(sought);
  }
  // What is hidden from a page's beginning on may become known at its end: only now all that is in it can be noted.
  const collector = new ContentCollector(hidden, sought, finder);
  if (hidden.isAny || finder.hasPatterns) await goThrough((given) => collector.look(given));
  // All that is looked for is known now: what grew into it, and what it is spread over.
  const traces = new Traces(finder);
  if (finder.isNeeded) await goThrough((given) => traces.look(given));

  const range = rules.range ? keptRange(rules.range, () => session.moments()) : null;
  if (kinds.has('person') && session.person !== null) tally.tookOut('person');
  const known = { hidden, finder, masker, kinds, maskedFields, traces, range, tally };
  return {
    id: await maskText(session.id),
    person: kinds.has('person') ? null : await inSlices(maskPerson(session.person, masker)),
    // Windows are numbered anew when one of them has a number that is removed.
    windowIds: await Promise.all(session.windowIds.map(maskText)),
    events: () => redactEvents(session.events(), known),
    summary: () => tally.summary(sought.skipped),
    maskText,
  };
}
