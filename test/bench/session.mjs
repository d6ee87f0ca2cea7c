import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inflateEvent, linesOf } from '../../fixtures/shapes.mjs';

const RECORDINGS = new URL('../../fixtures/recordings/', import.meta.url);

/** Cards that the recorded mouse and clicks point at: never taken away. */
const KEPT_CARDS = 12;
const NODES_OF_A_CARD = 14;

/** @param {string} name of a recording in fixtures/ */
export function fixtureLines(name) {
  return linesOf(readFileSync(new URL(`${name}.jsonl`, RECORDINGS), 'utf8'));
}

/** mulberry32: the same numbers from the same seed, everywhere. */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The first page of the `checkout` fixture as it goes on: its products priced anew, taken away and put back,
 * its clock ticking, its visitor doing the same again. Everything in it was recorded; what varies are numbers
 * and how many products there are, so that it is as large as a real page and does not compress to nothing.
 */
export class ShopSession {
  #lines = fixtureLines('checkout').map(([windowId, event]) => [windowId, inflateEvent(event)]);
  #random;
  #nextId = 1000;
  #products = 0;
  #snapshot;
  #grid;
  #clock;
  #template;
  /** Texts and links of a card that change. */
  #cards = [];
  windowId = this.#lines[0][0];
  startedAt = this.#lines[0][1].timestamp;

