import type { ErrorWords, RuleWords } from '../words/errors.ts';
import { counted, format, theFile } from './format.ts';

const { number, bytes } = format;

const SIGN_IN =
  'If you have to be signed in there, let cookies be sent along: crossorigin="use-credentials" on the player, or the answer of your own fetch() in place of the address.';

const EXPORT =
  'Open the session in the session replay of PostHog, export it from the menu there, and open that file.';

export const errors: ErrorWords = {
  headings: {
    'network': 'The recording could not be downloaded',
    'not-a-recording': 'This is not a session recording',
    'unsupported-version': 'This recording has an unknown version',
    'corrupt': 'The recording is damaged',
    'empty': 'The recording is empty',
    'unplayable': 'The recording cannot be played',
    'aborted': 'Loading was stopped',
    'too-large': 'The recording is too large',
  },
  advice: {
    'network': 'Try again, or choose a file from this computer.',
    'not-a-recording':
      'Choose a PostHog export, an API download, a zip archive, or events recorded by rrweb.',
    'unsupported-version':
      'Versions 2023-04-28 and 2022-12-02 can be opened. Export the recording again, or use a newer version of this player.',
    'corrupt': 'Download or export it again. It may be incomplete.',
    'empty': 'Choose another file, or export the session again.',
    'unplayable': 'If it came in several parts, open them together. Otherwise export the session again.',
    'aborted': 'Try again, or choose another file.',
    'too-large':
      'Choose a shorter recording or a single part of this one. A page that embeds the player can raise the limit (limits).',
  },
  adviceFor: {
    'not-an-address': 'Check the address, or choose a file from this computer.',
    'unreachable': 'Download the file and open it here instead.',
    'file-address': 'Drop the file here, or choose it.',
    'refused': 'Check the address, and whether you are signed in there.',
    'signed-out': SIGN_IN,
    'sign-in-page': SIGN_IN,
    'no-file': 'Check its path, and whether you may read it.',
    'sources-list':
      'Download the snapshots of each source it names (the same address with ?source=blob_v2&start_blob_key=…&end_blob_key=…) and open them together.',
    'deleted': 'Choose another recording.',
    'metadata-only': 'Download its snapshots, or export the recording.',
    'recordings-list': EXPORT,
    'analytics-events': EXPORT,
    'har': 'Open it in the network panel of the developer tools of a browser.',
    'playwright-trace': 'Open it with "npx playwright show-trace".',
    'server-error': 'Mend what it says, then download the recording again.',
    'no-events': 'Export it again once PostHog has finished processing the session.',
    'nothing-to-load': 'Set src, or call load() with a recording.',
    'damaged-snapshot': 'Download or export the session again.',
    'sandboxed':
      'The page around has to allow its frame the origin: sandbox="allow-scripts allow-same-origin".',
    'page-not-built': 'Export the session again, or choose another file.',
    'invalid-rule': 'The page around the player has to correct this.',
    'not-webvtt': 'A text track begins with WEBVTT and has times such as 00:01.000 --> 00:02.500.',
    'bomb': 'Choose another file.',
  },
  found: {
    'not-an-address': ({ address }) => `"${address}" is not an address that can be loaded.`,
    'unreachable': ({ address }) =>
      `The address ${address} could not be loaded: there is no connection, or its server does not let this page read it (CORS).`,
    'file-address': ({ address }) =>
      `${address} is a file on a disk, which browsers let no page read by its address.`,
    'refused': ({ address, status, answer }) =>
      answer === undefined
        ? `The address ${address} answered "${status}".`
        : `The address ${address} answered "${status}" and says: "${answer}".`,
    'signed-out': ({ address, status }) =>
      `The address ${address} answered "${status}" when asked without cookies.`,
    'no-file': ({ file, detail }) => `${theFile(file)} could not be read (${detail}).`,
    'sources-list': ({ file }) =>
      `${theFile(file)} lists the sources of a recording but does not contain it.`,
    'deleted': 'PostHog answered that this recording has been deleted.',
    'metadata-only': ({ file }) =>
      `${theFile(file)} describes a recording (its length, clicks and person) but does not contain it.`,
    'recordings-list': ({ file }) => `${theFile(file)} lists recordings but does not contain them.`,
    'analytics-events': ({ file }) =>
      `${theFile(file)} contains analytics events or the rows of a query, not a session recording.`,
    'har': ({ file }) => `${theFile(file)} is a HAR, a log of network requests, not a session recording.`,
    'playwright-trace': ({ file }) => `${theFile(file)} is a trace of Playwright, not a session recording.`,
    'server-error': ({ file, answer }) =>
      `${theFile(file)} contains the error of a server instead of a recording: "${answer}".`,
    'media': ({ file, medium }) => {
      const media = { image: 'an image', video: 'a video', pdf: 'a PDF' };
      return `${theFile(file)} is ${media[medium]}, not a session recording.`;
    },
    'archive': ({ file, files }) =>
      `${theFile(file)} is an archive. None of its ${counted('file', 'files')(files)} is a session recording.`,
    'html': ({ file }) =>
      `${theFile(file)} is an HTML page, perhaps a login page or an error page, not a session recording.`,
    'sign-in-page': ({ address }) =>
      `Asked without cookies, the address leads to a page, perhaps to sign in (${address}), not to a session recording.`,
    'text': ({ file, start }) =>
      `${theFile(file)} is text that starts with "${start}", not a session recording.`,
    'binary': ({ file }) => `${theFile(file)} is binary data, not a session recording.`,
    'other-json': ({ file, keys }) => {
      const names = keys.map((key) => `"${key}"`).join(', ');
      const found = names === '' ? 'JSON without any events' : `a JSON object with the keys ${names}`;
      return `${theFile(file)} is ${found}, not a session recording.`;
    },
    'not-webvtt': ({ file, line }) =>
      `${theFile(file)} is not WebVTT: line ${number(line)} could not be read, and it has no cues.`,
    'unknown-version': ({ file, version }) =>
      `${theFile(file)} calls itself version "${version}", whose format is unknown.`,
    'cut-off': ({ file }) => `${theFile(file)} stops before its first event.`,
    'damaged-packing': ({ file }) =>
      `${theFile(file)} is compressed and damaged. Nothing in it could be read.`,
    'unreadable': ({ file, detail }) => `${theFile(file)} could not be read (${detail}).`,
    'empty-file': ({ file }) => `${theFile(file)} is empty.`,
    'no-events': ({ file }) => `${theFile(file)} contains no events.`,
    'nothing-to-load': 'There is nothing to load.',
    'single-event': ({ file }) => `${theFile(file)} contains a single event. A recording needs at least two.`,
    'no-snapshot': ({ file, events }) =>
      `${theFile(file)} contains ${number(events)} events but no full snapshot of a page to start from.`,
    'damaged-snapshot': ({ file }) =>
      `${theFile(file)} contains a full snapshot of a page, but it is damaged and cannot be decoded.`,
    'page-not-built': ({ detail }) => `The recorded page could not be built (${detail}).`,
    'sandboxed': 'This page is in a frame in which no recorded page can be protected.',
    'stopped': 'Loading was stopped before the recording was read.',
    'closed': 'The recording was closed.',
    'too-many-bytes': ({ limit }) =>
      `The recording contains more than ${bytes(limit)} of data, which is the limit.`,
    'too-many-events': ({ limit }) =>
      `The recording contains more than ${counted('event', 'events')(limit)}, which is the limit.`,
    'bomb': ({ file, ratio }) =>
      `${theFile(file)} unpacks to more than ${number(ratio)} times its size, as no recording does.`,
  },
};

export const rules: RuleWords = {
  'not-a-selector': ({ rule }) =>
    `"${rule}" is not a valid selector. Valid ones are, for example, #id, .class and input[type="email"].`,
  'unsupported-selector': ({ rule, part }) =>
    `"${rule}" uses ${part}, which is not supported. Supported are types, classes, ids, attributes, the combinators " ", ">", "+", "~" and :is, :where, :not, :has, :root, :empty, :first-child, :last-child, :only-child, :nth-child() and the same with -of-type and -last-.`,
  'not-a-pattern': ({ rule }) => `"${rule}" is not a valid regular expression.`,
  'too-short': ({ rule }) => `"${rule}" is too short to be removed everywhere. Use at least two characters.`,
  'not-a-range': () => 'Write times like 1:02. The end must come after the start.',
};
