import { expect } from 'chai';
import { type JobControls, LatestJob } from '../../src/core/latest-job.ts';

/** A job whose runs end when they are told to. */
function job() {
  const seen: string[] = [];
  const runs: { controls: JobControls; resolve: (result: string) => void; reject: (error: Error) => void }[] =
    [];
  const latest = new LatestJob<string>(
    () => seen.push(latest.state.step),
    (error) => String(error),
  );
  const start = () =>
    latest.start((controls) => new Promise((resolve, reject) => runs.push({ controls, resolve, reject })));
  return { latest, seen, runs, start };
}

describe('LatestJob', () => {
  it('says how far it is, and what came of it', async () => {
    const { latest, seen, runs, start } = job();
    const done = start();
    runs[0]!.controls.onProgress(0.5);
    expect(latest.state).to.deep.equal({ step: 'running', share: 0.5 });
    runs[0]!.resolve('result');
    await done;
    expect(latest.state).to.deep.equal({ step: 'done', result: 'result' });
    expect(seen).to.deep.equal(['running', 'running', 'done']);
  });

  it('says why it failed', async () => {
    const { latest, runs, start } = job();
    const done = start();
    runs[0]!.reject(new Error('no'));
    await done;
    expect(latest.state).to.deep.equal({ step: 'failed', message: 'Error: no' });
  });

  it('hears nothing of a run that was called off', async () => {
    const { latest, seen, runs, start } = job();
    const done = start();
    latest.stop();
    expect(runs[0]!.controls.signal.aborted).to.be.true;
    runs[0]!.controls.onProgress(0.5);
    runs[0]!.reject(new Error('aborted'));
    await done;
    expect(latest.state).to.deep.equal({ step: 'idle' });
    expect(seen).to.deep.equal(['running', 'idle']);
  });

  it('knows the newest run only', async () => {
    const { latest, runs, start } = job();
    const first = start();
    const second = start();
    expect(runs[0]!.controls.signal.aborted).to.be.true;
    runs[1]!.resolve('second');
    await second;
    runs[0]!.resolve('first');
    await first;
    expect(latest.state).to.deep.equal({ step: 'done', result: 'second' });
  });
});
