import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { pageOf, player, seek } from '../player-harness.ts';
import { add, el, type Happening, htmlPage, recordingOf, set } from './recording.ts';

const CSS = 'p { color: light-dark(rgb(1, 1, 1), rgb(2, 2, 2)); background: Canvas }';
const LIGHT = ['rgb(1, 1, 1)', 'rgb(255, 255, 255)'];

const pageWith = (head: readonly ReturnType<typeof el>[], style = '') =>
  htmlPage([el(20, 'p', { style })], [el(10, 'style', { _cssText: CSS }), ...head]);
const style = (id: number, css: string) => el(id, 'style', { _cssText: css });

const SAID: Readonly<
  Record<string, readonly [page: ReturnType<typeof el>, happenings?: readonly Happening[]]>
> = {
  'in a sheet': [pageWith([style(11, ':root { color-scheme: light dark }')])],
  'in a property': [pageWith([style(11, ':root { --s: dark light; color-scheme: var(--s) }')])],
  'in a meta element': [pageWith([el(11, 'meta', { name: 'color-scheme', content: 'light dark' })])],
  'in an attribute': [pageWith([], 'color-scheme: light dark')],
  'in what is added': [
    pageWith([]),
    [[500, add(4, el(11, 'meta', { name: 'color-scheme', content: 'dark light' }))]],
  ],
  'in what changes': [
    pageWith([el(11, 'meta', { name: 'color-scheme', content: 'light' })]),
    [
      [500, set(11, { content: 'light dark' })],
      [600, set(20, { style: { 'color-scheme': 'light dark' } })],
    ],
  ],
  'in a rule of a script': [
    pageWith([]),
    [[500, { source: 8, id: 10, adds: [{ rule: 'p { color-scheme: light dark }' }] }]],
  ],
};

describe('a page that knows two colour schemes', () => {
  before(() => emulateMedia({ colorScheme: 'dark' }));
  after(() => emulateMedia({ colorScheme: 'no-preference' }));

  for (const [where, [page, happenings = []]] of Object.entries(SAID)) {
    it(`is light for a reader who prefers the dark, when it says so ${where}`, async () => {
      const element = await player(recordingOf(page, happenings));
      await seek(element, 2);
      const replayed = pageOf(element);
      const { color, backgroundColor } = replayed.defaultView!.getComputedStyle(replayed.querySelector('p')!);
      expect([color, backgroundColor]).to.deep.equal(LIGHT);
    });
  }

  it('stays dark where it is only that', async () => {
    const element = await player(recordingOf(pageWith([style(11, ':root { color-scheme: dark }')]), []));
    const replayed = pageOf(element);
    expect(replayed.defaultView!.getComputedStyle(replayed.querySelector('p')!).color).to.equal(
      'rgb(2, 2, 2)',
    );
  });
});
