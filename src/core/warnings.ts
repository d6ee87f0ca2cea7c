import type { RecordingWarning, WarningKind } from './recording.ts';

interface WarningText {
  readonly kind: WarningKind;
  /** @param detail what the finder knows: a name, a number, a sentence */
  readonly message: (detail: string) => string;
}

/** Everything that can be remarked about a recording, in words for its reader. */
const WARNINGS = {
  // repaired
  'missing-meta': {
    kind: 'repaired',
    message: () => 'Pages whose size was not recorded are shown at the nearest known size.',
  },
  'duplicates': {
    kind: 'repaired',
    message: () => 'Events that stood in the file twice are played once.',
  },
  'wild-timestamps': {
    kind: 'repaired',
    message: () => 'Events dated far away from all others were moved to the time of their neighbours.',
  },
  'clock-jump': {
    kind: 'repaired',
    message: () => 'The clock of the recorded device was changed; what came after plays without the jump.',
  },
  'seconds': {
    kind: 'repaired',
    message: () => 'Events dated in another unit than milliseconds were converted.',
  },
  'duplicate-nodes': {
    kind: 'repaired',
    message: () =>
      'Nodes that shared a number with another node of their page were given numbers of their own.',
  },
  'extension-stripped': {
    kind: 'repaired',
    message: (detail) => `What browser extensions had put into the page was taken out: ${detail}.`,
  },
  'synthetic-snapshot': {
    kind: 'repaired',
    message: () => 'Screens that were recorded without the page around them were given one.',
  },
  'unknown-version': {
    kind: 'repaired',
    message: (detail) =>
      `The export calls itself version "${detail}"; it was read as 2023-04-28, whose shape it has.`,
  },
  // dropped
  'undecodable': { kind: 'dropped', message: () => 'Events that could not be decoded were left out.' },
  'bad-line': { kind: 'dropped', message: () => 'Lines that could not be read were left out.' },
  'truncated': {
    kind: 'dropped',
    message: () => 'The file stops in the middle; everything up to there plays.',
  },
  'broken-off': { kind: 'dropped', message: (detail) => detail },
  'trailing-garbage': {
    kind: 'dropped',
    message: () =>
      'Behind the end of the recording the file goes on with something else, which was left out.',
  },
  'bad-block': {
    kind: 'dropped',
    message: () => 'Compressed blocks that are damaged were left out, as far as they could not be read.',
  },
  'missing-chunks': {
    kind: 'dropped',
    message: () => 'Batches of events of which a part is missing were left out.',
  },
  'oversized': {
    kind: 'dropped',
    message: (detail) => `Single events larger than the limit of ${detail} were left out.`,
  },
  'too-large': { kind: 'dropped', message: (detail) => detail },
  'too-deep': {
    kind: 'dropped',
    message: () => 'Elements nested too deeply for any browser to show were left out.',
  },
  'cut-text': {
    kind: 'dropped',
    message: () => 'Texts and style sheets too long for any browser to show were cut.',
  },
  'unreplayable': {
    kind: 'dropped',
    message: () => 'Changes that the page could not take in were left out.',
  },
  'skipped-file': { kind: 'dropped', message: (detail) => detail },
  'repeated-file': {
    kind: 'dropped',
    message: (detail) => `A file was given twice and read once: ${detail}.`,
  },
  // missing
  'no-first-page': {
    kind: 'missing',
    message: (detail) => `There is no page to show for the first ${detail}.`,
  },
  'missing-assets': {
    kind: 'missing',
    message: (detail) =>
      `Images, fonts and other files that the page refers to are not in the recording (${detail}).`,
  },
  'unrecorded-frames': {
    kind: 'missing',
    message: () => 'Frames of other sites were not recorded.',
  },
  'webgl': { kind: 'missing', message: () => 'Drawings made with WebGL commands are not shown.' },
  // noted
  'several-recordings': {
    kind: 'noted',
    message: () => 'The file holds several recordings; they are listed beside the play button.',
  },
  'no-worker': {
    kind: 'noted',
    message: () =>
      'No worker could start, so the page itself reads the recording. A large one can make the page slow.',
  },
  'styles-refused': {
    kind: 'missing',
    message: () =>
      'The security policy of this page refuses the styles of the recorded one. Embed embed.html instead, which has a policy of its own: see “Strict hosts” in the README.',
  },
} as const satisfies Record<string, WarningText>;

export type WarningCode = keyof typeof WARNINGS;

export function warningOf(code: WarningCode, count: number, detail = ''): RecordingWarning {
  const { kind, message }: WarningText = WARNINGS[code];
  return { code, kind, message: message(detail), count };
}

/** Counts what was found, code by code. */
export class WarningLog {
  readonly #found = new Map<WarningCode, { count: number; detail: string }>();

  /** Grows with every new warning. */
  get total(): number {
    return [...this.#found.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** @param detail goes into the message; the latest one counts */
  add(code: WarningCode, detail = '', count = 1): void {
    this.#found.set(code, { count: (this.#found.get(code)?.count ?? 0) + count, detail });
  }

  /** For what is found anew each time all of the recording is looked at. */
  set(code: WarningCode, count: number, detail = ''): void {
    if (count > 0) this.#found.set(code, { count, detail });
    else this.#found.delete(code);
  }

  absorb(other: WarningLog): void {
    for (const [code, { count, detail }] of other.#found) this.add(code, detail, count);
  }

  list(): RecordingWarning[] {
    return [...this.#found].map(([code, { count, detail }]) => warningOf(code, count, detail));
  }
}
