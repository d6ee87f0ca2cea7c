import { expect } from '@open-wc/testing';
import { el, htmlPage, recordingOf, text } from './cases/recording.ts';
import { eventually, next, pageOf, player, playTo, seek } from './player-harness.ts';

const EVENTS = recordingOf(htmlPage([el(30, 'x-card', {}, [text(31, 'card')])]), [
  [3000, { source: 16, define: { name: 'x-card' } }],
]) as { type: number; timestamp: number; data: object }[];

describe('custom elements of which is told after a page was shown', () => {
  it('are on the page that is shown as they were, at once and while it plays', async () => {
    let more!: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (more = controller) });
    const send = (events: readonly object[]) => {
      more.enqueue(new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join('')));
    };
    const isToldOf = (event: (typeof EVENTS)[number]) => 'define' in event.data;
    const at = EVENTS.findIndex(isToldOf);
    const moved = {
      type: 3,
      timestamp: EVENTS[0]!.timestamp + 2500,
      data: { source: 1, positions: [{ x: 1, y: 1, id: 30, timeOffset: 0 }] },
    };
    send([...EVENTS.slice(0, at), moved]);
    const element = await player();
    const shown = next(element, 'loadeddata');
    const loaded = element.load(stream);
    await shown;
    const isDefined = () => pageOf(element).querySelector('x-card')!.matches(':defined');
    expect(isDefined(), 'while nothing is told').to.equal(true);
    send(EVENTS.slice(at));
    more.close();
    await loaded;
    await eventually(() => !isDefined(), 'as was recorded');
    await playTo(element, 2);
    expect(isDefined(), 'while it plays').to.equal(false);
    await seek(element, 3.5);
    expect(isDefined(), 'once it was').to.equal(true);
  });
});
