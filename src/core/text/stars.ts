import type { TextRange } from './decode-text.ts';

/** Asterisks for what was found, as the recorder masks text: one for each character but spaces. */
export function starsInstead(text: string, ranges: Iterable<TextRange>): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at) continue;
    masked += text.slice(at, Math.max(at, from)) + starsFor(text.slice(Math.max(at, from), to));
    at = to;
  }
  return masked + text.slice(at);
}

/** Source: PostHog/posthog-js: packages/rrweb/rrweb-snapshot/src/utils.ts */
export function starsFor(text: string): string {
  return text.replace(/\S/g, '*');
}
