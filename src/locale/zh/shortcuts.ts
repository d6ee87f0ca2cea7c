import { format } from './format.ts';
import type { ShortcutWords } from '../words/shortcuts.ts';

const { number } = format;

export const shortcuts: ShortcutWords = {
  shortcuts: '键盘快捷键',
  escape: '按 Esc 键关闭最近打开的内容。',
  groups: { playback: '播放', moments: '转到', page: '页面', panels: '面板' },
  skipped: (seconds) => `${seconds < 0 ? '−' : '+'}${number(Math.abs(seconds))} 秒`,
  names: {
    'playback': '播放或暂停',
    'back-5': '后退 5 秒',
    'forward-5': '前进 5 秒',
    'back-10': '后退 10 秒',
    'forward-10': '前进 10 秒',
    'start': '开头',
    'end': '结尾',
    'tenths': '录制的十分之几处',
    'slower': '减速',
    'faster': '加速',
    'loop-from': '从此处开始循环',
    'loop-to': '循环到此处',
    'loop-off': '停止循环',
    'change-before': '页面的上一次变化',
    'change-after': '页面的下一次变化',
    'entry-before': '上一个事件',
    'entry-after': '下一个事件',
    'error-before': '上一个错误',
    'error-after': '下一个错误',
    'mark-before': '时间轴上的上一个标记',
    'mark-after': '时间轴上的下一个标记',
    'chapter-before': '上一章节',
    'chapter-after': '下一章节',
    'masks': '标记隐藏的内容',
    'captions': '字幕',
    'size': '页面大小',
    'inspect': '选择文本',
    'link': '复制指向此刻的链接',
    'fullscreen': '全屏',
  },
  keys: { space: '空格', home: 'Home', end: 'End', arrowleft: '←', arrowright: '→' },
};
