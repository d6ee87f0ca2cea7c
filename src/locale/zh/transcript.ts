import type { TranscriptLocale } from '../words/transcript.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const transcript: TranscriptLocale = {
  heading: (id) => (id === '' ? '会话' : `会话 ${id}`),
  about: (startedAt, length) => `录制于 ${startedAt}，时长 ${duration(Math.round(length))}。`,
  end: '录制结束',
  transcript: '文字记录',
  views: { words: '文字叙述', page: '页面文本' },
  detail: '详细程度',
  details: { brief: '简要', normal: '一般', full: '全部' },
  nothing: '在此详细程度下没有可叙述的内容。',
  search: '搜索文字记录',
  lines: counted('行'),
  matches: (at, count) =>
    at > 0 ? `第 ${number(at)} 个，共 ${number(count)} 个` : counted('个匹配项')(count),
  previousMatch: '上一个匹配项',
  nextMatch: '下一个匹配项',
  seen: '包含所见内容',
  seenHint: '副本和文件还会说明每个页面、点击和错误时页面上的内容。WebVTT 除外。',
  searchPage: '搜索页面',
  pageHint: '查找文本何时在页面上，包括视野之外的文本。',
  foundAt: (text) => `在页面上：“${text}”`,
  stretches: counted('个时间段'),
  previousStretch: '上一个时间段',
  nextStretch: '下一个时间段',
  neverSeen: (text) => `“${text}”从未出现在页面上。`,
};
