/** A document that is replayed, and the frame it is in. */
export type Probe = (page: Document, frame: HTMLIFrameElement) => unknown;

/**
 * How a moment is reached: `jump` seeks there, `play` plays from the start and pauses there, `back` seeks to the end
 * first, `backforth` to several moments before and behind.
 */
export type Way = 'jump' | 'play' | 'back' | 'backforth';

export interface Check {
  readonly file: string;
  /** What is right, in words. */
  readonly right: string;
  /** Seconds from the start. */
  readonly at: number;
  readonly ways: readonly Way[];
  readonly probe: Probe;
  readonly expect: unknown;
}

/** Moments of the recordings in `fixtures/cases`, and what is to be seen then. */
export const CHECKS: readonly Check[] = [
  {
    file: '01-fullscreen.json',
    right: 'while the element is in full screen it fills the viewport (1000×700), afterwards 300×200',
    at: 4,
    ways: ['jump', 'play', 'back'],
    probe: (d) => {
      const r = d.querySelector('.v').getBoundingClientRect();
      return r.width + 'x' + r.height;
    },
    expect: '1000x700',
  },
  {
    file: '01-fullscreen.json',
    right: 'while the element is in full screen it fills the viewport (1000×700), afterwards 300×200',
    at: 9,
    ways: ['jump', 'play'],
    probe: (d) => {
      const r = d.querySelector('.v').getBoundingClientRect();
      return r.width + 'x' + r.height;
    },
    expect: '300x200',
  },
  {
    file: '02-sheet-before-shadow-root.json',
    right: 'the text in the shadow root is red once the root is there',
    at: 6,
    ways: ['jump', 'play', 'back'],
    probe: (d) => {
      const p = d.querySelector('x-card').shadowRoot?.querySelector('p');
      return p ? d.defaultView.getComputedStyle(p).color : 'no shadow root';
    },
    expect: 'rgb(255, 0, 0)',
  },
  {
    file: '02-sheet-before-shadow-root.json',
    right: 'the text in the shadow root is red once the root is there',
    at: 1.5,
    ways: ['jump'],
    probe: (d) => {
      const p = d.querySelector('x-card').shadowRoot?.querySelector('p');
      return p ? d.defaultView.getComputedStyle(p).color : 'no shadow root';
    },
    expect: 'rgb(255, 0, 0)',
  },
  {
    file: '03a-defined-later.json',
    right: 'after the element was defined (1 s) it is shown',
    at: 9,
    ways: ['jump', 'play', 'back', 'backforth'],
    probe: (d) => d.defaultView.getComputedStyle(d.querySelector('x-card')).visibility,
    expect: 'visible',
  },
  {
    file: '03a-defined-later.json',
    right: 'after the element was defined (1 s) it is shown',
    at: 0.5,
    ways: ['jump', 'back'],
    probe: (d) => d.defaultView.getComputedStyle(d.querySelector('x-card')).visibility,
    expect: 'hidden',
  },
  {
    file: '03b-defined-in-snapshot.json',
    right: 'an element recorded as defined is shown',
    at: 9,
    ways: ['jump', 'back'],
    probe: (d) => d.defaultView.getComputedStyle(d.querySelector('x-card')).visibility,
    expect: 'visible',
  },
  {
    file: '04-focus.json',
    right: 'the focused field is yellow and its menu (focus-within) is shown from 1 s to 6 s',
    at: 4,
    ways: ['jump', 'play', 'back'],
    probe: (d) =>
      d.defaultView.getComputedStyle(d.querySelector('input')).backgroundColor +
      ' ' +
      d.defaultView.getComputedStyle(d.querySelector('.menu')).display,
    expect: 'rgb(255, 255, 0) block',
  },
  {
    file: '04-focus.json',
    right: 'the focused field is yellow and its menu (focus-within) is shown from 1 s to 6 s',
    at: 9,
    ways: ['jump'],
    probe: (d) =>
      d.defaultView.getComputedStyle(d.querySelector('input')).backgroundColor +
      ' ' +
      d.defaultView.getComputedStyle(d.querySelector('.menu')).display,
    expect: 'rgb(255, 255, 255) none',
  },
  {
    file: '05-hover-in-rules-of-scripts.json',
    right: 'each link turns red while the mouse is on it',
    at: 2,
    ways: ['jump', 'play'],
    probe: (d) =>
      d.defaultView.getComputedStyle(d.querySelector('#static')).color === 'rgb(255, 0, 0)' ? 'red' : 'blue',
    expect: 'red',
  },
  {
    file: '05-hover-in-rules-of-scripts.json',
    right: 'each link turns red while the mouse is on it',
    at: 4,
    ways: ['jump', 'play'],
    probe: (d) =>
      d.defaultView.getComputedStyle(d.querySelector('#inserted')).color === 'rgb(255, 0, 0)'
        ? 'red'
        : 'blue',
    expect: 'red',
  },
  {
    file: '05-hover-in-rules-of-scripts.json',
    right: 'each link turns red while the mouse is on it',
    at: 6,
    ways: ['jump', 'play'],
    probe: (d) =>
      d.defaultView.getComputedStyle(d.querySelector('#adopted')).color === 'rgb(255, 0, 0)' ? 'red' : 'blue',
    expect: 'red',
  },
  {
    file: '05-hover-in-rules-of-scripts.json',
    right: 'each link turns red while the mouse is on it',
    at: 8,
    ways: ['jump', 'play'],
    probe: (d) =>
      d.defaultView.getComputedStyle(d.querySelector('#replaced')).color === 'rgb(255, 0, 0)'
        ? 'red'
        : 'blue',
    expect: 'red',
  },
  {
    file: '06-not-hover.json',
    right: 'the menu under the mouse is open: rules with :not(:hover) do not hold',
    at: 3,
    ways: ['jump', 'play'],
    probe: (d) => d.defaultView.getComputedStyle(d.querySelector('ul')).display,
    expect: 'block',
  },
  {
    file: '06-not-hover.json',
    right: 'the menu under the mouse is open: rules with :not(:hover) do not hold',
    at: 7,
    ways: ['jump', 'play'],
    probe: (d) =>
      ['o1', 'o2'].map((i) => d.defaultView.getComputedStyle(d.querySelector('#' + i)).opacity).join(' '),
    expect: '1 0.3',
  },
  {
    file: '07-animation-at-a-seek.json',
    right: 'a card that faded in at 1 s is opaque at 6 s, also while paused',
    at: 6,
    ways: ['jump', 'play', 'back'],
    probe: (d) =>
      ['first', 'added']
        .map((i) => d.defaultView.getComputedStyle(d.querySelector('#' + i)).opacity)
        .join(' '),
    expect: '1 1',
  },
  {
    file: '08-scroll-before-it-can.json',
    right: 'the sheet is scrolled to 745 once it is scrollable',
    at: 1.5,
    ways: ['jump', 'play'],
    probe: (d) => d.querySelector('.s').scrollTop,
    expect: 745,
  },
  {
    file: '08-scroll-before-it-can.json',
    right: 'the sheet is scrolled to 745 once it is scrollable',
    at: 8,
    ways: ['jump', 'play', 'back'],
    probe: (d) => d.querySelector('.s').scrollTop,
    expect: 745,
  },
  {
    file: '11-frame-after-second-snapshot.json',
    right:
      'the frame of another site goes on to show its page after the parent took a second snapshot (its events go on, without a document of their own)',
    at: 3,
    ways: ['jump', 'play'],
    probe: (d) => d.querySelector('iframe')?.contentDocument?.body?.textContent ?? 'blank',
    expect: 'pay 10',
  },
  {
    file: '11-frame-after-second-snapshot.json',
    right:
      'the frame of another site goes on to show its page after the parent took a second snapshot (its events go on, without a document of their own)',
    at: 10,
    ways: ['jump', 'play', 'back'],
    probe: (d) => d.querySelector('iframe')?.contentDocument?.body?.textContent || 'blank',
    expect: 'pay 20',
  },
  {
    file: '13-tabs-after-many-seeks.json',
    right: 'one tab at a time, whatever was sought before',
    at: 5.5,
    ways: ['jump', 'play', 'back', 'backforth'],
    probe: (d) => d.querySelector('.tabs').textContent,
    expect: 'tab 4',
  },
  {
    file: '17-modal-dialog.json',
    right: 'from 2 s to 5 s a modal dialog is centred in front of a backdrop',
    at: 3.5,
    ways: ['jump', 'play', 'back', 'backforth'],
    probe: (d) => {
      const g = d.querySelector('dialog');
      const r = g.getBoundingClientRect();
      return (
        (g.matches(':modal') ? 'modal' : g.open ? 'open' : 'closed') +
        ' ' +
        (Math.abs(r.top + r.height / 2 - 350) < 3)
      );
    },
    expect: 'modal true',
  },
  {
    file: '17-modal-dialog.json',
    right: 'from 2 s to 5 s a modal dialog is centred in front of a backdrop',
    at: 9,
    ways: ['jump', 'play', 'backforth'],
    probe: (d) => {
      const g = d.querySelector('dialog');
      return g.open ? 'open' : 'closed';
    },
    expect: 'closed',
  },
  {
    file: '18-quirks-by-doctype.json',
    right: 'a page whose doctype means quirks is laid out in quirks mode, as it was',
    at: 4,
    ways: ['jump'],
    probe: (d) => d.compatMode,
    expect: 'BackCompat',
  },
  {
    file: '18c-quirks-with-a-comment-first.json',
    right: 'the same with a comment before the root',
    at: 4,
    ways: ['jump'],
    probe: (d) => d.compatMode,
    expect: 'BackCompat',
  },
  {
    file: '19-mathml.json',
    right: 'a formula is laid out as MathML',
    at: 4,
    ways: ['jump'],
    probe: (d) => {
      const [a, b] = d.querySelectorAll('mn');
      const ra = a.getBoundingClientRect(),
        rb = b.getBoundingClientRect();
      return d.querySelector('math').namespaceURI + (rb.top > ra.top + 3 ? ' stacked' : ' in a line');
    },
    expect: 'http://www.w3.org/1998/Math/MathML stacked',
  },
  {
    file: '20-canvas-calls.json',
    right:
      'left a gradient from red to blue, in the middle pixels put there, right a picture drawn from a data URL',
    at: 5,
    ways: ['jump', 'play'],
    probe: async (d) => {
      const c = d.querySelector('canvas');
      const bg = d.defaultView.getComputedStyle(c).backgroundImage;
      const m = /url\("(data:[^"]+)"\)/.exec(bg);
      let ctx;
      if (m) {
        const im = new Image();
        im.src = m[1];
        await im.decode().catch(() => {});
        const cc = document.createElement('canvas');
        cc.width = 300;
        cc.height = 100;
        ctx = cc.getContext('2d');
        ctx.drawImage(im, 0, 0);
      } else ctx = c.getContext?.('2d');
      if (!ctx) return 'nothing';
      const at = (x) => [...ctx.getImageData(x, 50, 1, 1).data].join(',');
      return [50, 150, 250].map(at).join(' | ');
    },
    expect: 'middle green, right orange',
  },
  {
    file: '21-selection.json',
    right: 'the selected words are highlighted',
    at: 2,
    ways: ['jump', 'play'],
    probe: (d) => d.getSelection().toString(),
    expect: 'these words',
  },
  {
    file: '22-frame-document-with-its-own-rootId.json',
    right: 'the frame shows its page after the second snapshot',
    at: 9,
    ways: ['jump', 'play', 'back'],
    probe: (d) => d.querySelector('iframe')?.contentDocument?.body?.textContent || 'blank',
    expect: 'inner',
  },
  {
    file: '24-hover-target-is-text.json',
    right: 'moving over a text hovers the element around it, and play goes on',
    at: 4,
    ways: ['jump', 'play'],
    probe: (d) =>
      d.defaultView.getComputedStyle(d.querySelector('#s')).color + ' ' + d.querySelectorAll('p')[1].title,
    expect: 'rgb(255, 0, 0) went on',
  },
  {
    file: '25-mouse-before-its-first-move.json',
    right: 'before the first move no cursor is drawn where it never was',
    at: 2,
    ways: ['jump', 'back'],
    probe: (d, f) => {
      const m = f.parentElement.querySelector('.replayer-mouse');
      const cs = getComputedStyle(m);
      return cs.display === 'none' || cs.visibility === 'hidden' || cs.opacity === '0'
        ? 'none'
        : `${m.style.left || 'auto'},${m.style.top || 'auto'}`;
    },
    expect: 'none',
  },
  {
    file: '28-link-disabled.json',
    right: 'after the dark sheet was disabled the page is light',
    at: 4,
    ways: ['jump', 'play'],
    probe: (d) => d.defaultView.getComputedStyle(d.body).backgroundColor,
    expect: 'rgb(255, 255, 255)',
  },
  {
    file: '28-link-disabled.json',
    right: 'after the dark sheet was disabled the page is light',
    at: 9,
    ways: ['jump', 'play'],
    probe: (d) => d.defaultView.getComputedStyle(d.body).backgroundColor,
    expect: 'rgb(0, 0, 0)',
  },
  {
    file: '29-console-before-the-page.json',
    right: 'no negative times; the first frame is the page',
    at: 0,
    ways: ['jump'],
    probe: (d) => d.body.textContent,
    expect: 'x',
  },
  {
    file: '30-surrogates-and-nul.json',
    right: 'half an emoji and a NUL do not stop the page',
    at: 1.5,
    ways: ['jump', 'play'],
    probe: (d) => JSON.stringify(d.querySelector('p').textContent),
    expect: 'starts ok, ends end',
  },
  {
    file: '30-surrogates-and-nul.json',
    right: 'half an emoji and a NUL do not stop the page',
    at: 4,
    ways: ['jump', 'play'],
    probe: (d) => JSON.stringify(d.querySelector('p').textContent),
    expect: 'new',
  },
  {
    file: '31-colour-scheme.json',
    right: 'the same page whatever theme the viewer has',
    at: 4,
    ways: ['jump'],
    probe: (d) => d.defaultView.getComputedStyle(d.body).backgroundColor,
    expect: 'as under a light viewer',
  },
  {
    file: '35-second-recorder-in-the-page.json',
    right: 'kind: two streams whose numbers clash; the page of the first stays',
    at: 4,
    ways: ['jump'],
    probe: (d) => d.body.textContent,
    expect: 'shopx',
  },
  {
    file: '50-canvas-after-a-checkpoint.json',
    right: 'a canvas that did not change keeps its picture behind a full snapshot of the same page',
    at: 3,
    ways: ['jump', 'play'],
    probe: (d) =>
      /data:image/.test(d.defaultView.getComputedStyle(d.querySelector('canvas')).backgroundImage),
    expect: true,
  },
  {
    file: '50-canvas-after-a-checkpoint.json',
    right: 'a canvas that did not change keeps its picture behind a full snapshot of the same page',
    at: 9,
    ways: ['jump', 'play', 'back'],
    probe: (d) =>
      /data:image/.test(d.defaultView.getComputedStyle(d.querySelector('canvas')).backgroundImage),
    expect: true,
  },
  {
    file: '51-mouse-after-a-checkpoint.json',
    right: 'the mouse and what it hovers stay behind a full snapshot of the same page',
    at: 3,
    ways: ['jump'],
    probe: (d, f) => {
      const m = f.parentElement.querySelector('.replayer-mouse');
      const cs = getComputedStyle(m);
      return (
        (cs.display === 'none' || cs.visibility === 'hidden' ? 'hidden' : m.style.left || 'no place') +
        ' ' +
        (d.defaultView.getComputedStyle(d.querySelector('#s')).color === 'rgb(255, 0, 0)' ? 'red' : 'plain')
      );
    },
    expect: '300px red',
  },
  {
    file: '51-mouse-after-a-checkpoint.json',
    right: 'the mouse and what it hovers stay behind a full snapshot of the same page',
    at: 7,
    ways: ['jump', 'play', 'back'],
    probe: (d, f) => {
      const m = f.parentElement.querySelector('.replayer-mouse');
      const cs = getComputedStyle(m);
      return (
        (cs.display === 'none' || cs.visibility === 'hidden' ? 'hidden' : m.style.left || 'no place') +
        ' ' +
        (d.defaultView.getComputedStyle(d.querySelector('#s')).color === 'rgb(255, 0, 0)' ? 'red' : 'plain')
      );
    },
    expect: '300px red',
  },
  {
    file: '53-dialog-again.json',
    right:
      'modal, closed, modal again, closed, shown without modality; rules for :has(:modal) hold only while it is modal',
    at: 2,
    ways: ['jump', 'play', 'back'],
    probe: (d) => {
      const g = d.querySelector('dialog');
      return (
        (g.open ? (g.matches(':modal') ? 'modal' : 'open') : 'closed') +
        ' ' +
        d.defaultView.getComputedStyle(d.querySelector('p')).display
      );
    },
    expect: 'modal none',
  },
  {
    file: '53-dialog-again.json',
    right:
      'modal, closed, modal again, closed, shown without modality; rules for :has(:modal) hold only while it is modal',
    at: 4,
    ways: ['jump', 'play', 'back'],
    probe: (d) => {
      const g = d.querySelector('dialog');
      return (
        (g.open ? (g.matches(':modal') ? 'modal' : 'open') : 'closed') +
        ' ' +
        d.defaultView.getComputedStyle(d.querySelector('p')).display
      );
    },
    expect: 'closed block',
  },
  {
    file: '53-dialog-again.json',
    right:
      'modal, closed, modal again, closed, shown without modality; rules for :has(:modal) hold only while it is modal',
    at: 6,
    ways: ['jump', 'play', 'back'],
    probe: (d) => {
      const g = d.querySelector('dialog');
      return (
        (g.open ? (g.matches(':modal') ? 'modal' : 'open') : 'closed') +
        ' ' +
        d.defaultView.getComputedStyle(d.querySelector('p')).display
      );
    },
    expect: 'modal none',
  },
  {
    file: '53-dialog-again.json',
    right:
      'modal, closed, modal again, closed, shown without modality; rules for :has(:modal) hold only while it is modal',
    at: 8,
    ways: ['jump', 'play', 'back'],
    probe: (d) => {
      const g = d.querySelector('dialog');
      return (
        (g.open ? (g.matches(':modal') ? 'modal' : 'open') : 'closed') +
        ' ' +
        d.defaultView.getComputedStyle(d.querySelector('p')).display
      );
    },
    expect: 'closed block',
  },
  {
    file: '53-dialog-again.json',
    right:
      'modal, closed, modal again, closed, shown without modality; rules for :has(:modal) hold only while it is modal',
    at: 10,
    ways: ['jump', 'play', 'back'],
    probe: (d) => {
      const g = d.querySelector('dialog');
      return (
        (g.open ? (g.matches(':modal') ? 'modal' : 'open') : 'closed') +
        ' ' +
        d.defaultView.getComputedStyle(d.querySelector('p')).display
      );
    },
    expect: 'open block',
  },
  {
    file: '55-two-recorders-in-one-window.json',
    right:
      'the page of the first recorder stays: a recorder in its frame sends a snapshot of its own into the same window, and both go on',
    at: 9,
    ways: ['jump', 'play'],
    probe: (d, f) => d.body.textContent + ' ' + f.offsetWidth + 'x' + f.offsetHeight,
    expect: 'shopwent on 1000x700',
  },
];
