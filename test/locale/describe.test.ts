import { expect } from '@open-wc/testing';
import { ReplayError, type ReplayErrorDetails } from '../../src/core/replay-error.ts';
import { RuleError, type RuleErrorDetails } from '../../src/core/rule-error.ts';
import { WARNING_KINDS, type WarningCode } from '../../src/core/warning-kinds.ts';
import { WarningLog } from '../../src/core/warnings.ts';
import type { WordlessInfo } from '../../src/core/recording.ts';
import { describeError, describeRecording, describeWarning } from '../../src/locale/describe.ts';
import { english } from '../../src/locale/en/index.ts';
import { RECORDING } from '../controls/harness.ts';

describe('describeError', () => {
  const errors: readonly [details: ReplayErrorDetails, message: string][] = [
    [
      { code: 'network', reason: 'not-an-address', address: 'https://' },
      '"https://" is not an address that can be loaded. Check the address, or choose a file from this computer.',
    ],
    [
      { code: 'network', reason: 'unreachable', address: 'x.test/a.json' },
      'The address x.test/a.json could not be loaded: there is no connection, or its server does not let this page read it (CORS). Download the file and open it here instead.',
    ],
    [
      { code: 'network', reason: 'refused', address: 'x.test/a.json', status: '404 Not Found' },
      'The address x.test/a.json answered "404 Not Found". Check the address, and whether you are signed in there.',
    ],
    [
      { code: 'network', reason: 'signed-out', address: 'x.test/a.json', status: '401 Unauthorized' },
      'The address x.test/a.json answered "401 Unauthorized" when asked without cookies. If you have to be signed in there, let cookies be sent along: crossorigin="use-credentials" on the player, or the answer of your own fetch() in place of the address.',
    ],
    [
      { code: 'not-a-recording', reason: 'sign-in-page', address: 'x.test/login' },
      'Asked without cookies, the address leads to a page, perhaps to sign in (x.test/login), not to a session recording. If you have to be signed in there, let cookies be sent along: crossorigin="use-credentials" on the player, or the answer of your own fetch() in place of the address.',
    ],
    [
      { code: 'network', reason: 'no-file', file: 'a.json', detail: 'ENOENT' },
      '"a.json" could not be read (ENOENT). Check its path, and whether you may read it.',
    ],
    [
      { code: 'not-a-recording', reason: 'sources-list', file: 'a.json' },
      '"a.json" lists the sources of a recording but does not contain it. Download the snapshots of each source it names (the same address with ?source=blob_v2&start_blob_key=…&end_blob_key=…) and open them together.',
    ],
    [
      { code: 'not-a-recording', reason: 'deleted' },
      'PostHog answered that this recording has been deleted. Choose another recording.',
    ],
    [
      { code: 'not-a-recording', reason: 'metadata-only', file: 'a.json' },
      '"a.json" describes a recording (its length, clicks and person) but does not contain it. Download its snapshots, or export the recording.',
    ],
    [
      { code: 'network', reason: 'file-address', address: '/home/a.json' },
      '/home/a.json is a file on a disk, which browsers let no page read by its address. Drop the file here, or choose it.',
    ],
    [
      { code: 'network', reason: 'refused', address: 'x.test/a', status: '429', answer: 'Slow down' },
      'The address x.test/a answered "429" and says: "Slow down". Check the address, and whether you are signed in there.',
    ],
    [
      { code: 'not-a-recording', reason: 'har', file: 'a.har' },
      '"a.har" is a HAR, a log of network requests, not a session recording. Open it in the network panel of the developer tools of a browser.',
    ],
    [
      { code: 'not-a-recording', reason: 'archive', file: 'a.zip', files: 1200 },
      '"a.zip" is an archive. None of its 1,200 files is a session recording. Choose a PostHog export, an API download, a zip archive, or events recorded by rrweb.',
    ],
    [
      { code: 'not-a-recording', reason: 'html', file: 'a.json' },
      '"a.json" is an HTML page, perhaps a login page or an error page, not a session recording. Choose a PostHog export, an API download, a zip archive, or events recorded by rrweb.',
    ],
    [
      { code: 'not-a-recording', reason: 'other-json', file: 'a.json', keys: [] },
      '"a.json" is JSON without any events, not a session recording. Choose a PostHog export, an API download, a zip archive, or events recorded by rrweb.',
    ],
    [
      { code: 'corrupt', reason: 'damaged-packing', file: 'a.gz' },
      '"a.gz" is compressed and damaged. Nothing in it could be read. Download or export it again. It may be incomplete.',
    ],
    [
      { code: 'corrupt', reason: 'unreadable', detail: 'network error', file: 'a.json' },
      '"a.json" could not be read (network error). Download or export it again. It may be incomplete.',
    ],
    [
      { code: 'empty', reason: 'no-events', file: 'a.json' },
      '"a.json" contains no events. Export it again once PostHog has finished processing the session.',
    ],
    [
      { code: 'empty', reason: 'nothing-to-load' },
      'There is nothing to load. Set src, or call load() with a recording.',
    ],
    [
      { code: 'unplayable', reason: 'no-snapshot', events: 1200, file: 'a.json' },
      '"a.json" contains 1,200 events but no full snapshot of a page to start from. If it came in several parts, open them together. Otherwise export the session again.',
    ],
    [
      { code: 'unplayable', reason: 'damaged-snapshot', file: 'a.json' },
      '"a.json" contains a full snapshot of a page, but it is damaged and cannot be decoded. Download or export the session again.',
    ],
    [
      { code: 'unplayable', reason: 'page-not-built', detail: 'its snapshot cannot be decoded' },
      'The recorded page could not be built (its snapshot cannot be decoded). Export the session again, or choose another file.',
    ],
    [
      { code: 'unplayable', reason: 'invalid-rule', mistake: { reason: 'not-a-selector', rule: 'div[' } },
      '"div[" is not a valid selector. Valid ones are, for example, #id, .class and input[type="email"]. The page around the player has to correct this.',
    ],
    [{ code: 'aborted', reason: 'closed' }, 'The recording was closed. Try again, or choose another file.'],
    [
      { code: 'too-large', reason: 'too-many-events', limit: 4_000_000 },
      'The recording contains more than 4,000,000 events, which is the limit. Choose a shorter recording or a single part of this one. A page that embeds the player can raise the limit (limits).',
    ],
    [
      { code: 'too-large', reason: 'bomb', ratio: 400, file: 'a.gz' },
      '"a.gz" unpacks to more than 400 times its size, as no recording does. Choose another file.',
    ],
  ];
  for (const [details, message] of errors) {
    it(`says what was found and what would work for "${details.reason}"`, () => {
      const cause = new Error('below');
      const error = describeError(english, ReplayError.of(details, { cause }));
      expect(error.message).to.equal(message);
      expect(error).to.be.instanceOf(ReplayError).with.property('cause', cause);
      expect(error.details).to.equal(details);
      expect(describeError(english, error)).to.equal(error);
    });
  }

  const rules: readonly [details: RuleErrorDetails, message: string][] = [
    [
      { reason: 'not-a-selector', rule: 'x[' },
      '"x[" is not a valid selector. Valid ones are, for example, #id, .class and input[type="email"].',
    ],
    [
      { reason: 'unsupported-selector', rule: 'a:hover', part: ':hover' },
      '"a:hover" uses :hover, which is not supported. Supported are types, classes, ids, attributes, the combinators " ", ">", "+", "~" and :is, :where, :not, :has, :root, :empty, :first-child, :last-child, :only-child, :nth-child() and the same with -of-type and -last-.',
    ],
    [{ reason: 'not-a-pattern', rule: '(' }, '"(" is not a valid regular expression.'],
    [
      { reason: 'too-short', rule: 'x' },
      '"x" is too short to be removed everywhere. Use at least two characters.',
    ],
    [{ reason: 'not-a-range' }, 'Write times like 1:02. The end must come after the start.'],
  ];
  for (const [details, message] of rules) {
    it(`says what is wrong with a rule that is ${details.reason}`, () => {
      const error = describeError(english, new RuleError(details));
      expect(error).to.be.instanceOf(TypeError).with.property('message', message);
    });
  }

  it('leaves other errors as they are', () => {
    const error = new TypeError('wrong use');
    expect(describeError(english, error)).to.equal(error);
  });
});

