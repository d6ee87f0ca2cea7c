import type { NoteWords } from '../words/notes.ts';
import { counted } from './format.ts';

export const notes: NoteWords = {
  notes: '笔记',
  counted: (count, shown) => (count === 0 ? '笔记' : `笔记，${shown} 条`),
  text: '新笔记',
  changed: (time) => `${time} 处的笔记`,
  hint: '这里发生了什么？',
  from: '从',
  to: '到',
  moment: '某一时刻',
  here: '此处',
  hereFor: (field) => `${field}：此处，屏幕上的此刻`,
  add: '添加笔记',
  change: '更改笔记',
  edit: (time) => `更改 ${time} 处的笔记`,
  remove: (time) => `移除 ${time} 处的笔记`,
  undo: '撤销',
  nothing: '还没有笔记。笔记会标记在时间轴上，并可保存为文件。',
  done: {
    added: '已添加笔记。',
    changed: '已更改笔记。',
    removed: '已移除笔记。',
    saved: '笔记已作为文件交给浏览器。与录制一起打开该文件即可恢复笔记。',
  },
  unsaved: '未保存：这些笔记只在此页面上，关闭或重新加载页面后就会消失。',
  unsavedElsewhere: (count) => `其他录制上还有 ${counted('条笔记')(count)}未保存。`,
  save: '保存为 WebVTT',
  open: '打开 WebVTT 文件',
  openHint: '笔记、章节或字幕。',
  dropHint: '也可以将此类文件拖放到播放器上。',
};
