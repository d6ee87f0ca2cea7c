import { asRecord, asText, type Fields } from '../json.ts';

/** Crumbs of requests, and spans of what was loaded. */
const ASKED = /^(?:fetch|xhr|http|grpc|graphql|resource\.|navigation\.)/i;

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

/** False for what is no line of the console and no request, such as a click or a measurement. */
export function isLineOrRequest({ payload }: Fields): boolean {
  const { category, op } = asRecord(payload);
  return category === 'console' || ASKED.test(asText(category)) || ASKED.test(asText(op));
}

/** True for the data of a custom event in which Sentry's SDK tells of its own settings. */
export function isSentryConfig({ tag, payload }: Fields): boolean {
  const { blockAllMedia, maskAllText } = asRecord(payload);
  return tag === 'options' && (blockAllMedia !== undefined || maskAllText !== undefined);
}
