import type { TrackWords } from '../words/tracks.ts';
import { counted, fileNamed, format } from './format.ts';

const { number } = format;

export const tracks: TrackWords = {
  captions: '字幕',
  captionsOff: '关闭',
  unnamed: (index) => `字幕 ${number(index)}`,
  annotations: '注释',
  chapters: '章节',
  noChapter: '章节',
  chapterItem: (time, title) => `${time} ${title}`,
  pausedAt: (title) => `已在章节“${title}”处暂停。`,
  goOn: '继续',
  opened: (file, role, count) => {
    const what = {
      chapters: counted('个章节'),
      captions: counted('条字幕'),
      notes: counted('条笔记'),
    }[role](count);
    return `已添加${file === '' ? '文本' : fileNamed(file)}：${what}。`;
  },
};
