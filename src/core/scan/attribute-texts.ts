import { asText, type Fields } from '../json.ts';
import { attributesOf, nodeIdOf, tagNameOf } from '../rrweb/serialized-node.ts';
import { Cells } from './cells.ts';
import type { LeakPlace } from './leak.ts';
import { field, placed, type PlacedText } from './placed-text.ts';

/** Shapes, measures and the recorder's own notes; what forms show as an example. */
const WORDLESS =
  /^(?:d|points|viewBox|transform|width|height|x|y|[rc][xy]?|[xy][12]|fill|stroke.*|integrity|srcset|imagesrcset|sizes|media|rel|role|type|placeholder|tabindex|rr_(?!src).*|data-(?:rrweb-id|v-.*))$/;
const STYLES: ReadonlySet<string> = new Set(['style', '_cssText']);
/** Names that say what the value is. */
const TELLING =
  /tok|secret|pass|pwd|pin|key|auth|sess|sid|sig|user|login|log$|phone|tel|mobil|handy|fon|ssn|iban|card|kart|(?<![a-z])cc|cv[cv]|kenn|clave|senha|steuer|ausweis|kimlik|aadha|hetu|cnp|codice|social|nation|csc|cpf|bsn|pesel|dni|ni[eno]|nif|curp|passport|credential/i;
/** Names of classes and attributes that are worth a look: with an address, or with something long and random. */
const TELLING_NAME = /\S@\S|[\w+/=-]{20}/;
const MOST_FIELDS = 10;
const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'select', 'option']);

/**
 * What attributes say. Remembers what the fields of one window are named, for what is typed into them: rrweb's input
 * events name no more than the node.
 */
export class AttributeTexts {
  readonly #fieldNames = new Map<number, string>();
  /** What was typed that may be a part of a number, by field. */
  readonly #groups = new Map<number, string>();

  *of(node: Fields): Generator<PlacedText> {
    const attributes = attributesOf(node);
    const id = nodeIdOf(node['id']);
    const tag = tagNameOf(node);
    if (id !== null && FIELDS.has(tag)) this.#fieldNames.set(id, fieldNameOf(attributes));
    const meta = tag === 'meta' ? asText(attributes['name'] ?? attributes['property']) : '';
    yield* this.#texts(attributes, id, meta);
  }

  /** @param id of a node that is known */
  *ofChange(attributes: Fields, id: number | null): Generator<PlacedText> {
    yield* this.#texts(attributes, id, '');
  }

  /** What was typed; behind it what stands in neighbouring fields, where a number may be typed into several. */
  *typed(id: number | null, text: string): Generator<PlacedText> {
    yield field('input', this.#nameOf(id), text, id);
    if (id === null) return;
    this.#groups.delete(id);
    if (/^[A-Z\d]{2,6}$/i.test(text)) this.#groups.set(id, text);
    if (this.#groups.size < 3 || !this.#groups.has(id)) return;
    const cells = new Cells();
    for (const nodeId of [...this.#groups.keys()].sort((a, b) => a - b).slice(-MOST_FIELDS))
      cells.add(this.#groups.get(nodeId) ?? '', nodeId);
    const group = cells.end();
    if (group) yield { ...group, place: 'input' };
  }

  *#texts(attributes: Fields, id: number | null, meta: string): Generator<PlacedText> {
    for (const name in attributes) {
      const value = attributes[name];
      if (TELLING_NAME.test(name)) yield { ...placed('attribute', name, id), scope: 'name' };
      if (typeof value !== 'string' || value.length < 3) continue;
      if (name === 'class') {
        if (TELLING_NAME.test(value)) yield { ...placed('attribute', value, id), scope: 'name' };
      } else if (STYLES.has(name)) yield placed('style', value, id);
      else if (name === 'value') yield this.#valueOf(id, value);
      else if (name === 'content') yield field('attribute', meta, value, id);
      else if (!WORDLESS.test(name)) yield field('attribute', TELLING.test(name) ? name : '', value, id);
    }
  }

  #valueOf(id: number | null, value: string): PlacedText {
    const place: LeakPlace = id !== null && this.#fieldNames.has(id) ? 'input' : 'attribute';
    return field(place, this.#nameOf(id), value, id);
  }

  #nameOf(id: number | null): string {
    return this.#fieldNames.get(id ?? -1) ?? '';
  }
}

function fieldNameOf(attributes: Fields): string {
  if (attributes['type'] === 'password' || attributes['data-rr-is-password'] !== undefined) return 'password';
  const names = ['name', 'autocomplete', 'id', 'aria-label', 'placeholder', 'type'].map(
    (name) => attributes[name],
  );
  const telling = names.find((name) => typeof name === 'string' && TELLING.test(name));
  return asText(telling);
}
