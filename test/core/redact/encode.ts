export function base64(text: string, encoding: BufferEncoding = 'utf8'): string {
  return Buffer.from(text, encoding).toString('base64');
}

/** In base64, with the higher byte of each half first. */
export function bigEndian(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('base64');
}
