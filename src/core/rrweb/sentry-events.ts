import { asRecord, asText, type Fields } from '../json.ts';

/** Crumbs of what a page asked for; all others are lines of a log. */
const ASKED = /^(?:fetch|xhr|http|grpc|graphql)/i;

/**
 * What the data of a custom event of Sentry's hold, which has no plugins: `breadcrumb` keeps what was logged,
 * `performanceSpan` what was asked for and measured. Null for those of others.
 *
 * Source: getsentry/sentry-javascript: packages/replay-internal/src/util/addBreadcrumbEvent.ts,
 * …/util/createPerformanceSpans.ts
 */
export function sentryContent({ tag, payload }: Fields): 'console' | 'network' | null {
  if (tag === 'performanceSpan') return 'network';
  if (tag !== 'breadcrumb') return null;
  return ASKED.test(asText(asRecord(payload)['category'])) ? 'network' : 'console';
}
