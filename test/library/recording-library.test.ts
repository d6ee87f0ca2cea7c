import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.ts';
import { LibraryPreviewElement } from '../../demo/library/library-preview.ts';
import { LibraryRowElement } from '../../demo/library/library-row.ts';
import type { LibraryState } from '../../demo/library/library.ts';
import { RecordingLibraryElement } from '../../demo/library/recording-library.ts';
import { ViewerToolbarElement } from '../../demo/library/viewer-toolbar.ts';
import type { KeptRecording } from '../../src/library/kept-recording.ts';
import { eventually } from '../player-harness.ts';

customElements.define('viewer-toolbar', ViewerToolbarElement);
customElements.define('library-preview', LibraryPreviewElement);
customElements.define('library-row', LibraryRowElement);
customElements.define('recording-library', RecordingLibraryElement);

const LANGUAGES = ['en', 'de', 'fr', 'es', 'zh'];

const recordings: readonly KeptRecording[] = Array.from({ length: 500 }, (_, index) => ({
  id: String(index),
  name: index === 0 ? '' : `shop.example/a-rather-long-address-of-a-page/${index}`,
  keptAt: index,
  startedAt: 1_700_000_000_000,
  duration: 3700,
  tags: index % 2 === 0 ? ['checkout', 'a tag that is as long as tags may be, which is sixty letters'] : [],
  sessionIds: [`session-${index}`],
  addresses: [],
  files: [
    { name: 'a.json', size: 1_234_567, sha256: '' },
    { name: 'b.json', size: 1_234_567, sha256: '' },
  ],
}));

const STATE: LibraryState = {
  recordings,
  storage: { usage: 34e6, quota: 2.1e9 },
  working: null,
  notice: { isProblem: true, text: ({ problems }) => problems['no-list'](['one.json', 'two.txt'], 3) },
};

async function opened(lang: string, state: LibraryState): Promise<RecordingLibraryElement> {
  const element = await fixture<RecordingLibraryElement>(
    html`<recording-library lang=${lang} .state=${state}></recording-library>`,
  );
  element.show();
  await eventually(() => dialogOf(element).open, 'not open');
  await eventually(() => dialogOf(element).lang.startsWith(lang), `does not speak ${lang}`);
  return element;
}

const dialogOf = (element: RecordingLibraryElement) =>
  element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.list')!;

const rowsOf = (element: RecordingLibraryElement) => [...element.shadowRoot!.querySelectorAll('library-row')];

describe('<recording-library>', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const lang of LANGUAGES)
    it(`is accessible and fits into 320 px in ${lang}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await opened(lang, { ...STATE, recordings: recordings.slice(0, 3) });
      await eventually(() => rowsOf(element).length === 3, 'no rows');
      await expect(element).to.be.accessible();
      // WebKit's window does not become as narrow.
      const width = Math.max(320, innerWidth);
      expect(dialogOf(element).scrollWidth).to.be.at.most(width);
      for (const row of rowsOf(element)) expect(row.scrollWidth).to.be.at.most(width - 32);
      element.shadowRoot!.querySelectorAll<HTMLElement>('.tools button')[2]!.click();
      const question = element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.question')!;
      await eventually(() => question.open, 'nothing is asked');
      await expect(element).to.be.accessible();
      const bar = await fixture<ViewerToolbarElement>(
        html`<viewer-toolbar lang=${lang} .keep=${'kept'} .problem=${'A problem'}></viewer-toolbar>`,
      );
      await expect(bar).to.be.accessible();
      expect(bar.scrollWidth).to.be.at.most(width);
    });

  it('shows no more of a long list than is in view, and reads no file of the rest', async () => {
    await setViewport({ width: 800, height: 600 });
    const element = await opened('en', STATE);
    const read: string[] = [];
    element.filesOf = ({ id }) => {
      read.push(id);
      return Promise.resolve([new File(['{}'], 'a.json')]);
    };
    await eventually(() => rowsOf(element).length === 500, 'no rows');
    await eventually(() => read.includes('0'), 'no preview');
    rowsOf(element)[250]!.scrollIntoView();
    await eventually(() => read.includes('250'), 'no preview after scrolling');
    expect(new Set(read).size).to.be.below(40);
    const search = element.shadowRoot!.querySelector<HTMLInputElement>('input[type="search"]')!;
    search.value = 'SESSION-49';
    search.dispatchEvent(new Event('input'));
    await eventually(() => rowsOf(element).length === 11, 'not found');
  });
});
