const UNITS = ['kB', 'MB', 'GB'] as const;

/** A number of bytes as people write it, in steps of 1000: `512 bytes`, `12.3 MB`, `75 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let value = bytes;
  let label = '';
  for (const unit of UNITS) {
    // What would be rounded to 1000 belongs to the next unit.
    if (label !== '' && value < 999.5) break;
    value /= 1000;
    label = unit;
  }
  return `${Number(value.toFixed(value < 99.95 ? 1 : 0))} ${label}`;
}
