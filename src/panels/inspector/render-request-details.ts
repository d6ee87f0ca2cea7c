import { html, nothing, type TemplateResult } from 'lit';
import { bodyOf } from '../../core/entries/requests/body.ts';
import type { RequestDetail, RequestMessage } from '../../core/entries/requests/request.ts';
import type { Locale } from '../../locale/locale.ts';

/** So much of a body is shown; an export holds all of it. */
const SHOWN_CHARACTERS = 100_000;

/** All that is known of a request. */
export function renderRequestDetails(detail: RequestDetail, words: Locale): TemplateResult {
  return html`
    ${renderFacts(detail, words)} ${renderPhases(detail, words)}
    ${renderMessage(words.inspector.request, detail.request, words)}
    ${renderMessage(words.inspector.response, detail.response, words)}
  `;
}

function renderFacts(detail: RequestDetail, { inspector, format }: Locale): TemplateResult {
  const { facts } = inspector;
  const { sizes } = detail;
  const bytes = (size: number | null) => (size === null ? '' : format.bytes(size));
  const rows: readonly (readonly [string, string])[] = [
    [facts.address, detail.url],
    [facts.method, detail.method],
    [facts.status, detail.status === null ? '' : String(detail.status)],
    [facts.failure, detail.failed ? detail.error || inspector.failed : ''],
    [facts.type, detail.type],
    [facts.protocol, detail.protocol],
    [facts.transferred, detail.cached ? inspector.fromCache : bytes(sizes.transferred)],
    [facts.decoded, bytes(sizes.decoded)],
    [facts.duration, detail.duration === null ? '' : inspector.milliseconds(detail.duration * 1000)],
  ];
  return html`
    <dl>
      ${rows.map(([name, value]) =>
        value === ''
          ? nothing
          : html`<dt>${name}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>
  `;
}

function renderPhases({ phases }: RequestDetail, { inspector }: Locale): TemplateResult | typeof nothing {
  if (phases.length === 0) return nothing;
  return html`
    <h4>${inspector.timing}</h4>
    <table>
      ${phases.map(
        ({ name, seconds }) => html`
          <tr>
            <th scope="row">${inspector.phases[name]}</th>
            <td>${inspector.milliseconds(seconds * 1000)}</td>
          </tr>
        `,
      )}
    </table>
  `;
}

function renderMessage(
  heading: string,
  message: RequestMessage,
  { inspector }: Locale,
): TemplateResult | typeof nothing {
  const { headers, body, redacted } = message;
  if (headers.length === 0 && body === null && redacted.length === 0) return nothing;
  return html`
    <h4>${heading}</h4>
    ${redacted.length > 0 ? html`<p class="quiet">${inspector.redacted(redacted)}</p>` : nothing}
    <table>
      ${headers.map(
        ([name, value]) => html`
          <tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>
        `,
      )}
    </table>
    ${body === null ? nothing : renderBody(message, inspector.bodyCut)}
  `;
}

function renderBody(message: RequestMessage, cut: string): TemplateResult {
  const body = bodyOf(message);
  if (body.kind === 'empty') return html``;
  return html`
    <pre>${body.text.slice(0, SHOWN_CHARACTERS)}</pre>
    ${body.text.length > SHOWN_CHARACTERS ? html`<p class="quiet">${cut}</p>` : nothing}
  `;
}
