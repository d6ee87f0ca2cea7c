import type { CostKind } from '../../core/cost-kinds.ts';
import type { CueFault } from '../../core/warnings.ts';
import type { WarningWords } from '../words/warnings.ts';
import { counted, fileNamed, format, theFile } from './format.ts';

const { number, bytes, duration } = format;

/** What is wrong with a cue of a WebVTT file. */
const FAULTS: Readonly<Record<CueFault, string>> = {
  'signature': '文件不是以 WEBVTT 开头',
  'no-times': '缺少形如 00:01.000 --> 00:02.500 的时间',
  'bad-times': '时间不是 00:01.000 --> 00:02.500 的形式',
  'ends-early': '终点早于起点',
};

/** What can be left out of a page because it costs too much. */
const COSTS: Readonly<Record<CostKind, string>> = {
  depth: '嵌套过深的元素',
  levels: '嵌套过深的元素',
  elements: '过多的元素',
  frames: '过多的框架',
  media: '过多的视频和声音',
  cells: '跨度过大的表格单元格',
  pixels: '过大的画布和图片',
  marks: '含有过多组合符号或文字体系的文本',
  quotes: '过多的引号',
  drawing: '重复次数过多的绘图',
  columns: '多栏中的多栏',
  effects: '过多元素的滤镜、动画和图层',
  wrapping: '嵌套过深的元素中的均衡换行',
  matching: '匹配过多元素的样式规则',
  placing: '同一元素中过多的浮动或网格项目',
  motion: '过多元素的过渡',
  rules: '嵌套过深的样式规则',
  values: '值过多的样式',
  blur: '范围过大的模糊',
  strokes: '画布上过多的线条',
  fonts: '过大的字体',
  families: '过多的字体',
};

export const warnings: WarningWords = {
  'missing-meta': counted('个页面录制时缺少尺寸，已按最接近的已知尺寸显示。'),
  'duplicates': counted('个重复事件已忽略。'),
  'wild-timestamps': counted('个事件的日期与其他事件相差很远，已移到相邻事件旁。'),
  'clock-jump': '录制设备的时钟被更改过。播放会略过这一跳变。',
  'seconds': counted('个事件的时间不以毫秒为单位，已转换。'),
  'duplicate-nodes': counted('个节点与其他节点编号相同，已重新编号。'),
  'extension-stripped': (_, { names }) => `已移除浏览器扩展添加到页面的内容：${names.join('、')}。`,
  'synthetic-snapshot': counted('个屏幕录制时没有外围页面，已为其补上。'),
  'unknown-version': (_, { version }) =>
    `导出文件自称版本“${version}”。已按 2023-04-28 版本读取，其格式与之相同。`,
  'undecodable': counted('个事件无法解码，已略去。'),
  'bad-line': counted('行无法读取，已略去。'),
  'truncated': '文件在中途结束。此前的内容均可播放。',
  'broken-off': (_, found) => `${found}此前读取的内容均可播放。`,
  'trailing-garbage': '文件中录制结束之后还有其他数据，已略去。',
  'bad-block': counted('个压缩块已损坏。无法读取的内容已略去。'),
  'missing-chunks': counted('批事件不完整，已略去。'),
  'oversized': (count, { limitBytes }) =>
    `${counted('个事件')(count)}超过 ${bytes(limitBytes)} 的限制，已略去。`,
  'too-large': (_, found) => `${found}其余内容已略去。`,
  'too-deep': counted('个元素嵌套过深，任何浏览器都无法显示，已略去。'),
  'too-costly': (count, { kinds }) =>
    `${counted('处页面内容')(count)}会使此浏览器标签页卡死，已略去：${format.list([...new Set(kinds.map((kind) => COSTS[kind]))])}。`,
  'cut-text': counted('段文本或样式表过长，任何浏览器都无法显示，已截断。'),
  'second-recorder': counted('个事件来自同一窗口中的另一个录制器（例如框架的录制器），已略去。'),
  'unreplayable': counted('处更改无法应用到页面，已略去。'),
  'damaged-screens': counted('个屏幕录制为图片，图片已损坏，无法显示。'),
  'bad-cue': (count, { file, fault, line }) =>
    count === 1
      ? `文本轨道${fileNamed(file)}的第 ${number(line)} 行已略去：${FAULTS[fault]}。`
      : `文本轨道中的 ${number(count)} 行已略去，例如${fileNamed(file)}的第 ${number(line)} 行：${FAULTS[fault]}。`,
  'track-missing': (count, found) => `缺少 ${counted('条文本轨道')(count)}。${found}`,
  'skipped-file': (count, found) =>
    count === 1 ? found : `${found}另有 ${counted('个文件')(count - 1)}已略去。`,
  'repeated-file': (count, { file }) =>
    count === 1
      ? `${theFile(file)}被打开了两次，只读取一次。`
      : `${number(count)} 个文件被打开了两次，只读取一次，例如${fileNamed(file)}。`,
  'no-first-page': (_, { seconds }) => `最初的 ${duration(seconds)}没有可显示的页面。`,
  'missing-assets': (count, { sites, moreSites }) => {
    const more = moreSites > 0 ? [`另外 ${number(moreSites)} 个网站`] : [];
    return `页面的 ${counted('个图片、字体或其他文件')(count)}不在录制中（来自 ${format.list([...sites, ...more])}）。`;
  },
  'missing-sheets': counted('个页面使用的样式表不在录制中。'),
  'unrecorded-frames': counted('个来自其他网站的框架未被录制。'),
  'assets': counted('个图片或样式表与其页面分开录制，不会显示。'),
  'webgl': '不显示用 WebGL 绘制的内容。',
  'canvas-not-drawn': counted('个绘图步骤不会显示：录制中没有其渐变、视频或图片。'),
  'styles-refused': '此页面的安全策略阻止了录制页面的样式。请改为嵌入有自己策略的 embed.html。',
  'no-worker': '无法启动 Worker，因此由此页面自行读取录制。较大的录制可能使页面变慢。',
  'cover-unmatched': (count, { selectors: [first = ''] }) =>
    count === 1
      ? `cover 中的“${first}”在此录制中没有匹配项，因此不会隐藏任何内容。`
      : `cover 中的 ${number(count)} 个选择器在此录制中没有匹配项，因此不会隐藏任何内容，例如“${first}”。`,
  'several-recordings': '文件包含多个录制，已列在播放按钮旁。',
};
