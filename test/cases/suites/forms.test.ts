import { checkPages } from '../check-page.ts';
import { add, el, htmlPage, mutation, recordingOf, remove, set, text } from '../recording.ts';

const input = (id: number, value: string, isChecked = false) => ({ source: 5, id, text: value, isChecked });
const option = (id: number, value: string, attributes = {}) =>
  el(id, 'option', { value, ...attributes }, [text(id + 100, value)]);
const valueOf = (selector: string) => (d: Document) =>
  d.querySelector<HTMLInputElement | HTMLSelectElement>(selector)?.value;

const SELECT = recordingOf(
  htmlPage([el(20, 'select', {}, [option(21, 'a'), option(22, 'b', { selected: true }), option(23, 'c')])]),
  [
    [1500, input(20, 'a')],
    [3000, add(20, option(24, 'd'), 21)],
    [4500, input(20, 'd')],
    [6000, remove(20, 24)],
  ],
);

describe('forms, as the suites of rrweb and its forks try them', function () {
  this.timeout(60_000);
  checkPages([
    ...(
      [
        [1, 'b'],
        [2.5, 'a'],
        [4, 'a'],
        [5.5, 'd'],
        [7, 'a'],
      ] as const
    ).map(([at, value]) => ({
      name: 'selects what was chosen, also of options that come and go',
      recording: SELECT,
      at,
      probe: valueOf('select'),
      expect: value,
    })),
    ...(
      [
        [1, 'one', [true, false]],
        [4, 'two', [false, true]],
      ] as const
    ).map(([at, radio, boxes]) => ({
      name: 'checks boxes, and one radio button of a group',
      recording: recordingOf(
        htmlPage([
          el(20, 'input', { type: 'radio', name: 'r', value: 'one', checked: true }),
          el(21, 'input', { type: 'radio', name: 'r', value: 'two' }),
          el(22, 'input', { type: 'checkbox', value: 'on', checked: true }),
          el(23, 'input', { type: 'checkbox', value: 'on' }),
        ]),
        [
          [2500, input(21, 'two', true)],
          [2500, input(20, 'one', false)],
          [2600, input(22, 'on', false)],
          [2700, input(23, 'on', true)],
        ],
      ),
      at,
      probe: (d: Document) => [
        d.querySelector<HTMLInputElement>('[name=r]:checked')?.value,
        [...d.querySelectorAll<HTMLInputElement>('[type=checkbox]')].map(({ checked }) => checked),
      ],
      expect: [radio, boxes],
    })),
    {
      name: 'takes the value of a text area, not the text that an old recorder wrote beside it',
      recording: recordingOf(
        htmlPage([el(20, 'textarea', { value: 'the value' }, [text(21, 'the text')])]),
        [],
      ),
      at: 2,
      probe: valueOf('textarea'),
      expect: 'the value',
    },
    ...(
      [
        [1, 'text'],
        [2.5, 'typed'],
        [4, 'typed more'],
      ] as const
    ).map(([at, value]) => ({
      name: 'types into a text area',
      recording: recordingOf(htmlPage([el(20, 'textarea', {}, [text(21, 'text')])]), [
        [1500, input(20, 'typed')],
        [3000, input(20, 'typed more')],
      ]),
      at,
      probe: valueOf('textarea'),
      expect: value,
    })),
    {
      name: 'goes by a file that was chosen, and by what is typed into nothing',
      recording: recordingOf(htmlPage([el(20, 'input', { type: 'file' }), el(21, 'input', { value: 'x' })]), [
        [500, input(20, 'C:\\fakepath\\a.pdf')],
        [700, input(77, 'nowhere')],
        [900, input(21, 'typed')],
      ]),
      at: 2,
      probe: (d) => [...d.querySelectorAll('input')].map(({ value }) => value),
      expect: ['', 'typed'],
    },
    {
      name: 'shows dates, colours and numbers as they were set',
      recording: recordingOf(
        htmlPage([
          el(20, 'input', { type: 'date', value: '2026-01-02' }),
          el(21, 'input', { type: 'color', value: '#ff0000' }),
          el(22, 'input', { type: 'number', value: '1' }),
          el(23, 'input', { type: 'range', value: '10' }),
        ]),
        [
          [500, input(20, '2026-03-04')],
          [600, input(21, '#00ff00')],
          [700, input(22, '7')],
          [800, input(23, '70')],
        ],
      ),
      at: 2,
      probe: (d) => [...d.querySelectorAll('input')].map(({ value }) => value),
      expect: ['2026-03-04', '#00ff00', '7', '70'],
    },
    {
      name: 'keeps the browser from filling in fields, whatever the page sets',
      recording: recordingOf(
        htmlPage([el(20, 'input', { autocomplete: 'name' }), el(21, 'textarea', { autocomplete: 'off' })]),
        [
          [
            500,
            mutation({
              attributes: [
                { id: 20, attributes: { autocomplete: 'email' } },
                { id: 21, attributes: { autocomplete: null } },
              ],
            }),
          ],
        ],
      ),
      at: 2,
      probe: (d) => ['input', 'textarea'].map((name) => d.querySelector(name)?.getAttribute('autocomplete')),
      expect: ['off', 'off'],
    },
    ...(
      [
        [1, [false, true]],
        [4, [true, false]],
      ] as const
    ).map(([at, open]) => ({
      name: 'opens and closes details',
      recording: recordingOf(htmlPage([el(20, 'details'), el(21, 'details', { open: '' })]), [
        [2500, set(20, { open: '' })],
        [2500, set(21, { open: null })],
      ]),
      at,
      probe: (d: Document) => [...d.querySelectorAll('details')].map((one) => one.open),
      expect: open,
    })),
    {
      name: 'disables fields, and makes them read-only',
      recording: recordingOf(htmlPage([el(20, 'input'), el(21, 'button', { disabled: '' })]), [
        [500, set(20, { disabled: '', readonly: '' })],
        [600, set(21, { disabled: null })],
      ]),
      at: 2,
      probe: (d) => [
        d.querySelector('input')?.matches(':disabled:read-only'),
        d.querySelector('button')?.disabled,
      ],
      expect: [true, false],
    },
  ]);
});
