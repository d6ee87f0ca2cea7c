import { IncrementalSource } from '@rrweb/types';
import { starsForInput } from '../hide/hidden-attributes.ts';
import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';
import type { Field } from '../masked-inputs/field.ts';
import { MaskedInputs, wholeValues } from '../masked-inputs/masked-inputs.ts';
import type { SessionEvent } from '../recording.ts';
import { isMaskedValue } from '../rrweb/mask-traces.ts';
import { nodesOf } from '../rrweb/serialized-node.ts';
import type { SoughtTexts } from '../text/sought-texts.ts';
import { findingRef, type RuleRef, type WantedRules } from './rules.ts';

/** The field of a number on a page, or in which a text of that number is; null for one that stays as it is. */
export type FieldLookup = (id: unknown) => Field | null;

/** Attributes of a field in which its value may stand once more. */
const SAID_AGAIN = /^(?:aria-|data-|placeholder$|title$|label$|alt$)/i;

/** Fields that the recorder masks, and of which nothing is to be left in clear. */
export class MaskedFields {
  readonly #inputs = new MaskedInputs();
  readonly #areAll: boolean;
  /** Findings by their values, by which fields are chosen. */
  readonly #chosen: ReadonlyMap<string, RuleRef>;

  constructor(rules: WantedRules) {
    this.#areAll = rules.kinds?.includes('masked-inputs') ?? false;
    this.#chosen = new Map(
      (rules.findings ?? []).flatMap(({ maskedValues }, i) =>
        maskedValues.map((value) => [value, findingRef(rules, i)] as const),
      ),
    );
  }

  /** False when all stay as they are. */
  get isWanted(): boolean {
    return this.#areAll || this.#chosen.size > 0;
  }

  look(given: SessionEvent): void {
    this.#inputs.look(given);
  }

  /** Notes what they hold, so that it is found wherever else it stands. */
  collect(sought: SoughtTexts<RuleRef>): void {
    for (const field of this.#inputs.exposed()) {
      const rule = this.ruleOf(field);
      if (!rule) continue;
      // What was typed was there letter by letter before, in the field and in what was asked for meanwhile.
      for (const text of field.values.keys()) sought.addContent(text, rule);
      for (const { text } of wholeValues(field)) sought.addTyped(text, rule);
    }
  }

  on(windowId: string, page: number, id: unknown): Field | null {
    const field = this.#inputs.on(windowId, page, id);
    return field && this.ruleOf(field) ? field : null;
  }

  /** Why a field is masked; null for one that stays as it is. */
  ruleOf({ values }: Field): RuleRef | null {
    for (const text of values.keys()) {
      const rule = this.#chosen.get(text);
      if (rule) return rule;
    }
    return this.#areAll ? { rule: 'kinds', index: 0 } : null;
  }
}

/**
 * Masks in an event what fields hold in clear, however short. Edits the event, which must be the caller's own.
 *
 * @returns the fields of which there was something
 */
export function maskFields({ data: given }: Fields, fieldOf: FieldLookup): ReadonlySet<Field> {
  const data = asRecord(given);
  const masked = new Set<Field>();
  const mask = (holder: unknown, name: string, field: Field | null): void => {
    const text = isRecord(holder) ? holder[name] : null;
    if (!field || !isRecord(holder) || typeof text !== 'string' || text === '' || isMaskedValue(text)) return;
    holder[name] = starsForInput(text);
    masked.add(field);
  };
  const maskAttributes = (attributes: unknown, field: Field | null): void => {
    mask(attributes, 'value', field);
    for (const [name, text] of Object.entries(field ? asRecord(attributes) : {}))
      if (SAID_AGAIN.test(name) && field?.values.has(asText(text))) mask(attributes, name, field);
  };
  if (data['source'] === IncrementalSource.Input) mask(data, 'text', fieldOf(data['id']));
  for (const root of [data['node'], ...asArray(data['adds']).map((add) => asRecord(add)['node'])]) {
    for (const node of nodesOf(root)) {
      const field = fieldOf(node['id']);
      mask(node, 'textContent', field);
      maskAttributes(node['attributes'], field);
    }
  }
  for (const text of asArray(data['texts'])) mask(text, 'value', fieldOf(asRecord(text)['id']));
  for (const change of asArray(data['attributes']))
    maskAttributes(asRecord(change)['attributes'], fieldOf(asRecord(change)['id']));
  return masked;
}
