import type { EntryDetails } from '../../core/entries/entry.ts';
import type { SignalRule } from '../../core/entries/signals/signal.ts';
import type { MaskKind } from '../../core/rrweb/mask-traces.ts';
import { inputActOf, kindOfEvent, placeOf, said } from '../entry-parts.ts';
import type { EntryContext, EntryWords } from '../words/entries.ts';
import { format } from './format.ts';
import { ROLES } from './roles.ts';

const { number, duration } = format;

const HIDDEN: Readonly<Record<MaskKind, string>> = {
  blocked: '屏蔽的元素',
  text: '遮盖的文本',
  input: '遮盖的输入',
  exposed: '未完全遮盖的输入',
  ignored: '未录制的输入',
  network: '脱敏的请求',
  canvas: '未录制的画布',
  frame: '其他网站的框架',
  covered: '被此页面隐藏的元素',
  redacted: '从此副本移除的元素',
};

const SIGNALS: Readonly<Record<SignalRule, string>> = {
  'rage-click': '愤怒点击',
  'dead-click': '无效点击',
  'error-click': '点击后出错',
  'failed-request-click': '点击后请求失败',
  'slow-request-click': '点击后请求缓慢',
  'scroll-thrash': '来回滚动',
  'form-given-up': '放弃填写表单',
  'quick-back': '快速返回',
  'slow-response': '响应缓慢',
  'freeze': '页面卡死',
};

const CLICKS: Readonly<Record<EntryDetails['click']['button'], string>> = {
  left: '点击',
  double: '双击',
  right: '右键点击',
  touch: '轻触',
};

const DIALOGS: Readonly<Record<EntryDetails['dialog']['what'], string>> = {
  dialog: '对话框',
  popover: '弹出框',
  fullscreen: '全屏',
};

const quoted = (text: string) => (text === '' ? '' : `“${text}”`);

/** Words for entries in Simplified Chinese. */
export const entries: EntryWords = {
  kinds: {
    page: '页面',
    click: '点击',
    input: '输入',
    scroll: '滚动',
    resize: '大小调整',
    window: '窗口',
    visibility: '可见性',
    connection: '网络连接',
    console: '控制台',
    request: '请求',
    error: '错误',
    custom: '事件',
    annotation: '注释',
    selection: '选择',
    dialog: '对话框',
    hidden: '隐藏内容',
    idle: '空闲时间',
    signal: '信号',
  },

  named: quoted,
  target: (name, role) => `${name}（${ROLES[role] ?? role}）`,

  titles: {
    page: ({ href, title, by }) => said(by === 'load' ? '打开' : '转到', placeOf(href), quoted(title)),
    click: ({ button, x, y }, { target }) =>
      said(CLICKS[button], target || `${number(Math.round(x))}, ${number(Math.round(y))} 处`),
    input: inputTitle,
    scroll: ({ distance }, { target }) => said('滚动', target, `${number(distance)} 像素`),
    resize: ({ width, height }) => `将窗口大小调整为 ${number(width)} × ${number(height)}`,
    window: (_, { window }) => said('切换到', window || '另一个窗口'),
    visibility: ({ visible }) => (visible ? '返回窗口' : '离开窗口'),
    connection: ({ online }) => (online ? '恢复联网' : '断网'),
    console: ({ method, text }) => `控制台 ${method}：${text}`,
    request: ({ method, type, url, status, failed, error }) =>
      said(method || type, placeOf(url), status === null ? (failed ? error || '失败' : '') : String(status)),
    error: ({ name, message }) => `错误：${[name, message].filter(Boolean).join(': ') || '没有消息'}`,
    custom: ({ tag, payload }) => said(`事件：${tag}`, kindOfEvent(payload)),
    annotation: ({ caption }) => `注释：${caption}`,
    selection: ({ text }) => `选择了${quoted(text)}`,
    dialog: ({ what, opened }, { name, target }) =>
      // A dialog need not be told to be one.
      said(opened ? '打开' : '关闭', DIALOGS[what], what === 'dialog' ? name : target),
    hidden: ({ mask }, { name }) => `页面上有${HIDDEN[mask]}${name && `：${name}`}`,
    idle: ({ seconds }) => `空闲 ${duration(Math.round(seconds))}`,
    signal: ({ rule }, { target }) => `${SIGNALS[rule]}${target && `：${target}`}`,
  },
};

function inputTitle(detail: EntryDetails['input'], { name }: EntryContext): string {
  const { masked, value } = detail;
  const field = name || '一个字段';
  const state = masked || value === null ? '（已遮盖）' : '';
  const text = quoted(value ?? '');
  switch (inputActOf(detail)) {
    case 'ticked':
      return `勾选${field}`;
    case 'unticked':
      return `取消勾选${field}`;
    case 'chosen':
      return `在${field}中选择${text || '一个值'}${state}`;
    case 'cleared':
      return `清空${field}`;
    case 'typed':
      return `在${field}中输入${text}${state}`;
  }
}
