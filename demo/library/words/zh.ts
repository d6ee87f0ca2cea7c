import { formatsOf } from '../../../src/locale/formats.ts';
import type { LibraryWords } from '../words.ts';

const { bytes, number, list } = formatsOf('zh-Hans');

export const chinese: LibraryWords = {
  library: '录制库',
  stays: '您保存的内容只留在此设备的这个浏览器中，不会发送到任何地方。',
  search: '搜索名称、标签、会话 ID 和网址',
  import: '导入',
  export: '全部导出',
  deleteAll: '全部删除',
  open: '打开',
  openNamed: (name) => `打开 ${name}`,
  remove: '移除',
  removeNamed: (name) => `移除 ${name}`,
  tagsOf: (name) => `${name} 的标签`,
  addTag: '添加标签',
  addTagTo: (name) => `为 ${name} 添加标签`,
  removeTag: (tag) => `移除标签 ${tag}`,
  unnamed: '未命名的录制',
  recordings: (count) => `${number(count)} 个录制`,
  found: (count) => `找到 ${number(count)} 个录制`,
  files: (count) => `${number(count)} 个文件`,
  used: (used) => `已在此设备上使用 ${bytes(used)}`,
  usedOf: (used, quota) => `已使用 ${bytes(used)}，浏览器共提供 ${bytes(quota)}`,
  nothingKept: '尚未保存任何录制',
  howToKeep: '打开一个录制并选择“保存在此设备上”，或导入以前导出的录制库。',
  nothingFound: '没有与搜索匹配的录制。',
  askRemove: (name) => `要从此设备移除“${name}”吗？`,
  askDeleteAll: (count) => `要从此设备删除 ${number(count)} 个录制吗？`,
  cannotBeUndone: '此操作无法撤销。您在其他位置的文件不受影响。',
  deletedAll: '已全部删除。',
  removed: (name) => `已移除“${name}”。`,
  importing: '正在导入…',
  exporting: '正在导出…',
  exported: (count) => `已将 ${number(count)} 个录制作为一个文件交给浏览器。`,
  imported: ({ kept, known }) =>
    `已导入 ${number(kept)} 个录制。${known > 0 ? `另有 ${number(known)} 个此前已保存。` : ''}`,
  damaged: (count, names) =>
    `有 ${number(count)} 个录制无法读取，在压缩包中已损坏或缺失${names.length > 0 ? `（${list(names)}）` : ''}。`,
  problems: {
    'full':
      '此设备空间不足，或浏览器不再提供更多空间。没有丢失任何内容。请移除一些录制或释放空间，然后重试。',
    'unavailable':
      '此浏览器无法在这里保存内容。原因可能是隐私窗口，或阻止网站数据的设置。您仍然可以播放录制。',
    'unreadable': '无法读取某个文件。它可能已被移动或更改。请重新打开后再保存。',
    'not-an-archive':
      '这不是录制库：该文件不是 ZIP 压缩包，或已损坏。请导入由“全部导出”生成的文件。要保存录制，请打开它并选择“保存在此设备上”。',
    'no-list': (found, more) =>
      `此压缩包不是录制库：其中没有 library.json，只有 ${list([...found, ...(more > 0 ? [`另外 ${number(more)} 项`] : [])])}。如果这些是录制，请在播放器中打开该压缩包，然后选择“保存在此设备上”。`,
    'bad-list':
      '无法读取此压缩包中的录制列表 library.json。请在播放器中打开该压缩包，播放器会找到其中的录制。',
    'later-version': '此录制库由更新版本的查看器生成。请重新加载查看器，然后重试。',
    'changed': '此网址上的文件已不是原来的文件。请重新加载后再保存。',
    'gone': '此录制已不再保存。它已在另一个标签页中被移除。',
  },
};
