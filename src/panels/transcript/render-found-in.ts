import { html, type TemplateResult } from 'lit';

/** A text in which what is searched for is marked, in either case. */
export function renderFoundIn(text: string, search: string): readonly (string | TemplateResult)[] {
  const wanted = search.trim().toLowerCase();
  const lower = text.toLowerCase();
  // A letter may have another length in lower case: places would not fit then.
  if (wanted === '' || lower.length !== text.length) return [text];
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, end)) {
    parts.push(text.slice(end, at));
    end = at + wanted.length;
    parts.push(html`<mark>${text.slice(at, end)}</mark>`);
  }
  return [...parts, text.slice(end)];
}
