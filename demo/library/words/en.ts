import { partsOf } from '../../../src/locale/parts.ts';
import type { LibraryWords } from '../words.ts';

const { format, counted } = partsOf('en');
const { bytes, number, list } = format;
const recordings = counted('recording', 'recordings');

export const english: LibraryWords = {
  library: 'Library',
  stays: 'What you keep stays in this browser, on this device. It is sent nowhere.',
  search: 'Search names, tags, session ids and addresses',
  import: 'Import',
  export: 'Export all',
  deleteAll: 'Delete all',
  open: 'Open',
  openNamed: (name) => `Open ${name}`,
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  tagsOf: (name) => `Tags of ${name}`,
  addTag: 'Add a tag',
  addTagTo: (name) => `Add a tag to ${name}`,
  removeTag: (tag) => `Remove the tag ${tag}`,
  unnamed: 'Recording without a name',
  recordings,
  found: (count) => `${recordings(count)} found`,
  files: counted('file', 'files'),
  used: (used) => `${bytes(used)} used on this device`,
  usedOf: (used, quota) => `${bytes(used)} used of ${bytes(quota)} that the browser offers`,
  nothingKept: 'Nothing is kept yet',
  howToKeep:
    'Open a recording and choose “Keep on this device”, or import a library that was exported before.',
  nothingFound: 'No recording matches your search.',
  askRemove: (name) => `Remove “${name}” from this device?`,
  askDeleteAll: (count) => `Delete ${recordings(count)} from this device?`,
  cannotBeUndone: 'This cannot be undone. Files of yours elsewhere stay.',
  deletedAll: 'Everything was deleted.',
  removed: (name) => `“${name}” was removed.`,
  importing: 'Importing…',
  exporting: 'Exporting…',
  exported: (count) =>
    `${counted('recording was', 'recordings were')(count)} handed to the browser as one file.`,
  imported: ({ kept, known }) =>
    `${recordings(kept)} imported.${known > 0 ? ` ${number(known)} already kept.` : ''}`,
  damaged: (count, names) =>
    `${recordings(count)} could not be read: damaged or missing in the archive${names.length > 0 ? ` (${list(names)})` : ''}.`,
  problems: {
    'full':
      'There is not enough room on this device, or the browser offers no more. Nothing was lost. Remove recordings or free some space, then try again.',
    'unavailable':
      'This browser keeps nothing here. A private window, or settings that block site data, may be the reason. You can still play recordings.',
    'unreadable': 'A file could not be read. It may have been moved or changed. Open it again, then keep it.',
    'not-an-archive':
      'This is not a library: it is no zip archive, or a damaged one. Import a file that “Export all” has written. To keep a recording, open it and choose “Keep on this device”.',
    'no-list': (found, more) =>
      `This archive is not a library: it has no library.json, but ${list([...found, ...(more > 0 ? [`${number(more)} more`] : [])])}. If these are recordings, open the archive in the player and choose “Keep on this device”.`,
    'bad-list':
      'The list of recordings in this archive, library.json, cannot be read. Open the archive in the player: it finds the recordings in it.',
    'later-version':
      'A later version of this viewer has written this library. Reload the viewer, then try again.',
    'changed': 'The file at this address is another one by now. Load it again, then keep it.',
    'gone': 'This recording is not kept any more. It was removed in another tab.',
  },
};
