import type { CommonWords } from '../words/common.ts';
import { format, moment } from './format.ts';

const { number } = format;

export const common: CommonWords = {
  close: 'Fermer',
  cancel: 'Annuler',
  panelSize: 'Taille du panneau',
  stop: 'Arrêter',
  more: (count) => `et ${number(count)} de plus`,
  before: (count) => `${number(count)} de plus avant`,
  times: (count) => `${number(count)} fois`,
  span: (from, to) => `${from} – ${to}`,
  moment,
  dayAndTime: (day, time, zone) => `${day}, ${time} ${zone}`,
  window: (index) => `Fenêtre ${number(index)}`,
};
