import type { ErrorWords, RuleWords } from '../words/errors.ts';
import { counted, format, theFile } from './format.ts';

const { number, bytes } = format;

const SIGN_IN =
  '如果该地址需要登录，请让请求携带 Cookie：在播放器上设置 crossorigin="use-credentials"，或用自己的 fetch() 响应代替地址。';

const EXPORT = '请在 PostHog 的会话回放中打开该会话，从菜单中导出，然后打开导出的文件。';

export const errors: ErrorWords = {
  headings: {
    'network': '无法下载录制',
    'not-a-recording': '这不是会话录制',
    'unsupported-version': '此录制的版本未知',
    'corrupt': '录制已损坏',
    'empty': '录制为空',
    'unplayable': '无法播放录制',
    'aborted': '加载已停止',
    'too-large': '录制过大',
  },
  advice: {
    'network': '请重试，或选择这台电脑上的文件。',
    'not-a-recording': '请选择 PostHog 导出文件、API 下载、ZIP 压缩包或 rrweb 录制的事件。',
    'unsupported-version':
      '可以打开 2023-04-28 和 2022-12-02 版本。请重新导出录制，或使用此播放器的较新版本。',
    'corrupt': '请重新下载或导出。文件可能不完整。',
    'empty': '请选择其他文件，或重新导出会话。',
    'unplayable': '如果录制分为多个部分，请一起打开；否则请重新导出会话。',
    'aborted': '请重试，或选择其他文件。',
    'too-large': '请选择较短的录制，或其中的一个部分。嵌入播放器的页面可以提高限制（limits）。',
  },
  adviceFor: {
    'not-an-address': '请检查地址，或选择这台电脑上的文件。',
    'unreachable': '请下载该文件，然后在此处打开。',
    'file-address': '请将文件拖放到此处，或选择该文件。',
    'refused': '请检查地址，以及是否已在该处登录。',
    'signed-out': SIGN_IN,
    'sign-in-page': SIGN_IN,
    'no-file': '请检查其路径，以及是否有读取权限。',
    'sources-list':
      '请下载其中列出的每个来源的快照（相同地址加上 ?source=blob_v2&start_blob_key=…&end_blob_key=…），然后一起打开。',
    'deleted': '请选择其他录制。',
    'metadata-only': '请下载其快照，或导出录制。',
    'recordings-list': EXPORT,
    'analytics-events': EXPORT,
    'har': '请在浏览器开发者工具的网络面板中打开。',
    'playwright-trace': '请用“npx playwright show-trace”打开。',
    'server-error': '请先解决其中指出的问题，然后重新下载录制。',
    'no-events': '请在 PostHog 处理完该会话后重新导出。',
    'nothing-to-load': '请设置 src，或调用 load() 并传入录制。',
    'damaged-snapshot': '请重新下载或导出会话。',
    'sandboxed': '外层页面须允许其框架使用来源：sandbox="allow-scripts allow-same-origin"。',
    'page-not-built': '请重新导出会话，或选择其他文件。',
    'invalid-rule': '需要由嵌入播放器的页面更正。',
    'not-webvtt': '文本轨道以 WEBVTT 开头，并包含形如 00:01.000 --> 00:02.500 的时间。',
    'bomb': '请选择其他文件。',
  },
  found: {
    'not-an-address': ({ address }) => `“${address}”不是可以加载的地址。`,
    'unreachable': ({ address }) =>
      `无法加载地址 ${address}：没有网络连接，或其服务器不允许此页面读取（CORS）。`,
    'file-address': ({ address }) => `${address} 是磁盘上的文件，浏览器不允许页面通过地址读取。`,
    'refused': ({ address, status, answer }) =>
      answer === undefined
        ? `地址 ${address} 返回“${status}”。`
        : `地址 ${address} 返回“${status}”，并说明：“${answer}”。`,
    'signed-out': ({ address, status }) => `在不携带 Cookie 的情况下，地址 ${address} 返回“${status}”。`,
    'no-file': ({ file, detail }) => `无法读取${theFile(file)}（${detail}）。`,
    'sources-list': ({ file }) => `${theFile(file)}列出了录制的来源，但不包含录制本身。`,
    'deleted': 'PostHog 返回：此录制已被删除。',
    'metadata-only': ({ file }) => `${theFile(file)}描述了一个录制（时长、点击和人员），但不包含录制本身。`,
    'recordings-list': ({ file }) => `${theFile(file)}列出了录制，但不包含录制本身。`,
    'analytics-events': ({ file }) => `${theFile(file)}包含分析事件或查询结果的行，而不是会话录制。`,
    'har': ({ file }) => `${theFile(file)}是 HAR（网络请求日志），而不是会话录制。`,
    'playwright-trace': ({ file }) => `${theFile(file)}是 Playwright 的跟踪文件，而不是会话录制。`,
    'server-error': ({ file, answer }) => `${theFile(file)}包含服务器的错误，而不是录制：“${answer}”。`,
    'media': ({ file, medium }) => {
      const media = { image: '图片', video: '视频', pdf: 'PDF' };
      return `${theFile(file)}是${media[medium]}，而不是会话录制。`;
    },
    'archive': ({ file, files }) =>
      `${theFile(file)}是压缩包。其中的 ${counted('个文件')(files)}都不是会话录制。`,
    'html': ({ file }) => `${theFile(file)}是 HTML 页面，可能是登录页或错误页，而不是会话录制。`,
    'sign-in-page': ({ address }) =>
      `在不携带 Cookie 的情况下，该地址指向一个页面，可能是登录页（${address}），而不是会话录制。`,
    'text': ({ file, start }) => `${theFile(file)}是以“${start}”开头的文本，而不是会话录制。`,
    'binary': ({ file }) => `${theFile(file)}是二进制数据，而不是会话录制。`,
    'other-json': ({ file, keys }) => {
      const names = keys.map((key) => `“${key}”`).join('、');
      const found = names === '' ? '不含任何事件的 JSON' : `含有键 ${names} 的 JSON 对象`;
      return `${theFile(file)}是${found}，而不是会话录制。`;
    },
    'not-webvtt': ({ file, line }) =>
      `${theFile(file)}不是 WebVTT：无法读取第 ${number(line)} 行，且没有任何提示（cue）。`,
    'unknown-version': ({ file, version }) => `${theFile(file)}自称版本“${version}”，其格式未知。`,
    'cut-off': ({ file }) => `${theFile(file)}在第一个事件之前就中断了。`,
    'damaged-packing': ({ file }) => `${theFile(file)}经过压缩且已损坏，无法读取其中任何内容。`,
    'unreadable': ({ file, detail }) => `无法读取${theFile(file)}（${detail}）。`,
    'empty-file': ({ file }) => `${theFile(file)}为空。`,
    'no-events': ({ file }) => `${theFile(file)}不包含任何事件。`,
    'nothing-to-load': '没有可加载的内容。',
    'single-event': ({ file }) => `${theFile(file)}只包含一个事件。录制至少需要两个事件。`,
    'no-snapshot': ({ file, events }) =>
      `${theFile(file)}包含 ${number(events)} 个事件，但没有可作为起点的页面完整快照。`,
    'damaged-snapshot': ({ file }) => `${theFile(file)}包含页面的完整快照，但快照已损坏，无法解码。`,
    'page-not-built': ({ detail }) => `无法构建录制的页面（${detail}）。`,
    'sandboxed': '此页面所在的框架无法保护任何录制的页面。',
    'stopped': '在读取录制之前，加载已停止。',
    'closed': '录制已关闭。',
    'too-many-bytes': ({ limit }) => `录制包含的数据超过 ${bytes(limit)} 的限制。`,
    'too-many-events': ({ limit }) => `录制超过 ${counted('个事件')(limit)}的限制。`,
    'bomb': ({ file, ratio }) =>
      `${theFile(file)}解压后超过其大小的 ${number(ratio)} 倍，任何录制都不会如此。`,
  },
};

export const rules: RuleWords = {
  'not-a-selector': ({ rule }) =>
    `“${rule}”不是有效的选择器。有效的例子有 #id、.class 和 input[type="email"]。`,
  'unsupported-selector': ({ rule, part }) =>
    `“${rule}”使用了不受支持的 ${part}。支持类型、类、ID、属性、组合符 " "、">"、"+"、"~" 以及 :is、:where、:not、:has、:root、:empty、:first-child、:last-child、:only-child、:nth-child() 和相应的 -of-type 与 -last- 形式。`,
  'not-a-pattern': ({ rule }) => `“${rule}”不是有效的正则表达式。`,
  'too-short': ({ rule }) => `“${rule}”太短，无法在所有位置移除。请至少使用两个字符。`,
  'not-a-range': () => '请按 1:02 的形式填写时间。终点必须在起点之后。',
};
