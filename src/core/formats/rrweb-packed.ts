import { DocumentDecoder } from '../decode/document-decoder.ts';
import { LineDecoder } from '../decode/line-decoder.ts';
import type { RecordingFormat } from '../decode/recording-format.ts';

/**
 * Events as rrweb's packer leaves them: a string each, zlib inside, one character for each byte.
 * Source: rrweb-io/rrweb: packages/packer/src/pack.ts
 */
export const rrwebPacked: RecordingFormat = {
  id: 'rrweb-packed',
  sniff: ({ outline, bytes, complete }) => {
    if (!outline) return 'no';
    if (bytes[0] === QUOTE) return bytes[1] === FIRST_OF_ZLIB ? 'yes' : 'no';
    // In `["window", event]` a string comes first too.
    const isList = outline.startsWith('0', '"') && (outline.startsWith('1', '"') || complete);
    return isList || outline.startsWith('events/0', '"') ? 'yes' : 'maybe';
  },
  createDecoder: ({ outline, bytes }, context) => {
    if (bytes[0] === QUOTE) return new LineDecoder(context);
    return new DocumentDecoder({ rows: outline?.has('events/0') ? [['events', '*']] : [['*']] }, context);
  },
};

const QUOTE = 0x22;
const FIRST_OF_ZLIB = 0x78;
