import { checkPages } from './check-page.ts';
import { el, htmlPage, recordingOf, set, text } from './recording.ts';

/** A box of 100 px with three pages that it snaps to. */
const box = (first: number, more = {}) =>
  el(
    first,
    'div',
    {
      class: 'box',
      style:
        'width: 100px; height: 100px; overflow: scroll; scroll-snap-type: y mandatory; scroll-behavior: smooth;',
    },
    [1, 2, 3].map((i) => el(first + i, 'div', { style: 'height: 100px; scroll-snap-align: start;' })),
    more,
  );

describe('boxes that snap to what is in them', function () {
  this.timeout(60_000);
  checkPages([
    {
      name: 'stands where it was recorded',
      recording: recordingOf(htmlPage([box(20)]), [
        [1000, { source: 3, id: 20, x: 0, y: 140 }],
        [1500, set(21, { title: 'another layout' })],
        [1600, set(21, { style: 'height: 101px; scroll-snap-align: start;' })],
      ]),
      at: 3,
      probe: (d) => d.querySelector('.box')?.scrollTop,
      expect: 140,
    },
    {
      name: 'stands where it was recorded in a shadow root',
      recording: recordingOf(
        htmlPage([el(30, 'x-card', {}, [box(20, { isShadow: true })], { isShadowHost: true })]),
        [
          [1000, { source: 3, id: 20, x: 0, y: 140 }],
          [1600, set(21, { style: 'height: 101px; scroll-snap-align: start;' })],
        ],
      ),
      at: 3,
      probe: (d) => d.querySelector('x-card')?.shadowRoot?.querySelector('.box')?.scrollTop,
      expect: 140,
    },
    {
      name: 'stands where a page was recorded that snaps itself',
      recording: recordingOf(
        htmlPage(
          [el(20, 'section', {}, [text(21, 'one')]), el(22, 'section', {}, [text(23, 'two')])],
          [
            el(10, 'style', {
              _cssText:
                'html { scroll-snap-type: y mandatory; } section { height: 900px; scroll-snap-align: start; }',
            }),
          ],
        ),
        [[1000, { source: 3, id: 1, x: 0, y: 400 }]],
      ),
      at: 3,
      probe: (d) => d.defaultView?.scrollY,
      expect: 400,
    },
  ]);
});
