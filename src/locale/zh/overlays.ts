import type { AssetWords, OverlayWords } from '../words/overlays.ts';
import { counted, format } from './format.ts';

const { percent, bytes, duration } = format;

export const overlays: OverlayWords = {
  nothingToPlay: '没有录制内容',
  openRecording: '打开录制',
  dropHere: '将录制拖放到此处',
  orPaste: '或粘贴',
  chooseFile: '选择文件',
  acceptedFiles:
    '可打开 PostHog 会话录制（导出文件、API 下载或 ZIP 压缩包）和 rrweb 事件，压缩与否均可。可以同时打开多个文件。',
  staysHere: '任何内容都不会离开这台电脑。',
  dropToOpen: '松开即可打开',
  loading: '正在加载录制',
  bytesRead: (loaded) => `已读取 ${bytes(loaded)}`,
  bytesOf: (loaded, total, share) => `${bytes(loaded)} / ${bytes(total)}，${percent(share)}`,
  waiting: '正在加载此刻…',
  notOnPaper: '打印时未加载录制的页面。',
  ended: '录制已结束',
  retry: '重试',
  chooseAnother: '选择其他文件',
  skipped: (clock) => `已跳过 ${clock}`,
  skippedAloud: (seconds) => `已跳过 ${duration(Math.round(seconds))}无操作的时间`,
  passedOver: (seconds) => `已跳过 ${duration(seconds)}没有页面记录的时间。`,
};

export const assets: AssetWords = {
  notLoaded: '未加载',
  blocked: {
    image: counted('张图片'),
    stylesheet: counted('个样式表'),
    font: counted('个字体'),
    media: counted('个音视频'),
    frame: counted('个框架'),
  },
  blockedFrom: (things, sites) => `未加载来自 ${counted('个网站')(sites)}的 ${things}`,
  showSites: '显示网站',
  load: '仍然加载',
  loadMeans: '加载后，这些网站会知道有人打开了此录制。',
  dismiss: '忽略',
};
