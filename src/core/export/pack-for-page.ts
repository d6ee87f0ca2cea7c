/** A multiple of three, so that no piece of base64 ends in padding but the last. */
const PIECE_BYTES = 48 * 1024;

/** A file as text that can stand in a page: base64 of gzip. */
export async function packForPage(file: Blob): Promise<Blob> {
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const pieces: string[] = [];
  for (let from = 0; from < packed.size; from += PIECE_BYTES) {
    const bytes = new Uint8Array(await packed.slice(from, from + PIECE_BYTES).arrayBuffer());
    pieces.push(btoa(String.fromCharCode(...bytes)));
  }
  return new Blob(pieces);
}
