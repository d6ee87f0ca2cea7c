import { parseFragment } from 'parse5';
import { stringsIn } from './session.ts';

/** How often something was looked for in the copies of a test file, and in how many strings. */
const searches = { secrets: 0, strings: 0 };

after(() => {
  console.log(`removed strings looked for: ${searches.secrets}, in ${searches.strings} strings of copies`);
});

/**
 * Where a text stands in JSON, whatever it is encoded in. Knows nothing of how the product decodes: it takes each
 * encoding off with what the browser has for it.
 */
export function placesOf(secret: string, json: string): readonly string[] {
  const wanted = plain(secret);
  const found: string[] = [];
  if (plain(json).includes(wanted)) found.push('the bytes');
  searches.secrets++;
  for (const string of stringsIn(JSON.parse(json))) {
    searches.strings++;
    if (plainFormsOf(string).some((form) => form.includes(wanted))) found.push(string.slice(0, 200));
  }
  return found;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[\s+]+/g, ' ');
}

/** Of texts that were searched before, for there are many secrets. */
const known = new Map<string, readonly string[]>();

function plainFormsOf(text: string): readonly string[] {
  const forms = known.get(text) ?? formsOf(text).map(plain);
  known.set(text, forms);
  return forms;
}

/** The text and all that comes out of it by decoding it up to three times. */
function formsOf(text: string): readonly string[] {
  const forms = new Set([text]);
  for (let pass = 0; pass < 3; pass++) {
    for (const form of [...forms])
      for (const decode of DECODERS) for (const decoded of decode(form)) forms.add(decoded);
  }
  return [...forms];
}

const DECODERS: readonly ((text: string) => readonly string[])[] = [
  (text) => (text.includes('%') ? [text.replace(/(?:%[\da-f]{2})+/gi, percentDecoded)] : []),
  (text) =>
    text.includes('&')
      ? parseFragment(text.replace(/</g, '&lt;')).childNodes.map((node) =>
          'value' in node ? node.value : '',
        )
      : [],
  (text) => stringsIn(parsed(text)),
  (text) => (text.includes('\\') ? stringsIn(parsed(`"${text.replace(/(?<!\\)"/g, '\\"')}"`)) : []),
  (text) =>
    [...text.matchAll(/[A-Za-z\d+/_-]{7,}(?:\s*\n[A-Za-z\d+/_-]+)*={0,2}/g)].flatMap(([run]) =>
      fromBase64(run),
    ),
  // What a style sheet writes.
  (text) =>
    text.includes('\\')
      ? [
          text.replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) =>
            String.fromCodePoint(parseInt(code, 16) % 0x110000),
          ),
        ]
      : [],
];

function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whatever it begins with: behind a prefix the text starts one to three characters later. */
function fromBase64(run: string): readonly string[] {
  const plain = run.replace(/\s/g, '').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  return [0, 1, 2, 3].flatMap((shift) => {
    const whole = plain.slice(shift).replace(/.$/, (last, at: number) => (at % 4 === 0 ? '' : last));
    const bytes = Buffer.from(whole, 'base64');
    const texts = [bytes.toString('utf8'), bytes.toString('latin1')];
    if (bytes.includes(0)) texts.push(bytes.toString('utf16le'), bytes.toString('latin1').replace(/\0/g, ''));
    return texts.filter(isReadable);
  });
}

function isReadable(text: string): boolean {
  return text.replace(/[^ -~]/g, '').length * 2 > text.length;
}
