import { html, type TemplateResult } from 'lit';
import { saveFile } from '../copies/save-file.ts';
import type { Locale } from '../locale/locale.ts';

/** What comes of something that is copied or saved. */
export type TakenOut = 'nothing' | 'making' | 'copied' | 'not-copied' | { readonly failure: string };

export type TakeOutPlace = 'file' | 'clipboard';

/**
 * Hands something to the reader, on the clipboard or as a file.
 *
 * @param tell told how far it is
 * @throws whatever `make` throws
 */
export async function takeOut(
  make: () => Promise<Blob>,
  to: TakeOutPlace,
  fileName: string,
  tell: (taken: TakenOut) => void,
): Promise<void> {
  tell('making');
  const blob = await make();
  if (to === 'file') {
    saveFile(blob, fileName);
    tell('nothing');
    return;
  }
  // A frame may be kept from the clipboard.
  const copied = navigator.clipboard.writeText(await blob.text());
  tell(await copied.then(() => 'copied' as const).catch(() => 'not-copied' as const));
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
