import type { CommonWords } from '../words/common.ts';
import { format, moment } from './format.ts';

const { number } = format;

export const common: CommonWords = {
  close: 'Cerrar',
  cancel: 'Cancelar',
  panelSize: 'Tamaño del panel',
  stop: 'Detener',
  more: (count) => `y ${number(count)} más`,
  before: (count) => `${number(count)} más antes`,
  times: (count) => `${number(count)} veces`,
  span: (from, to) => `${from} – ${to}`,
  moment,
  dayAndTime: (day, time, zone) => `${day}, ${time} ${zone}`,
  window: (index) => `Ventana ${number(index)}`,
};
