import { html, type TemplateResult } from 'lit';
import { exportName, saveFile } from '../copies/save-file.ts';
import { copyText } from '../copies/copy-text.ts';
import { messageOf } from '../locale/describe.ts';
import { localeOf } from '../locale/locale-of.ts';
import type { Locale } from '../locale/locale.ts';
import type { PanelPlayer } from './panel.ts';

/** What comes of something that is copied or saved. */
export type TakenOut = 'nothing' | 'making' | 'copied' | 'not-copied' | { readonly failure: string };

export type TakeOutPlace = 'file' | 'clipboard';

/** Files of these formats end in another word; those of others in their name. */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['text', 'txt'],
  ['markdown', 'md'],
]);

/** What is taken out, and where it goes. */
interface Taken {
  readonly to: TakeOutPlace;
  /** What a file of it is called, behind the name of the recording. */
  readonly name: string;
  readonly format: string;
}

/**
 * Hands something of a player's recording to the reader, on the clipboard or as a file.
 *
 * @param tell told how far it is
 */
export async function takeOut(
  player: PanelPlayer,
  make: () => Promise<Blob>,
  { to, name, format }: Taken,
  tell: (taken: TakenOut) => void,
): Promise<void> {
  tell('making');
  try {
    const blob = await make();
    if (to === 'clipboard') {
      tell((await copyText(await blob.text())) ? 'copied' : 'not-copied');
    } else {
      saveFile(blob, `${exportName(player.recording)}-${name}.${SUFFIXES.get(format) ?? format}`);
      tell('nothing');
    }
  } catch (thrown) {
    tell({ failure: messageOf(localeOf(player), thrown) });
  }
}

/**
 * A choice of formats, and buttons that copy or save in the one that is chosen. Choosing alone does nothing: keys go
 * through the formats one by one.
 */
export function renderTakeOut<F extends string>(
  { takeOut: words }: Locale,
  formats: readonly (readonly [format: F, name: string])[],
  take: (format: F, to: TakeOutPlace) => void,
): TemplateResult {
  const button = (label: string, to: TakeOutPlace) => html`
    <button
      class="chip"
      type="button"
      @click=${({ currentTarget }: Event) => {
        const select = (currentTarget as Element).parentElement?.querySelector('select');
        if (select) take(select.value as F, to);
      }}
    >
      ${label}
    </button>
  `;
  return html`
    <span class="take-out">
      <select aria-label=${words.format}>
        ${formats.map(([format, name]) => html`<option value=${format}>${name}</option>`)}
      </select>
      ${button(words.copy, 'clipboard')} ${button(words.save, 'file')}
    </span>
  `;
}

/** What came of it, in words. */
export function renderTakenOut({ takeOut: words }: Locale, taken: TakenOut): TemplateResult {
  const told =
    typeof taken === 'object'
      ? taken.failure
      : {
          'nothing': '',
          'making': words.making,
          'copied': words.copied,
          'not-copied': words.notCopied,
        }[taken];
  // There before it says something, so that screen readers tell it.
  return html`<p class=${told === '' ? 'visually-hidden' : 'taken'} role="status">${told}</p>`;
}
