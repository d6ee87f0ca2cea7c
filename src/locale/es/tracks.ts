import type { TrackWords } from '../words/tracks.ts';
import { counted, fileNamed, format } from './format.ts';

const { number } = format;

export const tracks: TrackWords = {
  captions: 'Subtítulos',
  captionsOff: 'Desactivados',
  unnamed: (index) => `Subtítulos ${number(index)}`,
  annotations: 'Anotaciones',
  chapters: 'Capítulo',
  noChapter: 'Capítulos',
  chapterItem: (time, title) => `${time} ${title}`,
  pausedAt: (title) => `En pausa en el capítulo «${title}».`,
  goOn: 'Continuar',
  opened: (file, role, count) => {
    const what = {
      chapters: counted('capítulo', 'capítulos'),
      captions: counted('subtítulo', 'subtítulos'),
      notes: counted('nota', 'notas'),
    }[role](count);
    return `Se añadió ${file === '' ? 'el texto' : fileNamed(file)}: ${what}.`;
  },
};
