import type { CommonWords } from '../words/common.ts';
import { format, moment } from './format.ts';

const { number } = format;

export const common: CommonWords = {
  close: 'Close',
  cancel: 'Cancel',
  panelSize: 'Size of the panel',
  stop: 'Stop',
  more: (count) => `and ${number(count)} more`,
  before: (count) => `${number(count)} more before`,
  times: (count) => `${number(count)} times`,
  span: (from, to) => `${from} – ${to}`,
  moment,
  dayAndTime: (day, time, zone) => `${day}, ${time} ${zone}`,
  window: (index) => `Window ${number(index)}`,
};
