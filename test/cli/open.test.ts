import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { basename } from 'node:path';
import { expect } from 'chai';
import type { ServedViewer } from '../../src/cli/serve/viewer.ts';
import { command, recording, useFolder } from './command.ts';

describe('portable-replay open', () => {
  const inFolder = useFolder();
  let viewer: ServedViewer | null = null;
  afterEach(() => viewer?.close());

  /** Serves recordings with a viewer of two files. */
  async function serve(paths: readonly string[]) {
    const { serveViewer } = await import('../../src/cli/serve/viewer.ts');
    await mkdir(inFolder('site/assets'), { recursive: true });
    await writeFile(inFolder('site/index.html'), '<!doctype html>');
    await writeFile(inFolder('site/assets/viewer.js'), 'export {}');
    await writeFile(inFolder('site/service-worker.js'), '');
    const files = paths.map((path) => ({ path, name: basename(path) }));
    viewer = await serveViewer(files, inFolder('site'));
    return { ...viewer, address: viewer.addresses[0]! };
  }

  /** The address of the recording that a viewer is told. */
  const recordingIn = ({ address, origin }: { address: string; origin: string }): string =>
    origin + (new URLSearchParams(new URL(address).hash.slice(1)).get('src') ?? '');

  it('serves the viewer, which nobody may frame, to this computer', async () => {
    const { origin, address } = await serve([recording('checkout.v2.json')]);
    expect(origin).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
    const page = await fetch(address);
    expect(await page.text()).to.equal('<!doctype html>');
    const headers = Object.fromEntries(page.headers);
    expect(headers).to.include({
      'content-type': 'text/html',
      'content-security-policy': "frame-ancestors 'self'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    const script = await fetch(`${origin}/assets/viewer.js`);
    expect(script.headers.get('content-type')).to.equal('text/javascript');
  });

  it('serves a recording as it is on the disk, at an address that nobody can guess', async () => {
    const served = await serve([recording('checkout.v2.json.gz')]);
    const address = recordingIn(served);
    expect(address).to.match(/\/recordings\/[0-9a-f]{32}\/checkout\.v2\.json\.gz$/);
    const answer = await fetch(address);
    const bytes = await readFile(recording('checkout.v2.json.gz'));
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).to.equal(true);
    expect(answer.headers.get('content-length')).to.equal(String(bytes.length));
    expect(answer.headers.get('cache-control')).to.equal('no-store');
  });

  it('has an address for each of several recordings', async () => {
    const names = ['lab.jsonl', 'two-tabs.v2.json'];
    const { origin, addresses } = await serve(names.map(recording));
    const texts = await Promise.all(
      addresses.map(async (address) => (await fetch(recordingIn({ origin, address }))).text()),
    );
    const files = await Promise.all(names.map((name) => readFile(recording(name), 'utf8')));
    expect(texts).to.deep.equal(files);
  });

  for (const [title, path, options, status] of [
    [
      'another name, which somebody made to lead here',
      '/index.html',
      { headers: { host: 'evil.test' } },
      403,
    ],
    ['what would change something', '/index.html', { method: 'POST' }, 405],
    ['what makes an app of the viewer', '/service-worker.js', {}, 404],
    ['files beside the viewer', '/assets/../../open.json', {}, 404],
    ['recordings without their address', '/recordings/', {}, 404],
  ] as const)
    it(`refuses ${title}`, async () => {
      const { origin } = await serve([recording('checkout.v2.json')]);
      const asked = request(`${origin}/`, { ...options, path });
      asked.end();
      const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume: () => void }];
      response.resume();
      expect(response.statusCode).to.equal(status);
    });

  it('answers that a file is not there any more', async () => {
    const served = await serve([inFolder('gone.json')]);
    expect((await fetch(recordingIn(served))).status).to.equal(404);
  });

  it('serves nothing where a file is missing, and names each', async () => {
    const { code, stdout, stderr } = await command([
      'open',
      recording('checkout.v2.json'),
      inFolder('gone.json'),
      inFolder('away.json'),
    ]);
    expect([code, stdout]).to.deep.equal([3, '']);
    expect(stderr).to.include('gone.json').and.to.include('away.json').and.to.include('(network)');
  });
});
