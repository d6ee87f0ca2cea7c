/** What systems leave in folders of their own accord. */
const HOUSEKEEPING = /^(\.|Thumbs\.db$|desktop\.ini$)/i;

/** True where files, or folders, are dragged. */
export function hasFiles(event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** True where a folder is among what was dropped, or pasted. */
export function hasFolder({ items }: DataTransfer): boolean {
  return [...items].some((item) => item.webkitGetAsEntry()?.isDirectory);
}

/**
 * The files of a drop. Those of a folder, and of the folders in it, come in the order of their names: the parts of a
 * recording are numbered. Has to be called before the event is over, which ends what can be asked of it.
 */
export async function droppedFiles({ items }: DataTransfer): Promise<File[]> {
  const dropped = [...items].map(async (item) => {
    const file = item.getAsFile();
    const entry = item.webkitGetAsEntry();
    if (!entry?.isDirectory) return file;
    try {
      const files = await filesIn(entry as FileSystemDirectoryEntry);
      // So that it is said to be empty, by its name.
      return files.length > 0 ? files : new File([], entry.name);
    } catch {
      // Whoever reads it says why that fails.
      return file;
    }
  });
  return (await Promise.all(dropped)).flat().filter((file) => file !== null);
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = (await entriesIn(folder)).filter(({ name }) => !HOUSEKEEPING.test(name));
  entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const files = entries.map((entry) =>
    entry.isDirectory
      ? filesIn(entry as FileSystemDirectoryEntry)
      : new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
  );
  return (await Promise.all(files)).flat();
}

/** A folder is read some entries at a time, until there are none. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
