import type { TrackWords } from '../words/tracks.ts';
import { counted, fileNamed, format } from './format.ts';

const { number } = format;

export const tracks: TrackWords = {
  captions: 'Untertitel',
  captionsOff: 'Aus',
  unnamed: (index) => `Untertitel ${number(index)}`,
  annotations: 'Anmerkungen',
  chapters: 'Kapitel',
  noChapter: 'Kapitel',
  chapterItem: (time, title) => `${time} ${title}`,
  pausedAt: (title) => `Angehalten beim Kapitel „${title}“.`,
  goOn: 'Weiter',
  opened: (file, role, count) => {
    const what = {
      chapters: counted('Kapitel', 'Kapitel'),
      captions: counted('Untertitel', 'Untertitel'),
      notes: counted('Notiz', 'Notizen'),
    }[role](count);
    return `${file === '' ? 'Der Text' : fileNamed(file)} wurde hinzugefügt: ${what}.`;
  },
};
