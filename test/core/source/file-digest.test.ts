import { expect } from 'chai';
import { FileDigest } from '../../../src/core/source/file-digest.ts';

// Source: FIPS 180-4, its published test values.
const KNOWN: readonly [text: string, sha256: string][] = [
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
    ['where browsers do not hash', null],
  ];
  for (const [title, limit] of limits) {
    for (const [text, sha256] of KNOWN) {
      it(`hashes ${text.length} bytes ${title}`, async () => {
        const digest = new FileDigest(limit);
        const bytes = new TextEncoder().encode(text);
        for (let at = 0; at < bytes.length; at += 3) digest.update(bytes.subarray(at, at + 3));
        expect(await digest.hex()).to.equal(sha256);
      });
    }
  }
});
