import { checkPages } from './check-page.ts';
import {
  attach,
  doctype,
  el,
  htmlPage,
  mutation,
  page,
  recordingOf,
  type SerializedNode,
  set,
  text,
} from './recording.ts';

const RED = 'rgb(255, 0, 0)';
const BLUE = 'rgb(0, 0, 255)';
const link = (id: number, attributes: object) => el(id, 'link', { rel: 'stylesheet', ...attributes });
const red = { _cssText: `p { color: ${RED}; }` };
const blue = { _cssText: `p { color: ${BLUE}; }` };
const P = el(20, 'p', {}, [text(21, 'text')]);
const colourOf = (d: Document) => d.defaultView!.getComputedStyle(d.querySelector('p')!).color;
const withHead = (...head: readonly SerializedNode[]) => htmlPage([P], head);
const ALTERNATE = { rel: 'alternate stylesheet', title: 'dark' };

describe('linked style sheets', function () {
  this.timeout(60_000);
  checkPages([
    {
      name: 'is off from the start',
      recording: recordingOf(withHead(link(10, red), link(11, { disabled: '', ...blue })), []),
      at: 3,
      probe: colourOf,
      expect: RED,
    },
    {
      name: 'is on again after it was off from the start',
      recording: recordingOf(withHead(link(10, red), link(11, { disabled: '', ...blue })), [
        [2000, set(11, { disabled: null })],
      ]),
      at: 4,
      probe: colourOf,
      expect: BLUE,
    },
    {
      name: 'is off in a frame',
      recording: recordingOf(htmlPage([el(30, 'iframe')]), [
        [
          500,
          attach(
            30,
            page(50, [
              doctype(51),
              el(52, 'html', {}, [
                el(53, 'head', {}, [link(54, red), link(55, blue)]),
                el(56, 'body', {}, [P]),
              ]),
            ]),
          ),
        ],
        [1500, set(55, { disabled: '' })],
      ]),
      at: 3,
      probe: (d) => colourOf(d.querySelector('iframe')!.contentDocument!),
      expect: RED,
    },
    {
      name: 'is off in a shadow root',
      recording: recordingOf(
        htmlPage([
          el(
            30,
            'x-card',
            {},
            [el(31, 'link', { rel: 'stylesheet', ...red }, [], { isShadow: true }), { ...P, isShadow: true }],
            {
              isShadowHost: true,
            },
          ),
        ]),
        [[1500, set(31, { disabled: '' })]],
      ),
      at: 3,
      probe: (d) => {
        const p = d.querySelector('x-card')?.shadowRoot?.querySelector('p');
        return p && d.defaultView!.getComputedStyle(p).color;
      },
      expect: 'rgb(0, 0, 0)',
    },
    ...[
      ['before', [link(11, { ...ALTERNATE, ...blue }), link(10, { title: 'light', ...red })]],
      ['after', [link(10, { title: 'light', ...red }), link(11, { ...ALTERNATE, ...blue })]],
      ['beside', [link(10, red), link(11, { ...blue, ...ALTERNATE })]],
    ].map(([where, head]) => ({
      name: `leaves an alternate sheet ${where as string} the one that holds`,
      recording: recordingOf(withHead(...(head as SerializedNode[])), [[1500, set(5, { title: 'x' })]]),
      at: 3,
      probe: colourOf,
      expect: RED,
    })),
    {
      name: 'chooses an alternate sheet by enabling it',
      recording: recordingOf(
        withHead(link(10, { title: 'light', ...red }), link(11, { ...ALTERNATE, disabled: '', ...blue })),
        [
          [1500, set(10, { disabled: '' })],
          [1600, set(11, { disabled: null })],
        ],
      ),
      at: 3,
      probe: colourOf,
      expect: BLUE,
    },
    {
      name: 'has the alternate sheet off again before it was enabled',
      recording: recordingOf(withHead(link(10, red), link(11, { ...ALTERNATE, disabled: '', ...blue })), [
        [2500, set(11, { disabled: null })],
      ]),
      at: 1.5,
      ways: ['jump', 'back', 'backforth'],
      probe: colourOf,
      expect: RED,
    },
    {
      name: 'keeps the medium of a link whose rules come late',
      recording: recordingOf(
        withHead(link(10, red), link(11, { media: 'all', href: 'https://shop.example/a.css' })),
        [
          [1000, set(11, { media: 'print' })],
          [1500, set(11, blue)],
        ],
      ),
      at: 3,
      probe: colourOf,
      expect: RED,
    },
    {
      name: 'applies a sheet that is made to hold once it is there',
      recording: recordingOf(withHead(link(10, red), link(11, { media: 'print', ...blue })), [
        [1500, set(11, { media: 'all' })],
      ]),
      at: 3,
      probe: colourOf,
      expect: BLUE,
    },
    {
      name: 'has an alternate sheet off whose rules come late',
      recording: recordingOf(
        withHead(link(10, red), link(11, { ...ALTERNATE, href: 'https://shop.example/a.css' })),
        [[1500, set(11, blue)]],
      ),
      at: 3,
      probe: colourOf,
      expect: RED,
    },
    {
      name: 'has a sheet off whose rules come late, after it was',
      recording: recordingOf(withHead(link(10, red), link(11, { href: 'https://shop.example/a.css' })), [
        [1000, set(11, { disabled: '' })],
        [1500, set(11, blue)],
      ]),
      at: 3,
      probe: colourOf,
      expect: RED,
    },
    {
      name: 'changes the medium of a sheet that is off, and enables it',
      recording: recordingOf(withHead(link(10, red), link(11, { disabled: '', ...blue })), [
        [1000, set(11, { media: 'print' })],
        [1500, set(11, { disabled: null })],
      ]),
      at: 3,
      probe: (d) => [colourOf(d), d.querySelector('style[media=print]') !== null],
      expect: [RED, true],
    },
    {
      name: 'lets the rules of a style element hold, which no attribute disables',
      recording: recordingOf(withHead(el(10, 'style', red), el(11, 'style', blue)), [
        [1500, set(11, { disabled: '' })],
      ]),
      at: 3,
      probe: colourOf,
      expect: BLUE,
    },
    {
      name: 'keeps what scripts put into a sheet through being off',
      recording: recordingOf(withHead(link(10, red), link(11, blue)), [
        [1000, { source: 8, id: 11, adds: [{ rule: 'p { color: rgb(0, 128, 0); }', index: 1 }] }],
        [1500, set(11, { disabled: '' })],
        [2500, set(11, { disabled: null })],
      ]),
      at: 4,
      probe: colourOf,
      expect: 'rgb(0, 128, 0)',
    },
    {
      name: 'shows no word of a script, also not where its rules do not reach',
      recording: recordingOf(
        htmlPage([
          el(
            30,
            'x-card',
            {},
            [
              el(31, 'script', {}, [text(32, 'SCRIPT_PLACEHOLDER')], { isShadow: true }),
              { ...P, isShadow: true },
            ],
            {
              isShadowHost: true,
            },
          ),
        ]),
        [[1500, mutation({ texts: [{ id: 32, value: 'SCRIPT_PLACEHOLDER' }] })]],
      ),
      at: 3,
      probe: (d) => {
        const root = d.querySelector('x-card')!.shadowRoot!;
        const script = root.querySelector('noscript')!;
        return [script.textContent, d.defaultView!.getComputedStyle(script).display];
      },
      expect: ['', 'none'],
    },
    {
      name: 'shows what slides in in themes of Shopify, and not what a translator has put there',
      recording: recordingOf(
        htmlPage(
          [
            el(30, 'div', { class: 'scroll-trigger animate--slide-in' }, [text(31, 'in')]),
            el(32, 'div', { class: 'translate-tooltip-mtz' }, [text(33, 'languages')]),
          ],
          [
            el(10, 'style', {
              _cssText:
                ':root { --animation-slide-in: slide 1ms forwards; } @keyframes slide { to { opacity: 1; } } .scroll-trigger { opacity: 0.01; }',
            }),
          ],
        ),
        [],
      ),
      at: 3,
      ways: ['play'],
      probe: (d) =>
        [...d.body.children].map((one) => {
          const { opacity, display } = d.defaultView!.getComputedStyle(one);
          return display === 'none' ? display : opacity;
        }),
      expect: ['1', 'none'],
    },
  ]);
});
