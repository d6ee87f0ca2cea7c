import { asRecord, isRecord } from '../json.ts';
import type { Steps } from '../text/steps.ts';
import { editWithin } from './event-strings.ts';
import type { RuleRef } from './rules.ts';
import type { SoughtTexts } from '../text/sought-texts.ts';
import type { TextMasker } from './text-masker.ts';

/** Ids, names and addresses: what tells who it is among what PostHog knows of a person. */
const TELLING = /^(?:id|uuid|distinct_ids|(?:.*[\s_-])?(?:e-?mail|name|phone|user(?:name|[\s_-]?id)?))$/i;

/**
 * Notes what tells who somebody is, so that it is found wherever else it stands.
 *
 * @param json what is known of the person
 */
export function collectPerson(json: string | null, sought: SoughtTexts<RuleRef>, rule: RuleRef): void {
  const { properties, ...person } = asRecord(parsed(json));
  for (const [name, value] of [...Object.entries(person), ...Object.entries(asRecord(properties))]) {
    // What begins so was found out by the SDK or the server, such as names of browsers and cities.
    if (name.startsWith('$')) continue;
    for (const text of [value].flat()) {
      if (typeof text === 'string' && (TELLING.test(name) || text.includes('@')))
        sought.addContent(text, rule);
    }
  }
}

/** What is left of a person, as JSON; null when it is none. */
export function* maskPerson(json: string | null, masker: TextMasker): Steps<string | null> {
  const holder: Record<string, unknown> = { person: parsed(json) };
  if (!isRecord(holder['person'])) return null;
  yield* editWithin(holder, 'person', masker, 'person');
  return JSON.stringify(holder['person']);
}

/** Null where the exporter has written `undefined`. */
function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
