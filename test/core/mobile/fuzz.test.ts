import { expect } from 'chai';
import { MobileTransformer, screenSizeOf } from '../../../src/core/mobile/mobile-transformer.ts';
import { flat, type AnyNode, type MutationShape } from './shapes.ts';

const RUNS = 500;
const TYPES =
  'div text image screenshot rectangle placeholder web_view radio_group status_bar navigation_bar input';
const INPUTS = 'text text_area checkbox radio toggle button select progress email';
const FIELDS =
  'x y width height text base64 label url inputType disabled checked value max options style childWireframes';
const STYLES =
  'color backgroundColor backgroundImage backgroundSize borderWidth borderColor verticalAlign fontSize paddingTop bar';

/** Numbers that look random and are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes events whose every field may hold anything. */
class Fuzzer {
  #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  event(): Record<string, unknown> {
    const lists = { adds: this.#items(), removes: this.#items(), updates: this.#items() };
    const data = this.#pick<() => unknown>([
      () => ({ wireframes: this.#wireframes(0) }),
      () => ({ source: 0, ...lists }),
      () => ({ source: 0, removes: this.#items() }),
      () => ({
        source: this.#pick([2, 6]),
        id: this.#junk(),
        positions: this.#pick([this.#junk(), [{ id: 0 }]]),
      }),
      () => ({ tag: 'keyboard', payload: { open: this.#junk(), x: this.#junk(), height: this.#junk() } }),
      () => this.#junk(),
    ])();
    return { type: this.#pick([2, 2, 3, 3, 3, 4, 5, this.#junk()]), timestamp: this.#junk(), data };
  }

  #items(): unknown {
    if (this.#random() < 0.1) return this.#junk();
    return Array.from({ length: this.#below(5) }, () =>
      this.#random() < 0.1
        ? this.#junk()
        : { parentId: this.#id(), id: this.#id(), wireframe: this.#wireframe(2) },
    );
  }

  #wireframes(depth: number): unknown[] {
    return Array.from({ length: this.#below(5) }, () => this.#wireframe(depth));
  }

  #wireframe(depth: number): unknown {
    if (this.#random() < 0.05) return this.#junk();
    const wireframe: Record<string, unknown> = { id: this.#id(), type: this.#pick(TYPES.split(' ')) };
    for (const field of FIELDS.split(' ')) if (this.#random() < 0.5) wireframe[field] = this.#junk();
    if (this.#random() < 0.7) wireframe['inputType'] = this.#pick(INPUTS.split(' '));
    if (this.#random() < 0.7) wireframe['style'] = this.#style();
    if (depth < 4 && this.#random() < 0.7) wireframe['childWireframes'] = this.#wireframes(depth + 1);
    if (this.#random() < 0.05) wireframe['type'] = this.#junk();
    return wireframe;
  }

  #style(): unknown {
    const fields = STYLES.split(' ').map((field) => [field, this.#junk()] as const);
    return {
      ...Object.fromEntries(fields),
      bar: this.#pick(['circular', 'rating', 'horizontal', this.#junk()]),
    };
  }

  #id(): unknown {
    return this.#random() < 0.8 ? this.#below(30) : this.#junk();
  }

  #junk(): unknown {
    return this.#pick<unknown>([
      null,
      undefined,
      true,
      false,
      0,
      -1,
      0.5,
      3,
      1e15,
      2 ** 63,
      Infinity,
      '',
      '7',
      'red',
      'constructor',
      [],
      [null, 1, 'a', {}],
      {},
      { id: 20, type: 'div' },
    ]);
  }

  #pick<T>(values: readonly T[]): T {
    return values[this.#below(values.length)]!;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

/** The page as the replay core would have it; complains of nodes that it could not place. */
class Page {
  #parents = new Map<number, number>();

  load(node: AnyNode, parentId = 0): void {
    expect(Number.isSafeInteger(node.id) && node.id > 0, `id ${node.id}`).to.be.true;
    expect(this.#parents.has(node.id), `${node.id} twice`).to.be.false;
    this.#parents.set(node.id, parentId);
    for (const child of node.childNodes ?? []) this.load(child, node.id);
  }

  change({ adds, removes }: MutationShape): void {
    for (const { id, parentId } of removes) {
      if (this.#parents.has(id)) expect(this.#parents.get(id)).to.equal(parentId);
      this.#remove(id);
    }
    for (const { parentId, nextId, node } of adds) {
      expect(this.#parents.has(parentId), `parent ${parentId}`).to.be.true;
      if (nextId !== null) expect(this.#parents.get(nextId)).to.equal(parentId);
      this.load(node, parentId);
    }
  }

  #remove(id: number): void {
    this.#parents.delete(id);
    for (const [child, parent] of this.#parents) if (parent === id) this.#remove(child);
  }
}

describe('MobileTransformer with anything', () => {
  it(`makes pages that hold together of ${RUNS} recordings of junk`, () => {
    for (let run = 0; run < RUNS; run++) {
      const fuzzer = new Fuzzer(run);
      const transformer = new MobileTransformer();
      let page: Page | null = null;
      for (let i = 0; i < 12; i++) {
        const event = fuzzer.event();
        const before = JSON.stringify(event);
        const result = transformer.transform(event);
        expect(JSON.stringify(event), `run ${run}`).to.equal(before);
        screenSizeOf(result);
        if (result === event) {
          if (event['type'] === 2) page = null;
          continue;
        }
        if (result['type'] === 2) {
          page = new Page();
          page.load((result['data'] as { node: AnyNode }).node);
        } else if (result['type'] === 3) {
          const data = result['data'] as MutationShape;
          if (data.source !== 0) continue;
          if (page) page.change(data);
          const ids = data.adds.flatMap(({ node }) => flat(node)).map(({ id }) => id);
          expect(new Set(ids).size, `run ${run}`).to.equal(ids.length);
        }
      }
    }
  });
});
