import type { TrackWords } from '../words/tracks.ts';
import { counted, fileNamed, format } from './format.ts';

const { number } = format;

export const tracks: TrackWords = {
  captions: 'Sous-titres',
  captionsOff: 'Désactivés',
  unnamed: (index) => `Sous-titres ${number(index)}`,
  annotations: 'Annotations',
  chapters: 'Chapitre',
  noChapter: 'Chapitres',
  chapterItem: (time, title) => `${time} ${title}`,
  pausedAt: (title) => `En pause au chapitre «\u00a0${title}\u00a0».`,
  goOn: 'Continuer',
  opened: (file, role, count) => {
    const what = {
      chapters: counted('chapitre', 'chapitres'),
      captions: counted('sous-titre', 'sous-titres'),
      notes: counted('note', 'notes'),
    }[role](count);
    return `${file === '' ? 'Le texte' : fileNamed(file)} a été ajouté\u00a0: ${what}.`;
  },
};
