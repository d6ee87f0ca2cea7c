import { expect } from '@open-wc/testing';
import { openRecording } from '../../src/core/index.ts';

const ADDRESS = '/fixtures/recordings/lab.v2.json';

describe('openRecording, in a page', () => {
  it('reads an address relative to the page, a file and a stream alike', async () => {
    const blob = await (await fetch(ADDRESS)).blob();
    const sources = [ADDRESS, new URL(ADDRESS, location.href), new File([blob], 'lab.json'), blob.stream()];
    const infos = [];
    for (const source of sources) {
      const recording = await openRecording(source);
      infos.push({ ...recording.info, files: [] });
      await recording.close();
    }
    for (const info of infos) expect(info).to.deep.equal(infos[0]);
    expect(infos[0]!.eventCount).to.be.greaterThan(10);
  });

  it('answers the same in a worker', async () => {
    const answers = async (worker: boolean) => {
      await using recording = await openRecording(ADDRESS, { worker });
      const events = [];
      for await (const event of recording.events()) events.push(event);
      return [recording.info, events, await recording.transcript(), await recording.page(1)];
    };
    const [here, elsewhere] = [await answers(false), await answers(true)];
    expect(here[1]).to.have.length.greaterThan(10);
    expect(elsewhere).to.deep.equal(here);
  });

  it('closes with `await using`', async () => {
    const closed = await openRecording(ADDRESS);
    {
      await using recording = closed;
      expect(await recording.page(1)).to.have.property('width');
    }
    const error = await closed.page(1).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'aborted');
  });
});
