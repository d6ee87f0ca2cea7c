import { asArray, asRecord, asText } from '../json.ts';
import { joined } from '../unpack/bytes.ts';

/** No answer about an error is longer, in bytes. */
export const ANSWER_LIMIT = 64 * 1024;

/** Messages end up in sentences. */
const LONGEST = 200;
/** What else servers put beside their message. */
const BESIDE = new Set([
  'attr',
  'code',
  'documentation_url',
  'ok',
  'path',
  'request_id',
  'requestId',
  'status',
  'statusCode',
  'success',
  'timestamp',
  'title',
  'type',
  'url',
]);
const MESSAGES = ['detail', 'error_description', 'error', 'errors', 'message'];

/**
 * What a server says went wrong, in its own words; null where JSON says no such thing. PostHog writes `detail` (Django
 * REST framework) or `error`, others `message` or a list of `errors`. Without the full stop.
 *
 * @param json the whole answer
 */
export function serverMessage(json: Uint8Array): string | null {
  if (json.length > ANSWER_LIMIT) return null;
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(json));
  } catch {
    return null;
  }
  const fields = asRecord(answer);
  const names = Object.keys(fields);
  if (!names.every((name) => BESIDE.has(name) || MESSAGES.includes(name))) return null;
  // What is no answer has a message, too; something beside it has to say that it is one.
  if (names.length === 1 && names[0] === 'message') return null;
  const said = MESSAGES.map((name) => textIn(fields[name])).find((text) => text !== '');
  return said?.slice(0, LONGEST).replace(/\.$/, '') ?? null;
}

/** The same of a response that has not been read. It is closed. */
export async function messageIn(response: Response): Promise<string | null> {
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (reader && size <= ANSWER_LIMIT) {
      const { done, value } = await reader.read();
      if (done) return serverMessage(joined(chunks));
      chunks.push(value);
      size += value.length;
    }
  } catch {
    // Its status says enough.
  } finally {
    void reader?.cancel().catch(() => undefined);
  }
  return null;
}

function textIn(value: unknown): string {
  const [first] = asArray(value);
  const { message, detail } = asRecord(first ?? value);
  return [value, first, message, detail].map(asText).find((text) => text !== '') ?? '';
}
