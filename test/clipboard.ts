/** What is copied from now on, in place of a clipboard that a test may not read. */
export interface HeardCopies {
  readonly copied: readonly string[];
  /** Pages may copy. */
  isAllowed: boolean;
  /** Gives the clipboard back. */
  readonly stop: () => void;
}

export function hearCopies(): HeardCopies {
  const { clipboard } = navigator;
  const copied: string[] = [];
  const heard: HeardCopies = {
    copied,
    isAllowed: true,
    stop: () => {
      Reflect.deleteProperty(clipboard, 'writeText');
      Reflect.deleteProperty(clipboard, 'write');
    },
  };
  const hear = async (text: string | Promise<string>) => {
    if (!heard.isAllowed) throw new DOMException('no', 'NotAllowedError');
    copied.push(await text);
  };
  clipboard.writeText = hear;
  clipboard.write = async ([item]) => hear(item!.getType('text/plain').then((blob) => blob.text()));
  return heard;
}
