import type { Job } from '../job.ts';
import type { AnswerOf, QueryOf, QuestionName } from './questions.ts';

/** What recordings that were read are asked through: an engine, here or in a worker. */
export interface Answers {
  /** @throws ReplayError, and what the question throws */
  ask<N extends QuestionName>(
    name: N,
    recording: number,
    query: QueryOf<N>,
    job: Omit<Job, 'slicer'>,
  ): Promise<AnswerOf<N>>;
  /** Lets go of a recording. */
  close(recording: number): void;
}
