import { html, nothing, type TemplateResult } from 'lit';
import { exportName, saveFile } from '../copies/save-file.ts';
import { copyText } from '../copies/copy-text.ts';
import { ReplayTakeOutStopRequestEvent } from '../events.ts';
import { messageOf } from '../locale/describe.ts';
import { localeOf } from '../locale/locale-of.ts';
import type { Locale } from '../locale/locale.ts';
import type { JobOptions } from '../worker/recording-reader.ts';
import type { PanelPlayer } from './panel.ts';

/** What comes of something that is copied or saved. */
export type TakenOut =
  | 'nothing'
  | 'copied'
  | 'not-copied'
  | { readonly failure: string }
  /** Of what is on its way, the part that is done, 0 to 1. */
  | { readonly share: number };

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

/** Hands something of a player's recording to the reader, on the clipboard or as a file: one thing at a time. */
export class TakeOut {
  readonly #player: PanelPlayer;
  #taken: TakenOut = 'nothing';
  #stop = new AbortController();

  constructor(player: PanelPlayer) {
    this.#player = player;
  }

  /** What came of the last one. */
  get taken(): TakenOut {
    return this.#taken;
  }

  async take(make: (job: JobOptions) => Promise<Blob>, { to, name, format }: Taken): Promise<void> {
    this.stop();
    const { signal } = (this.#stop = new AbortController());
    const tell = (taken: TakenOut) => {
      if (signal.aborted) return;
      this.#taken = taken;
      this.#player.requestUpdate();
    };
    tell({ share: 0 });
    try {
      const making = make({ signal, onProgress: (share) => tell({ share }) });
      const copying = to === 'clipboard' ? copyText(making.then((blob) => blob.text())) : null;
      const blob = await making;
      if (signal.aborted) return;
      if (copying) {
        tell((await copying) ? 'copied' : 'not-copied');
      } else {
        saveFile(blob, `${exportName(this.#player.recording)}-${name}.${SUFFIXES.get(format) ?? format}`);
        tell('nothing');
      }
    } catch (thrown) {
      tell({ failure: messageOf(localeOf(this.#player), thrown) });
    }
  }

  /** Calls off what is on its way, and forgets what came of the last one. */
  stop(): void {
    this.#stop.abort();
    this.#taken = 'nothing';
    this.#player.requestUpdate();
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

/** What came of it, in words; while it is being made, how far that is, and a button that stops it. */
export function renderTakenOut({ takeOut: words, common }: Locale, taken: TakenOut): TemplateResult {
  const isMaking = typeof taken === 'object' && 'share' in taken;
  const told = typeof taken === 'string' ? words.told[taken] : isMaking ? words.making : taken.failure;
  // The status is there before it says something, so that screen readers tell it.
  return html`
    <div class=${told === '' ? 'visually-hidden' : 'taken'}>
      <span role="status">${told}</span>
      ${
        isMaking
          ? html`
              <progress aria-label=${words.making} .value=${taken.share}></progress>
              <button class="chip" type="button" @click=${handleStop}>${common.stop}</button>
            `
          : nothing
      }
    </div>
  `;
}

function handleStop({ currentTarget }: Event): void {
  currentTarget?.dispatchEvent(new ReplayTakeOutStopRequestEvent());
}
