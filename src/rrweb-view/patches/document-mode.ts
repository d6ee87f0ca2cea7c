import type { Replayer } from '@rrweb/replay';
import { asArray, asRecord, asText } from '../../core/json.ts';
import { methodOf, replacePart } from './replayer-parts.ts';

/** Of the type of a document what may be written as markup: nothing that could end a quoted text. */
const PLAIN = /^[\w '()+,./:=?;!*#@$%-]*$/;

/**
 * Lays pages out in the mode they were recorded in: quirks, limited quirks, or none. It is decided only where a
 * document's type is parsed, which no node that is put in does; so the type is, and goes away again.
 * Source: https://html.spec.whatwg.org/#the-initial-insertion-mode
 *
 * @throws Error where rrweb has changed
 */
export function keepDocumentMode(replayer: Replayer): void {
  replacePart(replayer, 'rebuildFullSnapshot', (rebuild) => (event, isSync) => {
    openInMode(replayer.iframe, asRecord(asRecord(event)['data'])['node']);
    rebuild(event, isSync);
  });
  replacePart(replayer, 'attachDocumentToIframe', (attach) => (mutation, frame) => {
    openInMode(frame as HTMLIFrameElement, asRecord(mutation)['node']);
    attach(mutation, frame);
  });
}

/** Lets the core, which opens a document before it builds its page, open it in the mode of that. */
function openInMode({ contentDocument: page }: HTMLIFrameElement, root: unknown): void {
  const type = doctypeOf(root);
  if (!page) return;
  Reflect.deleteProperty(page, 'open');
  if (type === null) return;
  const open = methodOf(page, 'open');
  const write = methodOf(page, 'write');
  Reflect.set(page, 'open', () => {
    open.call(page);
    write.call(page, type);
    page.doctype?.remove();
  });
}

/** The markup of a document's type; null where there is none that matters. */
function doctypeOf(root: unknown): string | null {
  const { compatMode, childNodes } = asRecord(root);
  if (compatMode === 'BackCompat') return '<!DOCTYPE>';
  const { publicId, systemId } = asRecord(asArray(childNodes).find((node) => 'publicId' in asRecord(node)));
  const [isPublic, system] = [asText(publicId), asText(systemId)];
  if (isPublic === '' || ![isPublic, system].every((id) => PLAIN.test(id))) return null;
  return `<!DOCTYPE html PUBLIC "${isPublic}"${system && ` "${system}"`}>`;
}
