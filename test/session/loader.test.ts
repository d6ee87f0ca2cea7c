import { expect } from '@open-wc/testing';
import { DEFAULT_LIMITS } from '../../src/core/limits.ts';
import { Loader } from '../../src/session/loader.ts';
import type { ToWorker } from '../../src/worker/messages.ts';
import { eventually, recordingOf } from '../player-harness.ts';

const RECORDING = recordingOf([[1000, 'one']]);
const TERMS = { limits: DEFAULT_LIMITS, credentials: 'omit', preparesPages: false } as const;
const LISTENER = { progress: () => undefined, outline: () => undefined, blocked: () => undefined };

describe('Loader, before its worker is there', () => {
  const before = window.Worker;
  let told: string[];
  beforeEach(() => {
    told = [];
    window.Worker = class extends before {
      override postMessage(message: ToWorker, transfer?: object): void {
        told.push(message.type);
        super.postMessage(message, transfer as Transferable[]);
      }

      override terminate(): void {
        told.push('terminate');
        super.terminate();
      }
    };
  });
  afterEach(() => (window.Worker = before));

  it('does not forget that pages are to be prepared', async () => {
    for (const asksFirst of [true, false]) {
      told = [];
      const loader = new Loader(() => true);
      if (asksFirst) loader.preparePages();
      const loading = loader.load(RECORDING, TERMS, LISTENER);
      if (!asksFirst) loader.preparePages();
      await loading;
      expect([...told].sort()).to.deep.equal(['load', 'prepare-pages']);
      loader.close();
      await eventually(() => told.includes('terminate'));
    }
  });

  it('is closed as soon as it can be', async () => {
    const [idle, loading] = [new Loader(() => true), new Loader(() => true)];
    const failed = loading.load(RECORDING, TERMS, LISTENER).catch((error: unknown) => error);
    idle.close();
    loading.close();
    expect(await failed).to.have.property('code', 'aborted');
    await eventually(() => told.length === 2);
    expect(told).to.deep.equal(['terminate', 'terminate']);
  });
});
