import { expect } from 'chai';
import { kindOf } from '../../../src/core/rrweb/event-kind.ts';

describe('kindOf', () => {
  const kinds: readonly [type: number, data: Record<string, unknown>, kind: string][] = [
    [2, {}, 'fullSnapshot'],
    [3, { source: 0 }, 'mutation'],
    [3, { source: '1' }, 'mouseMove'],
    [3, { source: 'constructor' }, 'unknown'],
    [3, { source: { toString: 1, valueOf: 1 } }, 'unknown'],
    [3, {}, 'unknown'],
    [6, { plugin: 'rrweb/console@1' }, 'console'],
    [6, { plugin: 'constructor' }, 'plugin'],
    [6, { plugin: { toString: 1 } }, 'plugin'],
    [7, { url: 'https://x.test/' }, 'asset'],
    [8, { type: 'caption', text: '' }, 'annotation'],
    [9, {}, 'unknown'],
    [-1, {}, 'unknown'],
  ];
  for (const [type, data, kind] of kinds) {
    it(`is ${kind} for ${type} ${JSON.stringify(data)}`, () => {
      expect(kindOf(type, data)).to.equal(kind);
    });
  }
});
