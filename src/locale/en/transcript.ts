import type { TranscriptLocale } from '../words/transcript.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const transcript: TranscriptLocale = {
  heading: (id) => (id === '' ? 'Session' : `Session ${id}`),
  about: (startedAt, length) => `Recorded at ${startedAt}, ${duration(Math.round(length))} long.`,
  end: 'the recording ends',
  transcript: 'Transcript',
  views: { words: 'In words', page: 'Text on the page' },
  detail: 'Level of detail',
  details: { brief: 'Brief', normal: 'Normal', full: 'Everything' },
  nothing: 'There is nothing to tell at this level of detail.',
  search: 'Search the transcript',
  lines: counted('line', 'lines'),
  matches: (at, count) => (at > 0 ? `${number(at)} of ${number(count)}` : counted('match', 'matches')(count)),
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  seen: 'With what was seen',
  seenHint: 'Copies and files also tell what was on the page at each page, click and error. Not in WebVTT.',
  searchPage: 'Search the page',
  pageHint: 'Finds when a text was on the page, also outside of what was in view.',
  foundAt: (text) => `On the page: “${text}”`,
  stretches: counted('stretch of time', 'stretches of time'),
  previousStretch: 'Previous stretch of time',
  nextStretch: 'Next stretch of time',
  neverSeen: (text) => `“${text}” was never on the page.`,
};
