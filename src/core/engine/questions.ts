import { findAnnotations } from '../annotations/find-annotations.ts';
import { findChange } from '../changes/find-change.ts';
import type { Job } from '../job.ts';
import type { PageQuery, ReadQuery } from '../recording.ts';
import { recordedZone } from '../store/recorded-zone.ts';
import { readEvents } from '../store/read-events.ts';
import type { RecordingStore } from '../store/recording-store.ts';

/** Something that can be asked of a recording. */
export interface Question {
  readonly answer: (store: RecordingStore, query: never, job: Job) => unknown;
  /** Nobody waits for the answer: pages are prepared first, and its job gives way sooner. */
  readonly isPatient?: boolean;
  /** It can take long, and gives way sooner. */
  readonly isLong?: boolean;
  /** The query holds rules written by hand: a TypeError is about them, not about the recording. */
  readonly hasRules?: boolean;
}

type LateAnswers = typeof import('./late-answers.ts');

/**
 * An answer whose code is loaded, with that of all others like it, when the first of them is asked for: whoever only wants
 * to see a page does not wait for it. In a script that has all of it inside, it is not run before.
 */
function later<Given extends readonly unknown[], A>(choose: (code: LateAnswers) => (...given: Given) => A) {
  return async (...given: Given): Promise<Awaited<A>> =>
    await choose(await import('./late-answers.ts'))(...given);
}

/**
 * All questions. A new one is a function in a folder of its own and a line here: the worker's protocol, the engine
 * and the types of query and answer follow from this table.
 */
export const QUESTIONS = {
  page: { answer: (store: RecordingStore, query: PageQuery) => store.reader.page(query) },
  read: { answer: (store: RecordingStore, query: ReadQuery) => store.reader.read(query) },
  events: { answer: readEvents },
  change: { answer: findChange },
  scan: { answer: later(({ scanRecording }) => scanRecording) },
  copy: {
    answer: later(({ copyRecording }) => copyRecording),
    hasRules: true,
  },
  annotations: { answer: findAnnotations, isPatient: true },
  person: { answer: ({ description }: RecordingStore) => ({ person: description.person }) },
  timeZone: { answer: ({ description }: RecordingStore) => ({ timeZone: recordedZone(description.person) }) },
  hidden: {
    answer: later(({ findHidden }) => findHidden),
    isPatient: true,
  },
  unmatched: {
    answer: later(({ findUnmatched }) => findUnmatched),
    isPatient: true,
  },
  entries: { answer: later(({ findEntries }) => findEntries), isLong: true, hasRules: true },
  entryAt: { answer: later(({ entryAt }) => entryAt), isLong: true, hasRules: true },
  entryMarks: {
    answer: later(({ entryMarks }) => entryMarks),
    isPatient: true,
    hasRules: true,
  },
  seen: {
    answer: later(({ findSeen }) => findSeen),
    isLong: true,
    hasRules: true,
  },
  findText: {
    answer: later(({ findText }) => findText),
    isLong: true,
    hasRules: true,
  },
} as const satisfies Readonly<Record<string, Question>>;

export type QuestionName = keyof typeof QUESTIONS;

type AnswerFunction<N extends QuestionName> = (typeof QUESTIONS)[N]['answer'];
export type QueryOf<N extends QuestionName> = Parameters<AnswerFunction<N>>[1];
export type AnswerOf<N extends QuestionName> = Awaited<ReturnType<AnswerFunction<N>>>;

/** @throws whatever the question's function throws */
export async function answer<N extends QuestionName>(
  name: N,
  store: RecordingStore,
  query: QueryOf<N>,
  job: Job,
): Promise<AnswerOf<N>> {
  // A question's function and its query belong together, which TypeScript does not follow here.
  const { answer } = QUESTIONS[name] as { answer: (...given: unknown[]) => unknown };
  return (await answer(store, query, job)) as AnswerOf<N>;
}
