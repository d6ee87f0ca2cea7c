import type { TranscriptDetail } from '../../core/transcript/transcript.ts';

/** A session in words. */
export interface TranscriptLocale {
  /** What it is called. @param id of the session; empty where it has none */
  readonly heading: (id: string) => string;
  /** When the session was, and how long. @param startedAt an ISO date in UTC @param duration seconds */
  readonly about: (startedAt: string, duration: number) => string;
  readonly end: string;
  /** Of the panel. */
  readonly transcript: string;
  /** In words; when a text was on the page. */
  readonly views: Readonly<Record<'words' | 'page', string>>;
  readonly detail: string;
  readonly details: Readonly<Record<TranscriptDetail, string>>;
  readonly nothing: string;
  /** Of the words. */
  readonly search: string;
  readonly lines: (count: number) => string;
  /** Of the places where what is searched for stands. @param at the one that was gone to last, from 1; 0 for none */
  readonly matches: (at: number, count: number) => string;
  readonly previousMatch: string;
  readonly nextMatch: string;
  /** Also tells what was on the page. */
  readonly seen: string;
  readonly seenHint: string;
  /** Text of the page, through time. */
  readonly searchPage: string;
  readonly pageHint: string;
  readonly stretches: (count: number) => string;
  readonly foundAt: (text: string) => string;
  readonly previousStretch: string;
  readonly nextStretch: string;
  readonly neverSeen: (text: string) => string;
}
