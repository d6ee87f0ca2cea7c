import { html, nothing, type TemplateResult } from 'lit';
import type { BlockedAsset, RecordingFile, RecordingInfo } from '../../core/recording.ts';
import { blockedSites } from '../../locale/blocked-assets.ts';
import type { Locale } from '../../locale/locale.ts';

/** What is known about a recording as a whole, as text. */

export function renderFiles(words: Locale, files: readonly RecordingFile[]): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`
    <div>
      <h3>${words.about.files(files.length)}</h3>
      <ul>
        ${files.map((file) => renderFile(words, file))}
      </ul>
    </div>
  `;
}

function renderFile({ about, format }: Locale, { name, size, sha256 }: RecordingFile): TemplateResult {
  const title = name || about.unnamedFile;
  return html`
    <li>
      <div class="pair">
        <span class="name">${title}</span>
        <span class="quiet">${format.bytes(size)}</span>
      </div>
      <div class="quiet checksum">${about.checksum}</div>
      <replay-copy-text .value=${sha256} .label=${about.checksumOf(title)}></replay-copy-text>
    </li>
  `;
}

/** @param activeDuration how much of it is active, in seconds */
export function renderFacts(words: Locale, recording: RecordingInfo, activeDuration: number): TemplateResult {
  const { about } = words;
  const { id, packing, platform, producer, duration } = recording;
  const facts: readonly (readonly [term: string, text: string | TemplateResult])[] = [
    [about.format, renderFormat(words, recording.format)],
    [about.compression, packing.join(', ')],
    [about.platform, about.platforms[platform]],
    [about.producer, `${producer.library} ${producer.version}`.trim()],
    [about.sessionId, id],
    [about.recordedAt, momentsOf(words, recording)],
    [about.length, about.lengthActive(duration, activeDuration)],
  ];
  return html`
    <div>
      <h3>${about.recording}</h3>
      <dl>${facts.filter(([, text]) => text !== '').map(([term, text]) => renderFact(term, text))}</dl>
    </div>
  `;
}

function renderFact(term: string, text: string | TemplateResult): TemplateResult {
  return html`
    <dt>${term}</dt>
    <dd>${text}</dd>
  `;
}

function renderFormat({ about }: Locale, format: string): string | TemplateResult {
  const name = about.formats[format];
  return name ? html`${name} <span class="quiet">${format}</span>` : format;
}

/** The day once, unless it went on past midnight. */
function momentsOf({ common, format }: Locale, { startedAt, duration }: RecordingInfo): string {
  const endedAt = new Date(startedAt.getTime() + duration * 1000);
  const isOneDay = format.date(startedAt) === format.date(endedAt);
  const end = isOneDay ? format.timeOfDay(endedAt) : common.moment(endedAt);
  return common.span(common.moment(startedAt), end);
}

export function renderBlocked(
  words: Locale,
  assets: readonly BlockedAsset[],
): TemplateResult | typeof nothing {
  if (assets.length === 0) return nothing;
  return html`
    <div>
      <h3>${words.assets.notLoaded}</h3>
      <dl>${blockedSites(words, assets).map(({ site, what }) => renderFact(site, what))}</dl>
    </div>
  `;
}

export function renderEvents(
  { about, format }: Locale,
  { counts, eventCount }: RecordingInfo,
): TemplateResult | typeof nothing {
  if (eventCount === 0) return nothing;
  const names: Readonly<Partial<Record<string, string>>> = about.kinds;
  const kinds = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return html`
    <div>
      <h3 id="events">${about.events}</h3>
      <table aria-labelledby="events">
        <tbody>
          ${renderCount(about.allEvents, format.number(eventCount))}
          ${kinds.map(([kind, count]) => renderCount(names[kind] ?? kind, format.number(count)))}
        </tbody>
      </table>
    </div>
  `;
}

function renderCount(name: string, count: string): TemplateResult {
  return html`
    <tr>
      <th scope="row">${name}</th>
      <td>${count}</td>
    </tr>
  `;
}
