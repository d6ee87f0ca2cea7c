import { attributesOf, type SerializedNode } from '../../rrweb/serialized-node.ts';

/** An attribute's text, trimmed; empty where there is none, and where the recorder has masked it. */
export function attribute(node: SerializedNode, name: string): string {
  const value = attributesOf(node)[name];
  return typeof value === 'string' && !isStars(value) ? value.trim() : '';
}

export function hasAttribute(node: SerializedNode, name: string): boolean {
  const value = attributesOf(node)[name];
  return value !== undefined && value !== null && value !== false;
}

/** True for what masking leaves of a text, and for the star of a required field: neither names anything. */
export function isStars(text: string): boolean {
  return text.includes('*') && /^[\s*]+$/.test(text);
}
