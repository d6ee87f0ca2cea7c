import { format } from './format.ts';
import type { ShortcutWords } from '../words/shortcuts.ts';

const { number } = format;

export const shortcuts: ShortcutWords = {
  shortcuts: 'Atajos de teclado',
  escape: 'Escape cierra lo último que se abrió.',
  groups: { playback: 'Reproducción', moments: 'Ir a', page: 'Página', panels: 'Paneles' },
  skipped: (seconds) => `${seconds < 0 ? '−' : '+'}${number(Math.abs(seconds))}\u00a0s`,
  names: {
    'playback': 'Reproducir o pausar',
    'back-5': 'Retroceder 5 segundos',
    'forward-5': 'Avanzar 5 segundos',
    'back-10': 'Retroceder 10 segundos',
    'forward-10': 'Avanzar 10 segundos',
    'start': 'Inicio',
    'end': 'Final',
    'tenths': 'Décimas partes de la grabación',
    'slower': 'Más lento',
    'faster': 'Más rápido',
    'loop-from': 'Repetir desde aquí',
    'loop-to': 'Repetir hasta aquí',
    'loop-off': 'Dejar de repetir',
    'change-before': 'Cambio anterior de la página',
    'change-after': 'Cambio siguiente de la página',
    'entry-before': 'Suceso anterior',
    'entry-after': 'Suceso siguiente',
    'error-before': 'Error anterior',
    'error-after': 'Error siguiente',
    'mark-before': 'Marca anterior en la línea de tiempo',
    'mark-after': 'Marca siguiente en la línea de tiempo',
    'chapter-before': 'Capítulo anterior',
    'chapter-after': 'Capítulo siguiente',
    'masks': 'Marcar lo que está oculto',
    'captions': 'Subtítulos',
    'size': 'Tamaño de la página',
    'inspect': 'Seleccionar texto',
    'link': 'Copiar un enlace a este momento',
    'fullscreen': 'Pantalla completa',
  },
  keys: { space: 'Espacio', home: 'Inicio', end: 'Fin', arrowleft: '←', arrowright: '→' },
};
