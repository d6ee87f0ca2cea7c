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
    if (formsOf(string).some((form) => plain(form).includes(wanted))) found.push(string.slice(0, 200));
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
  (text) => [...text.matchAll(/[A-Za-z\d+/_-]{16,}={0,2}/g)].flatMap(([run]) => fromBase64(run)),
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

function fromBase64(run: string): readonly string[] {
  try {
    const bytes = Uint8Array.from(atob(run.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return [new TextDecoder().decode(bytes)];
  } catch {
    return [];
  }
}
