import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, asText, type Fields } from '../json.ts';
import { REDACTED_TEXT_ATTRIBUTE } from '../rrweb/mask-traces.ts';
import {
  attributesOf,
  childNodesOf,
  isText,
  nodesOf,
  type SerializedNode,
  tagNameOf,
} from '../rrweb/serialized-node.ts';
import { Field } from './field.ts';

const CONTROLS: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

/**
 * The fields on the pages of one window, as its events come by. Recorders send a page again now and then; its fields
 * are the same then.
 */
export class WindowFields {
  /** By the number of the field, and of a text in it; of all pages. */
  readonly byId = new Map<number, Field[]>();
  readonly #windowId: string;
  #current = new Map<number, Field>();
  /** Of the page before: frames are added to a page later. */
  #before: ReadonlyMap<number, Field> = new Map();
  #page = 0;
  #at = 0;

  constructor(windowId: string) {
    this.#windowId = windowId;
  }

  look({ type, timestamp, data: given }: Fields): void {
    const data = asRecord(given);
    this.#at = Number(timestamp);
    if (type === EventType.FullSnapshot) this.#begin(data['node']);
    if (type !== EventType.IncrementalSnapshot) return;
    if (data['source'] === IncrementalSource.Mutation) this.#mutate(data);
    else if (data['source'] === IncrementalSource.Input && typeof data['text'] === 'string')
      (this.#current.get(Number(data['id'])) ?? this.#add(Number(data['id']), '', '')).typed(
        data['text'],
        this.#at,
      );
  }

  #begin(root: unknown): void {
    this.#page++;
    for (const field of this.#current.values()) field.to = this.#at;
    this.#before = this.#current;
    this.#current = new Map();
    this.#noteAll(root);
  }

  #mutate({ adds, texts, attributes }: Fields): void {
    for (const { node, parentId } of asArray(adds).map(asRecord)) {
      this.#noteText(asRecord(node), this.#current.get(Number(parentId)));
      this.#noteAll(node);
    }
    for (const { id, value } of asArray(texts).map(asRecord))
      this.#current.get(Number(id))?.shows(asText(value), this.#at);
    for (const { id, attributes: changed } of asArray(attributes).map(asRecord)) {
      const { value } = asRecord(changed);
      const field = this.#current.get(Number(id));
      if (field) field.isRedacted ||= REDACTED_TEXT_ATTRIBUTE in asRecord(changed);
      if (typeof value === 'string') field?.shows(value, this.#at);
    }
  }

  #noteAll(root: unknown): void {
    for (const node of nodesOf(root)) if (CONTROLS.has(tagNameOf(node))) this.#note(node);
  }

  #note(node: SerializedNode): void {
    const id = Number(node['id']);
    const tag = tagNameOf(node);
    const { type, name, id: ownId, value, 'data-rr-is-password': isPassword } = attributesOf(node);
    const kind = tag !== 'input' ? tag : isPassword !== undefined ? 'password' : asText(type) || 'text';
    // Not by its type: a password that is shown has another one.
    const signature = JSON.stringify([tag, name, ownId]);
    const known = this.#current.get(id) ?? this.#before.get(id);
    const field =
      known?.signature === signature ? this.#goOn(known) : this.#add(id, signature, kind.toLowerCase());
    field.isRedacted ||= REDACTED_TEXT_ATTRIBUTE in attributesOf(node);
    if (typeof value === 'string') field.shows(value, this.#at);
    if (tag === 'textarea') for (const child of childNodesOf(node)) this.#noteText(asRecord(child), field);
  }

  /** A text within a field is what it holds. */
  #noteText(node: SerializedNode, field: Field | undefined): void {
    if (!field || !isText(node)) return;
    this.#enter(Number(node['id']), field);
    field.shows(asText(node['textContent']), this.#at);
  }

  #goOn(field: Field): Field {
    field.lastPage = this.#page;
    field.to = Infinity;
    this.#current.set(field.id, field);
    return field;
  }

  #add(id: number, signature: string, type: string): Field {
    const field = new Field(this.#windowId, id, signature, type, this.#page, this.#at);
    this.#enter(id, field);
    return field;
  }

  #enter(id: number, field: Field): void {
    this.#current.set(id, field);
    const fields = this.byId.get(id) ?? [];
    this.byId.set(id, fields);
    if (!fields.includes(field)) fields.push(field);
  }
}
