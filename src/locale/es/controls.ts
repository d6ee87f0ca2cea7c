import { wholeSeconds } from '../formats.ts';
import type { ControlWords, LinkWords } from '../words/controls.ts';
import { format, moment } from './format.ts';

const { number, duration } = format;

export const controls: ControlWords = {
  player: 'Reproducción de la sesión',
  recordedPage: 'Página grabada',
  replayedPage: 'Página reproducida',
  play: 'Reproducir',
  pause: 'Pausar',
  replay: 'Volver a reproducir',
  timeline: 'Línea de tiempo',
  brush: 'Parte visible de la línea de tiempo',
  partInView: (from, to) => `De ${from} a ${to} a la vista`,
  wholeInView: 'Toda la grabación está a la vista',
  position: (time, length) => `${duration(wholeSeconds(time, length))} de ${duration(Math.round(length))}`,
  positionAt: (position, event) => `${position}, ${event}`,
  idle: 'Inactividad',
  loopEdge: { start: 'Inicio del bucle', end: 'Fin del bucle' },
  time: 'Tiempo',
  clocks: {
    elapsed: () => 'Tiempo transcurrido',
    local: (zone) => `Tu hora (${zone})`,
    recorded: (zone) => `Hora de la grabación (${zone})`,
    utc: () => 'UTC',
  },
  loopFromHere: 'Repetir desde aquí',
  loopToHere: 'Repetir hasta aquí',
  stopLooping: 'Dejar de repetir',
  steps: {
    'entry-before': 'Ir al suceso anterior',
    'entry-after': 'Ir al suceso siguiente',
    'change-before': 'Ir al cambio anterior de la página',
    'change-after': 'Ir al cambio siguiente de la página',
  },
  pageSize: 'Tamaño de la página',
  pageSizes: { fit: 'Entera', width: 'Ancho completo', actual: '100\u00a0%' },
  speed: 'Velocidad',
  rate: (rate) => `${number(rate)}×`,
  idleTime: 'Inactividad',
  narrowIdle: 'Estrechar en la línea de tiempo',
  idleMode: (mode) => {
    if (mode === 'skip') return 'Omitir la inactividad';
    if (mode === 'keep') return 'Reproducir la inactividad';
    return `Acortar la inactividad a ${number(mode)}\u00a0s`;
  },
  windows: 'Ventana',
  followActiveWindow: 'Seguir la pestaña activa',
  choice: (menu, choice) => `${menu}: ${choice}`,
  inspect: 'Seleccionar texto de la página',
  enterFullscreen: 'Pantalla completa',
  exitFullscreen: 'Salir de pantalla completa',
  open: 'Abrir una grabación',
  more: 'Más',
  recordings: 'Grabación',
  recordingOf: (index, total) => `${number(index)} de ${number(total)}`,
  recordingItem: (index, name, length, startedAt) =>
    `${number(index)}. ${name}, ${length}, ${moment(startedAt)}`,
  unnamedRecording: (index) => `Grabación ${number(index)}`,
  previousRecording: 'Grabación anterior',
  nextRecording: 'Grabación siguiente',
};

export const links: LinkWords = {
  copy: 'Copiar un enlace a este momento',
  copied: 'Enlace a este momento copiado.',
  copyByHand: 'Copia este enlace:',
};
