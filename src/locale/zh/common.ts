import type { CommonWords } from '../words/common.ts';
import { format, moment } from './format.ts';

const { number } = format;

export const common: CommonWords = {
  close: '关闭',
  cancel: '取消',
  panelSize: '面板大小',
  stop: '停止',
  more: (count) => `还有 ${number(count)} 项`,
  before: (count) => `前面还有 ${number(count)} 项`,
  times: (count) => `${number(count)} 次`,
  span: (from, to) => `${from} – ${to}`,
  moment,
  dayAndTime: (day, time, zone) => `${day} ${time} ${zone}`,
  window: (index) => `窗口 ${number(index)}`,
};
