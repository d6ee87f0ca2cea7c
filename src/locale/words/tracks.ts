/** Text tracks: captions and chapters. */
export interface TrackWords {
  readonly captions: string;
  readonly captionsOff: string;
  readonly unnamed: (number: number) => string;
  readonly annotations: string;
  readonly chapters: string;
  readonly noChapter: string;
  readonly chapterItem: (time: string, title: string) => string;
  readonly pausedAt: (title: string) => string;
  readonly goOn: string;
  /** A WebVTT file was opened. @param count of its cues */
  readonly opened: (file: string, role: 'chapters' | 'captions' | 'notes', count: number) => string;
}
