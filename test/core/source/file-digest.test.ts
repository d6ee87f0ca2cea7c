import { sha256 } from '@noble/hashes/sha2.js';
import { expect } from 'chai';
import { FileDigest, type RunningHash } from '../../../src/core/source/file-digest.ts';

// Source: FIPS 180-4, its published test values.
const KNOWN: readonly [text: string, sum: string][] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
];

describe('FileDigest', () => {
  const limits: readonly [title: string, limit: number | null][] = [
    ['where all is held', 1000],
    ['where it outgrows what is held', 10],
    ['where nothing is held', 0],
    ['as they come', null],
  ];
  const ways: readonly [title: string, start: (() => RunningHash) | undefined][] = [
    ['by a script', () => sha256.create()],
    ['by Node.js', undefined],
  ];
  for (const [where, limit] of limits) {
    for (const [how, start] of ways) {
      for (const [text, sum] of KNOWN) {
        it(`hashes ${text.length} bytes ${where} ${how}`, async () => {
          const digest = new FileDigest(limit, start);
          const bytes = new TextEncoder().encode(text);
          for (let at = 0; at < bytes.length; at += 3) digest.update(bytes.subarray(at, at + 3));
          expect(await digest.hex()).to.equal(sum);
        });
      }
    }
  }
});
