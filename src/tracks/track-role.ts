/** What the cues of a WebVTT file are for. */
export type TrackRole = 'chapters' | 'captions' | 'notes';

const ROLES: Readonly<Record<string, TrackRole>> = {
  chapters: 'chapters',
  captions: 'captions',
  subtitles: 'captions',
  descriptions: 'captions',
  metadata: 'notes',
};

/** Words in names of files, the first that fits counts. */
const NAMES: readonly (readonly [RegExp, TrackRole])[] = [
  [/chapter/i, 'chapters'],
  [/note/i, 'notes'],
];

/**
 * What a WebVTT file is: what its header says (`Kind: chapters`), else what its name says, else captions.
 *
 * @param header lines below the signature
 * @param file its name
 */
export function roleOf(header: readonly string[], file: string): TrackRole {
  const kind = headerField(header, 'kind').toLowerCase();
  return ROLES[kind] ?? NAMES.find(([name]) => name.test(file))?.[1] ?? 'captions';
}

/** The language that a WebVTT file says it is in: BCP 47, empty where it says none. */
export function languageOf(header: readonly string[]): string {
  return headerField(header, 'language');
}

function headerField(header: readonly string[], name: string): string {
  for (const line of header) {
    const [, field = '', value = ''] = /^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (field.toLowerCase() === name) return value;
  }
  return '';
}
