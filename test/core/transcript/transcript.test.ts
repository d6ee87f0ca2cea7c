import { expect } from 'chai';
import { openRecording, type TranscriptOptions } from '../../../src/core/index.ts';
import { bytesOf } from '../recordings.ts';
import type { Recording } from '../../recordings.ts';

async function transcriptOf(
  recording: Recording | readonly object[],
  options: TranscriptOptions,
): Promise<string> {
  const source = typeof recording === 'string' ? await bytesOf(recording) : [...recording];
  await using opened = await openRecording(source);
  return await opened.transcript(options);
}

/** Lines without what differs from one recording of the shop to the next: its port. */
const linesOf = (text: string) =>
  text
    .replace(/:\d{5}\//g, '/')
    .trimEnd()
    .split('\n');

const START = 1_700_000_000_000;
const at = (time: number, type: number, data: object) => ({ type, timestamp: START + time * 1000, data });
const element = (id: number, tagName: string, attributes: object, ...childNodes: object[]) => ({
  ...{ type: 2, id, tagName, attributes, childNodes },
});
const text = (id: number, textContent: string) => ({ type: 3, id, textContent });

/** A page with one button, that is clicked at 2 s and answers at 3 s. */
function paying(name: string, more: readonly object[] = []): object[] {
  const button = element(10, 'button', {}, text(11, name));
  const body = element(4, 'body', {}, button, element(12, 'p', {}, text(13, 'Not paid')));
  const html = element(2, 'html', {}, element(3, 'head', {}, element(5, 'title', {}, text(6, 'Shop'))), body);
  return [
    at(0, 4, { href: 'https://x.test/pay', width: 800, height: 600 }),
    at(0, 2, { node: { type: 0, id: 1, childNodes: [html] }, initialOffset: { top: 0, left: 0 } }),
    at(2, 3, { source: 2, type: 2, id: 10, x: 5, y: 5 }),
    at(3, 3, {
      ...{ source: 0, adds: [], removes: [] },
      texts: [{ id: 13, value: 'Declined' }],
      attributes: [{ id: 10, attributes: { disabled: '' } }],
    }),
    ...more,
    at(30, 3, { source: 1, positions: [] }),
  ];
}

describe('transcripts', () => {
  it('tell in a few lines what users did and what went wrong', async () => {
    const lines = linesOf(await transcriptOf('checkout.jsonl', { detail: 'brief' }));
    expect(lines.slice(0, 9)).to.deep.equal([
      '0:00 opened shop.example/ "Fernhouse – Plants"',
      '0:02 clicked "Search" (search field)',
      '0:02 typed into "Search" (masked)',
      '0:04 clicked "Look closer" (link)',
      '0:04 opened /product.html?p=1 "Fernhouse – Product"',
      '0:05 clicked "Load reviews" (button)',
      '0:05 error after a click: "Load reviews" (button)',
      '0:05 failed request after a click: "Load reviews" (button)',
      '0:05 GET /api/reviews 404',
    ]);
    expect(lines.at(-1)).to.equal('0:12 POST /api/pay 500');
    expect(lines.join('\n')).not.to.match(/paying takes long|idle|scrolled/);
  });

  it('tell more by default, and everything where that is wanted', async () => {
    const [usual, normal, full] = await Promise.all([
      transcriptOf('checkout.jsonl', {}),
      transcriptOf('checkout.jsonl', { detail: 'normal' }),
      transcriptOf('checkout.jsonl', { detail: 'full' }),
    ]);
    expect(usual).to.equal(normal);
    expect(normal).to.contain('0:12 console warn: paying takes long');
    expect(normal).not.to.contain('console log: search');
    expect(full).to.contain('console log: search');
    expect(full).to.match(/scrolled .*px/);
    for (const line of linesOf(normal)) expect(linesOf(full)).to.include(line);
  });

  it('name the window where it is another', async () => {
    const lines = linesOf(await transcriptOf('two-tabs.jsonl', { detail: 'brief' }));
    expect(lines.join('\n')).to.match(
      /opened \/product.html "Fernhouse – Product" \(Window 2\)|switched to Window 2/,
    );
  });

  it('are captions', async () => {
    const vtt = await transcriptOf(paying('Pay <now> & -->'), { format: 'vtt' });
    expect(vtt).to.equal(
      [
        'WEBVTT',
        '',
        '00:00:00.000 --> 00:00:02.000',
        'opened /pay "Shop"',
        '',
        '00:00:02.000 --> 00:00:03.000',
        'clicked "Pay &lt;now&gt; &amp; --&gt;" (button)',
        '',
        '00:00:03.000 --> 00:00:10.000',
        'idle for 27 seconds',
        '',
      ].join('\n'),
    );
  });

  it('are data', async () => {
    const told = JSON.parse(
      await transcriptOf(paying('Pay'), { format: 'json', detail: 'brief', seen: true }),
    ) as {
      lines: { kind: string; title: string; seen?: object }[];
    };
    expect(told).to.deep.include({ id: '', startedAt: new Date(START).toISOString(), duration: 30 });
    expect(told.lines.map(({ kind, title }) => `${kind} ${title}`)).to.deep.equal([
      'page opened /pay "Shop"',
      'click clicked "Pay" (button)',
      'end the recording ends',
    ]);
    expect(told.lines[1]?.seen).to.deep.equal({
      changes: [
        { added: false, line: '- button "Pay"' },
        { added: false, line: '- paragraph: Not paid' },
        { added: true, line: '- button "Pay" [disabled]' },
        { added: true, line: '- paragraph: Declined' },
      ],
    });
  });

  it('tell what was seen, and then what changed', async () => {
    const lines = linesOf(await transcriptOf(paying('Pay'), { detail: 'brief', seen: true }));
    expect(lines).to.deep.equal([
      '0:00 opened /pay "Shop"',
      '    - button "Pay"',
      '    - paragraph: Not paid',
      '0:02 clicked "Pay" (button)',
      '    - - button "Pay"',
      '    - - paragraph: Not paid',
      '    + - button "Pay" [disabled]',
      '    + - paragraph: Declined',
      '0:30 the recording ends',
    ]);
  });

  it('tell another page whole', async () => {
    const lines = linesOf(await transcriptOf('checkout.jsonl', { detail: 'brief', seen: true }));
    const opened = lines.findIndex((line) => line.includes('opened /product.html'));
    expect(lines[opened + 1]).to.equal('    - banner:');
    const paid = lines.findIndex((line) => line.includes('clicked "Pay"'));
    expect(lines.slice(paid, paid + 6)).to.include('    +   - paragraph: Payment failed (500)');
  });

  it('tell what was seen of a page on which nothing is said to have happened', async () => {
    const isPage = ({ type, data }: { type: number; data: object }) => type === 2 || 'texts' in data;
    const quiet = (paying('Pay') as { type: number; data: object }[]).filter(isPage);
    const lines = linesOf(await transcriptOf(quiet, { detail: 'brief', seen: true }));
    expect(lines).to.deep.equal([
      '0:03 the recording ends',
      '    - button "Pay" [disabled]',
      '    - paragraph: Declined',
    ]);
  });

  it('hold no markup of the recording', async () => {
    const name = '**Pay** [x](javascript:1) <img src=x> ````';
    const markdown = await transcriptOf(paying(name), { format: 'markdown', seen: true });
    expect(markdown).to.contain(
      'clicked "\\*\\*Pay\\*\\* \\[x\\](javascript\\:1) \\<img src=x\\> \\`\\`\\`\\`" (button)',
    );
    expect(markdown).to.contain('  `````yaml\n');
    expect(markdown.match(/`````/g)).to.have.length(4);
  });

  it('refuse what they do not know', async () => {
    const thrown = await transcriptOf(paying('Pay'), { format: 'pdf' as never }).catch(
      (error: unknown) => error,
    );
    expect(thrown).to.be.instanceOf(TypeError);
    expect(String(thrown)).to.contain('format must be one of text, markdown, vtt, json');
    const detail = await transcriptOf(paying('Pay'), { detail: 'most' as never }).catch(
      (error: unknown) => error,
    );
    expect(String(detail)).to.contain('detail must be one of brief, normal, full');
  });
});
