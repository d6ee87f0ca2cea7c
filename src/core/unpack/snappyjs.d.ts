/** The half of snappyjs that is used; its own types leave it out. */
declare module 'snappyjs/snappy_decompressor.js' {
  interface SnappyDecompressor {
    /** Bytes the block says it holds; -1 when it says nonsense. */
    readUncompressedLength(): number;
    /** False when the block is damaged; what stands before the damage has been written then. */
    uncompressToBuffer(buffer: Uint8Array): boolean;
  }
  const snappy: { readonly SnappyDecompressor: new (compressed: Uint8Array) => SnappyDecompressor };
  export default snappy;
}