  /** @param {{seed: number, cards: number}} options */
  constructor({ seed, cards }) {
    this.#random = randomNumbers(seed);
    this.#snapshot = this.#lines[1][1].data;
    this.#grid = this.#find((node) => node.attributes?.id === 'grid');
    this.#clock = this.#find((node) => node.attributes?.id === 'clock').childNodes[0];
    this.#cards = this.#grid.childNodes.filter(({ tagName }) => tagName === 'article');
    this.#template = structuredClone(this.#cards[0]);
    while (this.#cards.length < cards) this.#append(this.#newCard());
    this.#clock.textContent = clockText(0);
  }

  /** What a visit begins with besides the page: the recorder's settings. */
  opening(at) {
    return this.#lines.slice(2, 6).map(([, { type, data }], i) => this.#event(type, data, at + 30 + i));
  }

  /** The page as it is now, from scratch, as posthog-js records it at the start and every five minutes. */
  snapshot(at) {
    return [
      this.#event(4, this.#lines[0][1].data, at),
      this.#event(2, structuredClone(this.#snapshot), at + 1),
    ];
  }

  /** What the visitor does in the `index`th lap: mouse, clicks, typing, scrolling, console lines, requests. */
  lap(at) {
    const next = this.#lines.findIndex(([, { type }], i) => i > 0 && type === 4);
    const { timestamp: from } = this.#lines[1][1];
    return this.#lines
      .slice(6, next)
      .filter(([, { type, data }]) => type !== 3 || data.source !== 0)
      .map(([, { type, data, timestamp }]) => this.#event(type, data, at + timestamp - from));
  }

  get lapMs() {
    const next = this.#lines.findIndex(([, { type }], i) => i > 0 && type === 4);
    return this.#lines[next][1].timestamp - this.#lines[0][1].timestamp;
  }

  /** The clock shows another second. */
  tick(seconds, at) {
    const parentId = this.#find((node) => node.attributes?.id === 'clock').id;
    const before = this.#clock.id;
    Object.assign(this.#clock, { id: this.#nextId++, textContent: clockText(seconds) });
    const adds = [{ parentId, nextId: null, node: { ...this.#clock } }];
    return this.#mutation(at, { removes: [{ parentId, id: before }], adds });
  }

  /** New prices, each set as text content as the shop's clock is, and links that lead elsewhere. */
  reprice(at, { prices = 9, links = 6 } = {}) {
    const removes = [];
    const adds = [];
    for (const card of this.#picks(prices)) {
      const price = card.childNodes[5];
      const [text] = price.childNodes;
      removes.push({ parentId: price.id, id: text.id });
      Object.assign(text, { id: this.#nextId++, textContent: `${this.#newPrice()} €` });
      adds.push({ parentId: price.id, nextId: null, node: { ...text } });
    }
    return this.#mutation(at, { removes, adds, attributes: this.#relink(links) });
  }

  /** A product is sold out, as by the search; another is put at the end. */
  restock(at) {
    const index = KEPT_CARDS + Math.floor(this.#random() * (this.#cards.length - KEPT_CARDS));
    const [gone] = this.#cards.splice(index, 1);
    this.#grid.childNodes.splice(this.#grid.childNodes.indexOf(gone), 1);
    return this.#mutation(at, { removes: [{ parentId: this.#grid.id, id: gone.id }], adds: this.grow(1) });
  }

  /** The adds of a mutation that puts products at the end. */
  grow(cards) {
    return Array.from({ length: cards }, () => {
      const card = this.#newCard();
      this.#append(card);
      return addsOf(card, this.#grid.id);
    }).flat();
  }

  addCards(at, cards) {
    return this.#mutation(at, { adds: this.grow(cards) });
  }

  /** A line of the console, as rrweb's plugin records it. */
  log(at, text) {
    const payload = { level: 'log', trace: ['at shop.js:12:8'], payload: [JSON.stringify(text)] };
    return this.#event(6, { plugin: 'rrweb/console@1', payload }, at);
  }

  /** One mutation that sets so many attributes. */
  relinkAll(at, changes) {
    return this.#mutation(at, { attributes: this.#relink(changes) });
  }

  #relink(changes) {
    return this.#picks(changes).map((card) => {
      const link = card.childNodes[7];
      link.attributes.href = link.attributes.href.replace(/\d+$/, String(this.#products++));
      return { id: link.id, attributes: { href: link.attributes.href } };
    });
  }

  #picks(count) {
    const first = Math.floor(this.#random() * this.#cards.length);
    return Array.from({ length: count }, (_, i) => this.#cards[(first + i) % this.#cards.length]);
  }

  #newPrice() {
    return (this.#random() * 1000).toFixed(2);
  }

  #newCard() {
    const card = structuredClone(this.#template);
    for (const node of nodesOf(card)) node.id = this.#nextId++;
    card.childNodes[5].childNodes[0].textContent = `${this.#newPrice()} €`;
    card.childNodes[7].attributes.href = card.childNodes[7].attributes.href.replace(
      /\d+$/,
      String(this.#products++),
    );
    return card;
  }

  #append(card) {
    this.#cards.push(card);
    this.#grid.childNodes.push(card);
  }

  #mutation(at, { texts = [], attributes = [], removes = [], adds = [] }) {
    return this.#event(3, { source: 0, texts, attributes, removes, adds }, at);
  }

  #event(type, data, at) {
    return { type, data, timestamp: Math.round(this.startedAt + at) };
  }

  #find(isIt) {
    for (const node of nodesOf(this.#snapshot.node)) if (isIt(node)) return node;
    throw new Error('The fixture has another page than it had');
  }
}

/** What the clock of the page shows so many seconds after the start. */
export function clockText(seconds) {
  return `${seconds} s in the shop`;
}

/** How many cards a page of so many nodes has. */
export function cardsOf(nodes) {
  return Math.ceil(nodes / NODES_OF_A_CARD);
}

/** As posthog-js sends them: each field by itself in gzip, its bytes as characters. */
export function compressed(event) {
  const { type, data } = event;
  if (type === 2) return { ...event, data: packed(data), cv: '2024-10' };
  if (type !== 3 || data.source !== 0) return event;
  const fields = ['texts', 'attributes', 'removes', 'adds'].map((name) => [name, packed(data[name])]);
  return { ...event, data: { ...data, ...Object.fromEntries(fields) }, cv: '2024-10' };
}

const NOTHING = gzip([]);

function packed(value) {
  return value.length === 0 ? NOTHING : gzip(value);
}

function gzip(value) {
  return gzipSync(JSON.stringify(value)).toString('latin1');
}

function* nodesOf(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesOf(child);
}

/** rrweb adds each node by itself, a parent before its children, the last child first. */
function addsOf(node, parentId, nextId = null) {
  const { childNodes = [] } = node;
  const own = { parentId, nextId, node: node.childNodes ? { ...node, childNodes: [] } : { ...node } };
  const inner = childNodes.map((child, i) => addsOf(child, node.id, childNodes[i + 1]?.id ?? null));
  return [own, ...inner.reverse().flat()];
}
