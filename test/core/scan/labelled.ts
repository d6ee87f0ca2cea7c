import type { LeakKind } from '../../../src/core/scan/leak.ts';

/**
 * Where a sample stands, and of what name:
 * - `html`: markup of a page; `added`: the same, added to a page by a mutation; `changed`: a changed text
 * - `attribute NAME`, `input NAME`, `typed NAME`: a field's value, one of `password` in a password field
 * - `request-header NAME`, `response-header NAME`
 * - `custom`, `config`, `person`: JSON; `custom` is the payload of an event of the page's own
 * - all others: a text at that place
 */
export type Whereabouts =
  | 'html'
  | 'added'
  | 'changed'
  | 'style'
  | 'canvas'
  | 'address'
  | 'pageview'
  | 'console'
  | 'trace'
  | 'network-address'
  | 'request-body'
  | 'response-body'
  | 'custom'
  | 'config'
  | 'person'
  | 'marker'
  | `attribute ${string}`
  | `input ${string}`
  | `typed ${string}`
  | `request-header ${string}`
  | `response-header ${string}`;

/**
 * A text of a session. What is to be found in it stands in `⟦⟧`, which are taken out; where the value is spelled
 * otherwise (encoded, in pieces), it stands last. Without a kind nothing is to be found.
 */
export type Sample = readonly [where: Whereabouts, text: string, kind?: LeakKind, value?: string];
