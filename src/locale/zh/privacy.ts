import type { PrivacyWords } from '../words/privacy.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const privacy: PrivacyWords = {
  privacy: '隐私',
  onScreen: (count) => `隐私，屏幕上隐藏了 ${count} 处`,
  overlaysOff: '隐私，标记已关闭',
  showMasks: '标记页面上隐藏的内容',
  masks: {
    blocked: {
      name: '已屏蔽',
      many: '屏蔽的元素',
      count: counted('个屏蔽的元素'),
      meaning: '只录制了它的大小。',
    },
    text: {
      name: '已遮盖的文本',
      many: '遮盖的文本',
      count: counted('处遮盖的文本'),
      meaning: '录制器用星号替换了其中的字符。',
    },
    input: {
      name: '已遮盖的输入',
      many: '遮盖的输入',
      count: counted('处遮盖的输入'),
      meaning: '录制器用星号替换了输入的内容。',
    },
    exposed: {
      name: '未完全遮盖',
      many: '未完全遮盖的输入',
      count: counted('处未完全遮盖的输入'),
      meaning: '录制器用星号替换了输入的内容，但录制中仍含有其明文。“分享脱敏副本”会将其移除。',
    },
    ignored: {
      name: '已忽略的输入',
      many: '忽略的输入',
      count: counted('处忽略的输入'),
      meaning: '录制器被要求不录制此处输入的内容。',
    },
    network: {
      name: '已脱敏的请求',
      many: '脱敏的请求',
      count: counted('个脱敏的请求'),
      meaning: '移除了某个标头、正文或部分地址。不在页面上。',
    },
    canvas: {
      name: '未录制的画布',
      many: '未录制的画布',
      count: counted('个未录制的画布'),
      meaning: '此处绘制的内容未被录制。',
    },
    frame: {
      name: '未录制的框架',
      many: '未录制的框架',
      count: counted('个未录制的框架'),
      meaning: '来自其他网站的页面，录制器无法看到其内容。',
    },
    covered: {
      name: '被此页面隐藏',
      many: '被此页面隐藏的元素',
      count: counted('个被此页面隐藏的元素'),
      meaning: '它已被录制，但此播放器被要求不显示它。',
    },
    redacted: {
      name: '已从此副本移除',
      many: '从此副本移除的元素',
      count: counted('个从此副本移除的元素'),
      meaning: '录制中曾有它。它在制作此副本时被移除，不在此文件中。',
    },
  },
  hiddenOnScreen: (what) => `屏幕上隐藏：${what}`,
  hiddenOnTimeline: (seconds) => `录制中有 ${duration(Math.round(seconds))}存在隐藏内容`,
  hiddenAt: (kinds) => `隐藏：${kinds}`,
  kinds: '隐藏的内容',
  now: '此刻',
  total: '总计',
  occurrences: '出现位置',
  notOnPage: '不在页面上',
  outOfSight: '此刻不在视野内',
  nothing: '没有发现隐藏内容的迹象。',
  searching: '正在搜索录制…',
  later: '整段录制加载完后会显示总计。',
  position: (index, total) => `第 ${number(index)} 处，共 ${number(total)} 处`,
  previous: '上一处',
  next: '下一处',
};
