import { expect } from 'chai';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { custom, type Json, page, redacted, sessionOf, START } from './session.ts';

const at = START / 1000;
const crumb = (category: string, more: object = {}) =>
  custom(1, 'breadcrumb', { category, timestamp: at + 1, message: `the ${category}`, ...more });
const span = (op: string, more: object = {}) =>
  custom(1, 'performanceSpan', {
    op,
    startTimestamp: at + 1,
    endTimestamp: at + 1,
    description: `the ${op}`,
    ...more,
  });

const ASKED = {
  method: 'POST',
  statusCode: 200,
  request: { size: 8, headers: { authorization: 'the head' }, body: { who: 'the body' } },
  response: { size: 8, headers: { 'set-cookie': 'the head' }, body: 'the body' },
};

const EVENTS = [
  ...page([]),
  crumb('console', { level: 'info', data: { arguments: ['the line'] } }),
  crumb('sentry.event'),
  crumb('ui.click'),
  crumb('fetch', { data: { url: 'https://x.test/', ...ASKED } }),
  crumb('xhr'),
  span('resource.fetch', { data: ASKED }),
  span('resource.css'),
  span('navigation.navigate'),
  span('memory'),
  custom(1, 'options', { maskAllText: true, blockAllMedia: true, of: 'the options' }),
  custom(1, 'bought', 'the site'),
];
const ALL =
  'console line sentry.event ui.click fetch xhr resource.fetch resource.css navigation.navigate memory head body options site'.split(
    ' ',
  );

describe("redactSession, of Sentry's events", () => {
  const kinds: readonly (readonly [kinds: NonNullable<RedactRules['kinds']>, gone: string])[] = [
    [['console'], 'console line sentry.event ui.click'],
    [['network'], 'fetch xhr resource.fetch resource.css navigation.navigate memory head body'],
    [['network-bodies'], 'body'],
    [['network-headers'], 'head'],
    [['config'], 'options'],
    [['custom'], 'sentry.event ui.click memory site'],
  ];
  for (const [given, gone] of kinds) {
    it(`takes out ${given.join(', ')}`, async () => {
      const { json, summary } = await redacted(sessionOf(EVENTS), { kinds: given });
      const left = ALL.filter((one) => json.includes(`the ${one}"`));
      expect(left).to.deep.equal(ALL.filter((one) => !gone.split(' ').includes(one)));
      expect(Object.keys(summary.kinds)).to.deep.equal(given);
    });
  }

  it('counts texts in them as of the console and of requests', async () => {
    const { events, summary } = await redacted(sessionOf(EVENTS), {
      strings: ['the line', 'the body', 'the site'],
    });
    expect(summary.places).to.deep.equal({ console: 1, network: 4, custom: 1 });
    expect((events[2]?.['data'] as Json)['payload']).to.have.property('category', 'console');
  });

  it('looks into old lines of the console too', async () => {
    const line = {
      type: 3,
      timestamp: START + 1000,
      data: { source: 11, level: 'log', payload: ['"the line"'], trace: [] },
    };
    const { summary } = await redacted(sessionOf([...page([]), line]), { strings: ['the line'] });
    expect(summary.places).to.deep.equal({ console: 1 });
  });
});