describe('describeWarning', () => {
  type Add = (log: WarningLog) => void;
  /** Of those without details. */
  const some = (code: WarningCode, count: number): Add => {
    return (log) => log.add(code as 'webgl', count);
  };
  const warnings: readonly [add: Add, message: string][] = [
    [some('missing-meta', 1), '1 page was recorded without its size and is shown at the nearest known size.'],
    [
      some('missing-meta', 3),
      '3 pages were recorded without their size and are shown at the nearest known size.',
    ],
    [some('duplicates', 1), '1 duplicate event ignored.'],
    [some('duplicates', 2), '2 duplicate events ignored.'],
    [
      some('wild-timestamps', 1),
      '1 event was dated far from all others and was moved next to its neighbours.',
    ],
    [
      some('clock-jump', 5),
      'The clock of the recorded device was changed. Playback goes on without the jump.',
    ],
    [some('seconds', 1200), '1,200 events were not dated in milliseconds and were converted.'],
    [some('duplicate-nodes', 2), '2 nodes had the same number as another and were given their own.'],
    [
      (log) => log.add('extension-stripped', 1, { names: ['Grammarly', 'AITOPIA'] }),
      'What browser extensions had added to the page was removed: Grammarly, AITOPIA.',
    ],
    [some('synthetic-snapshot', 1), '1 screen was recorded without a page around it and was given one.'],
    [
      (log) => log.add('unknown-version', 1, { version: '2031-01-01' }),
      'The export calls itself version "2031-01-01". It was read as version 2023-04-28, whose format it has.',
    ],
    [some('undecodable', 1), '1 event could not be decoded and was left out.'],
    [some('bad-line', 2), '2 lines could not be read and were left out.'],
    [some('truncated', 1), 'The file ends in the middle. Everything up to there plays.'],
    [
      (log) =>
        log.add('broken-off', 1, {
          code: 'corrupt',
          reason: 'unreadable',
          detail: 'network error',
          file: 'a.json',
        }),
      '"a.json" could not be read (network error). Everything read up to there plays.',
    ],
    [
      some('trailing-garbage', 1),
      'Other data follows the end of the recording in the file and was left out.',
    ],
    [some('bad-block', 1), '1 compressed block is damaged. What could not be read was left out.'],
    [some('missing-chunks', 1), '1 batch of events is incomplete and was left out.'],
    [
      (log) => log.add('oversized', 1, { limitBytes: 128_000_000 }),
      '1 event was larger than the limit of 128 MB and left out.',
    ],
    [
      (log) => log.add('too-large', 1, { code: 'too-large', reason: 'too-many-events', limit: 100 }),
      'The recording contains more than 100 events, which is the limit. The rest was left out.',
    ],
    [some('too-deep', 1), '1 element was nested too deeply for any browser to show and was left out.'],
    [
      (log) => log.add('too-costly', 1, { kinds: ['frames'] }),
      '1 part of the pages was left out, because it would make this browser tab freeze: too many frames.',
    ],
    [
      (log) => log.add('too-costly', 1200, { kinds: ['depth', 'levels', 'pixels'] }),
      '1,200 parts of the pages were left out, because they would make this browser tab freeze: elements nested too deeply and canvases and pictures that are too large.',
    ],
    [some('cut-text', 1), '1 text or style sheet was too long for any browser to show and was cut.'],
    [
      some('second-recorder', 1),
      '1 event of another recorder in the same window, such as that of a frame, was left out.',
    ],
    [
      some('second-recorder', 4),
      '4 events of another recorder in the same window, such as that of a frame, were left out.',
    ],
    [some('unreplayable', 1), '1 change could not be applied to the page and was left out.'],
    [
      (log) => log.add('skipped-file', 1, { code: 'empty', reason: 'empty-file', file: 'a.json' }),
      '"a.json" is empty.',
    ],
    [
      (log) => log.add('skipped-file', 3, { code: 'empty', reason: 'empty-file', file: 'a.json' }),
      '"a.json" is empty. 2 more files were left out.',
    ],
    [(log) => log.add('repeated-file', 1, { file: 'a.json' }), '"a.json" was opened twice and read once.'],
    [
      (log) => log.add('repeated-file', 2, { file: 'a.json' }),
      '2 files were opened twice and read once, such as "a.json".',
    ],
    [
      (log) => log.add('no-first-page', 1, { seconds: 62 }),
      'There is no page to show for the first 1 minute 2 seconds.',
    ],
    [
      (log) => log.add('missing-assets', 1, { sites: ['cdn.test'], moreSites: 0 }),
      '1 image, font or other file of the page is not in the recording (from cdn.test).',
    ],
    [
      (log) => log.add('missing-assets', 40, { sites: ['cdn.test'], moreSites: 5 }),
      '40 images, fonts and other files of the page are not in the recording (from cdn.test and 5 more).',
    ],
    [some('missing-sheets', 1), '1 style sheet that a page uses is not in the recording.'],
    [some('missing-sheets', 2), '2 style sheets that pages use are not in the recording.'],
    [
      (log) => log.add('bad-cue', 1, { file: 'a.vtt', fault: 'no-times', line: 4 }),
      'Line 4 of the text track "a.vtt" was left out: it has no times, such as 00:01.000 --> 00:02.500.',
    ],
    [
      (log) => log.add('track-missing', 1, { code: 'empty', reason: 'empty-file', file: 'a.vtt' }),
      'A text track is missing. "a.vtt" is empty.',
    ],
    [some('unrecorded-frames', 1), '1 frame from another site was not recorded.'],
    [some('damaged-screens', 1), '1 screen was recorded as a picture that is damaged and cannot be shown.'],
    [some('damaged-screens', 2), '2 screens were recorded as pictures that are damaged and cannot be shown.'],
    [some('assets', 1), '1 image or style sheet was recorded apart from its page and is not shown.'],
    [some('assets', 3), '3 images and style sheets were recorded apart from their pages and are not shown.'],
    [some('webgl', 7), 'Drawings made with WebGL are not shown.'],
    [
      some('canvas-not-drawn', 1),
      '1 step of a drawing is not shown: the recording does not hold its gradient, film or picture.',
    ],
    [
      some('canvas-not-drawn', 3),
      '3 steps of drawings are not shown: the recording does not hold their gradients, films or pictures.',
    ],
    [
      some('styles-refused', 1),
      "This page's security policy blocks the styles of the recorded page. Embed embed.html instead, which has a policy of its own.",
    ],
    [
      some('no-worker', 1),
      'No worker could start, so this page reads the recording itself. A large one can make it slow.',
    ],
    [
      (log) => log.add('cover-unmatched', 1, { selectors: ['.adress'] }),
      '“.adress” in cover matches nothing in this recording, so it hides nothing.',
    ],
    [
      (log) => log.add('cover-unmatched', 2, { selectors: ['.adress', '#x'] }),
      '2 selectors in cover match nothing in this recording, so they hide nothing, such as “.adress”.',
    ],
    [
      some('several-recordings', 1),
      'The file contains several recordings. They are listed beside the play button.',
    ],
  ];
  for (const [add, message] of warnings) {
    it(`says "${message}"`, () => {
      const log = new WarningLog();
      add(log);
      const [note] = log.list();
      const { code, count } = note!;
      const kind = WARNING_KINDS[code];
      expect(describeWarning(english, note!)).to.deep.equal({ code, kind, message, count });
    });
  }

  it('is tried here for every code', () => {
    const codes = warnings.map(([add]) => {
      const log = new WarningLog();
      add(log);
      return log.list()[0]!.code;
    });
    expect([...new Set(codes)].sort()).to.deep.equal(Object.keys(WARNING_KINDS).sort());
  });
});

describe('describeRecording', () => {
  const log = new WarningLog();
  log.add('webgl');
  const notes = log.list();
  const info: WordlessInfo = { ...RECORDING, warnings: notes };

  it('puts the warnings of a recording in words, and others besides', () => {
    const more = new WarningLog();
    more.add('unreplayable', 2);
    const described = describeRecording(english, info, more.list());
    expect(described.warnings.map(({ message }) => message)).to.deep.equal([
      'Drawings made with WebGL are not shown.',
      '2 changes could not be applied to the page and were left out.',
    ]);
    expect({ ...described, warnings: notes }).to.deep.equal(info);
  });

  it('is the same object until something changes', () => {
    const first = describeRecording(english, info);
    expect(describeRecording(english, info)).to.equal(first);
    expect(describeRecording({ ...english }, info)).not.to.equal(first);
    expect(describeRecording(english, { ...info })).not.to.equal(first);
  });
});
