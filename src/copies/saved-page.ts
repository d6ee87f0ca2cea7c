import type { CopiedTrack } from '../core/copy/copied-track.ts';
import { cueText } from '../core/webvtt/cue-text.ts';
import { writeWebVtt } from '../core/webvtt/write-webvtt.ts';
import { PAGE_OPENING, RECORDING_CLOSING, RECORDING_OPENING } from '../core/unpack/saved-page.ts';

/** What the page lets itself do: run the player and show what is in the recording. Nothing is fetched from anywhere. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline' data:; img-src data: blob:; font-src data:; media-src data: blob:; form-action 'none'; base-uri 'none'";

export interface SavedPage {
  /** Of the title and the notice, by BCP 47. */
  readonly language: string;
  /** Plain text, as all that follows. */
  readonly title: string;
  /** A sentence above the player; says whether something was taken out. */
  readonly notice: string;
  /** Where the recording begins to play, seconds. */
  readonly startAt: number;
  /** Chapters, captions and notes. */
  readonly tracks: readonly CopiedTrack[];
  /** As `packForPage` writes it. */
  readonly recording: Blob;
  /** The text of a module, as `playerSource` gives it. */
  readonly player: string;
}

/**
 * A page that plays a recording by itself, from a disk and without a network: the player, the recording, and a word
 * on what it holds. `recordingIn` finds the recording in it again.
 */
export function savedPage({ language, title, notice, startAt, tracks, recording, player }: SavedPage): Blob {
  const before = `${PAGE_OPENING}
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { display: grid; grid-template-rows: auto 1fr; gap: 12px; box-sizing: border-box; height: 100vh; margin: 0; padding: 12px; }
p { margin: 0; max-width: 80ch; }
portable-replay { min-height: 320px; }
</style>
</head>
<body>
<p>${escaped(notice)}</p>
<portable-replay start-at="${startAt}" label="${escaped(title)}">${tracks.map(trackElement).join('')}</portable-replay>
${RECORDING_OPENING}`;
  const after = `${RECORDING_CLOSING}
<script type="module">
${inScript(player)}
const recording = document.getElementById('recording').textContent;
document.querySelector('portable-replay').load(new Blob([recording])).catch(() => undefined);
</script>
</body>
</html>
`;
  return new Blob([before, recording, after], { type: 'text/html' });
}

/** A track that holds its cues itself: nothing is asked of a network. */
function trackElement({ kind, label, language, id, isShown, cues }: CopiedTrack): string {
  const file = writeWebVtt(
    cues.map(({ text, ...times }) => ({ id: '', ...times, settings: '', text: cueText(text) })),
  );
  const characters = Array.from(new TextEncoder().encode(file), (byte) => String.fromCharCode(byte));
  const attributes = Object.entries({
    kind,
    src: `data:text/vtt;base64,${btoa(characters.join(''))}`,
    ...(label !== '' && { label }),
    ...(language !== '' && { srclang: language }),
    ...(id !== '' && { id }),
    ...(isShown && { default: '' }),
  });
  return `<track${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
}

/** The text of a module as that of a script: it ends at the first such tag, wherever in it that stands. */
function inScript(module: string): string {
  return module.replace(/<(?=\/script|!--)/gi, '\\x3c').replace(/\/\/# sourceMappingURL=.*/, '');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
