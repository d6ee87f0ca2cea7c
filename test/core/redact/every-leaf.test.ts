import { expect } from 'chai';
import { packForPage } from '../../../src/core/export/pack-for-page.ts';
import { typedEvents } from './event-types.ts';
import { type Planted, plantedIn } from './plant.ts';
import { OTHER_EVENTS } from './posthog-events.ts';
import { element, type Json, page, type Redacted, redacted, sessionOf, START, text } from './session.ts';

const EVENTS = [
  ...page([element('style', {}, text('p{}')), element('p', {}, text('text'))]),
  ...typedEvents(),
  ...OTHER_EVENTS,
];

/** Everything with something put into it, as one session; each event has a moment of its own. */
function plantedAll(
  secret: string,
  number: number,
): { readonly planted: readonly Planted[]; readonly events: readonly Json[] } {
  const planted = EVENTS.flatMap((event) => [...plantedIn(event, secret, number)]);
  const events = planted.map(({ event }, i) => ({ ...event, timestamp: START + i }));
  return { planted, events };
}

/** The file of a page has it in base64 of gzip. */
async function unpacked(blob: Blob): Promise<string> {
  const base64 = await (await packForPage(blob)).text();
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function expectNowhere(
  secrets: readonly string[],
  copy: Redacted,
  planted: readonly Planted[],
): Promise<void> {
  const lower = secrets.map((secret) => secret.toLowerCase());
  const holds = (json: string) => lower.some((secret) => json.toLowerCase().includes(secret));
  const left = copy.events.flatMap((event, i) => (holds(JSON.stringify(event)) ? [planted[i]?.place] : []));
  expect(copy.events).to.have.lengthOf(planted.length);
  expect(left).to.deep.equal([]);
  expect(holds(copy.json), 'the copy').to.equal(false);
  expect(holds(await unpacked(copy.blob)), 'the page').to.equal(false);
}

describe('redactSession, of every member of every event', () => {
  const secrets = [
    ['Quist-Ødegård', 471108152],
    // As names of classes and style sheets are made of.
    ['marlenequist', 4711081524711],
    ['Marlene Quist', 47110.8152],
  ] as const;
  for (const [secret, number] of secrets) {
    it(`removes ${secret} and ${number}`, async () => {
      const { planted, events } = plantedAll(secret, number);
      expect(planted.length).to.be.greaterThan(1000);
      const person = JSON.stringify({ distinct_ids: [secret], properties: { [secret]: number } });
      const session = sessionOf(events, { id: secret, person });
      const copy = await redacted(session, { strings: [secret, String(number)] });
      await expectNowhere([secret, String(number)], copy, planted);
    });
  }

  it('leaves all as it was where nothing of it is', async () => {
    const events = EVENTS.map((event, i) => ({ ...event, timestamp: START + i }));
    const copy = await redacted(sessionOf(events), { strings: ['marlenequist', '4711081524711'] });
    expect(copy.events.map(({ windowId: _, ...event }) => event)).to.deep.equal(events);
  });
});
