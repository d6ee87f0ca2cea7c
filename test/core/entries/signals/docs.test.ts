import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { SIGNAL_RULES } from '../../../../src/core/entries/signals/rules.ts';

const page = readFileSync(new URL('../../../../demo/docs/signals.md', import.meta.url), 'utf8');

describe('the documentation of signals', () => {
  for (const [rule, { limits }] of Object.entries(SIGNAL_RULES))
    it(`explains ${rule} and has its limits`, () => {
      const [, section = ''] = page.split(`\n### ${rule}\n`);
      const [explained = ''] = section.split('\n#');
      const listed = Object.entries(limits).map(([name, limit]) => `\`${name}\` ${limit}`);
      expect(explained).to.contain(`\nLimits: ${listed.join(', ')}\n`);
      const [before = ''] = explained.split('\nLimits:');
      for (const name of Object.keys(limits)) expect(before, name).to.contain(`\`${name}\``);
    });

  it('speaks of no rule that is none', () => {
    const [, signals = ''] = page.split('\n## Signals\n');
    const [rules = ''] = signals.split('\n## ');
    const named = [...rules.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
    expect(named.sort()).to.deep.equal(Object.keys(SIGNAL_RULES).sort());
  });
});
