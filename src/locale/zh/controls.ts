import { wholeSeconds } from '../formats.ts';
import type { ControlWords, LinkWords } from '../words/controls.ts';
import { format, moment } from './format.ts';

const { number, duration } = format;

export const controls: ControlWords = {
  player: '会话回放',
  recordedPage: '录制的页面',
  replayedPage: '回放的页面',
  play: '播放',
  pause: '暂停',
  replay: '重播',
  timeline: '时间轴',
  brush: '时间轴的可见部分',
  partInView: (from, to) => `正在显示 ${from} 至 ${to}`,
  wholeInView: '正在显示整段录制',
  position: (time, length) => `${duration(wholeSeconds(time, length))}，共 ${duration(Math.round(length))}`,
  positionAt: (position, event) => `${position}，${event}`,
  idle: '空闲',
  loopEdge: { start: '循环起点', end: '循环终点' },
  time: '时间',
  clocks: {
    elapsed: () => '已播放时间',
    local: (zone) => `本地时间（${zone}）`,
    recorded: (zone) => `录制地时间（${zone}）`,
    utc: () => 'UTC',
  },
  loopFromHere: '从此处开始循环',
  loopToHere: '循环到此处',
  stopLooping: '停止循环',
  steps: {
    'entry-before': '转到上一个事件',
    'entry-after': '转到下一个事件',
    'change-before': '转到页面的上一次变化',
    'change-after': '转到页面的下一次变化',
  },
  pageSize: '页面大小',
  pageSizes: { fit: '完整显示', width: '适应宽度', actual: '100%' },
  speed: '速度',
  rate: (rate) => `${number(rate)}×`,
  idleTime: '空闲时间',
  narrowIdle: '在时间轴上压缩',
  idleMode: (mode) => {
    if (mode === 'skip') return '跳过空闲时间';
    if (mode === 'keep') return '播放空闲时间';
    return `将空闲时间缩短为 ${number(mode)} 秒`;
  },
  windows: '窗口',
  followActiveWindow: '跟随活动标签页',
  choice: (menu, choice) => `${menu}：${choice}`,
  inspect: '选择页面上的文本',
  enterFullscreen: '进入全屏',
  exitFullscreen: '退出全屏',
  open: '打开录制',
  more: '更多',
  recordings: '录制',
  recordingOf: (index, total) => `第 ${number(index)} 个，共 ${number(total)} 个`,
  recordingItem: (index, name, length, startedAt) =>
    `${number(index)}. ${name}，${length}，${moment(startedAt)}`,
  unnamedRecording: (index) => `录制 ${number(index)}`,
  previousRecording: '上一个录制',
  nextRecording: '下一个录制',
};

export const links: LinkWords = {
  copy: '复制指向此刻的链接',
  copied: '已复制指向此刻的链接。',
  copyByHand: '请复制此链接：',
};
