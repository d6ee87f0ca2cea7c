import type { CommonWords } from '../words/common.ts';
import { format, moment } from './format.ts';

const { number } = format;

export const common: CommonWords = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  panelSize: 'Größe des Bereichs',
  stop: 'Stoppen',
  more: (count) => `und ${number(count)} weitere`,
  before: (count) => `${number(count)} weitere davor`,
  times: (count) => `${number(count)}-mal`,
  span: (from, to) => `${from} – ${to}`,
  moment,
  dayAndTime: (day, time, zone) => `${day}, ${time} ${zone}`,
  window: (index) => `Fenster ${number(index)}`,
};
