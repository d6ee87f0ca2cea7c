import type { PrivacyWords } from '../words/privacy.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const privacy: PrivacyWords = {
  privacy: 'Privacy',
  onScreen: (count) => `Privacy, ${count} hidden on screen`,
  overlaysOff: 'Privacy, overlays are off',
  showMasks: 'Mark what is hidden on the page',
  masks: {
    blocked: {
      name: 'Blocked',
      many: 'blocked elements',
      count: counted('blocked element', 'blocked elements'),
      meaning: 'Only its size was recorded.',
    },
    text: {
      name: 'Masked text',
      many: 'masked texts',
      count: counted('masked text', 'masked texts'),
      meaning: 'The recorder replaced its characters with asterisks.',
    },
    input: {
      name: 'Masked input',
      many: 'masked inputs',
      count: counted('masked input', 'masked inputs'),
      meaning: 'The recorder replaced what was typed with asterisks.',
    },
    exposed: {
      name: 'Not fully masked',
      many: 'inputs not fully masked',
      count: counted('input not fully masked', 'inputs not fully masked'),
      meaning:
        'The recorder replaced what was typed with asterisks, but the recording holds it in clear as well. “Share a redacted copy” removes it.',
    },
    ignored: {
      name: 'Ignored input',
      many: 'ignored inputs',
      count: counted('ignored input', 'ignored inputs'),
      meaning: 'The recorder was told not to record what is typed here.',
    },
    network: {
      name: 'Redacted request',
      many: 'redacted requests',
      count: counted('redacted request', 'redacted requests'),
      meaning: 'A header, the body or part of the address was removed. Not on the page.',
    },
    canvas: {
      name: 'Canvas not recorded',
      many: 'canvases not recorded',
      count: counted('canvas not recorded', 'canvases not recorded'),
      meaning: 'What was drawn here was not recorded.',
    },
    frame: {
      name: 'Frame not recorded',
      many: 'frames not recorded',
      count: counted('frame not recorded', 'frames not recorded'),
      meaning: 'A page from another site, which the recorder cannot see into.',
    },
    covered: {
      name: 'Hidden by this page',
      many: 'elements hidden by this page',
      count: counted('element hidden by this page', 'elements hidden by this page'),
      meaning: 'It was recorded, but this player was told not to show it.',
    },
    redacted: {
      name: 'Removed from this copy',
      many: 'elements removed from this copy',
      count: counted('element removed from this copy', 'elements removed from this copy'),
      meaning: 'The recording had it. It was removed when this copy was made, and is not in this file.',
    },
  },
  hiddenOnScreen: (what) => `Hidden on screen: ${what}`,
  hiddenOnTimeline: (seconds) => `Something is hidden for ${duration(Math.round(seconds))} of the recording`,
  hiddenAt: (kinds) => `Hidden: ${kinds}`,
  kinds: 'What is hidden',
  now: 'Now',
  total: 'Total',
  occurrences: 'Occurrences',
  notOnPage: 'Not on the page',
  outOfSight: 'Out of view at this moment',
  nothing: 'No sign of hidden content was found.',
  searching: 'Searching the recording…',
  later: 'Totals appear once the whole recording is loaded.',
  position: (index, total) => `${number(index)} of ${number(total)}`,
  previous: 'Previous occurrence',
  next: 'Next occurrence',
};
