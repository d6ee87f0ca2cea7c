import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readRecording } from '../read-recording.ts';

const FOLDERS = ['../../../fixtures/recordings/', '../../../../shared/recordings/'].map(
  (path) => new URL(path, import.meta.url),
);
/** What is no recording by itself. */
const OTHERS = /\.(?:md|mjs|ts|txt)$/;

describe('what a page may cost', () => {
  for (const folder of FOLDERS.filter((url) => existsSync(url)))
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || OTHERS.test(entry.name)) continue;
      it(`is more than any page of ${entry.name} costs`, async () => {
        const blob = new Blob([readFileSync(`${entry.parentPath}/${entry.name}`)]);
        const read = await readRecording(blob).catch(() => null);
        // Some of the files hold several recordings, or a part of one.
        const warnings = read?.outline.info.warnings ?? [];
        expect(warnings.filter(({ code }) => code === 'too-costly')).to.deep.equal([]);
      });
    }
});
