import type { TrackWords } from '../words/tracks.ts';
import { counted, fileNamed, format } from './format.ts';

const { number } = format;

export const tracks: TrackWords = {
  captions: 'Captions',
  captionsOff: 'Off',
  unnamed: (index) => `Captions ${number(index)}`,
  annotations: 'Annotations',
  chapters: 'Chapter',
  noChapter: 'Chapters',
  chapterItem: (time, title) => `${time} ${title}`,
  pausedAt: (title) => `Paused at the chapter “${title}”.`,
  goOn: 'Go on',
  opened: (file, role, count) => {
    const what = {
      chapters: counted('chapter', 'chapters'),
      captions: counted('caption', 'captions'),
      notes: counted('note', 'notes'),
    }[role](count);
    return `${file === '' ? 'The text' : fileNamed(file)} was added: ${what}.`;
  },
};
