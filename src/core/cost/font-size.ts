import { EventType, IncrementalSource } from '@rrweb/types';
import { asRecord, asText } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import type { PageAllowance } from '../cost-kinds.ts';
import type { CostLog } from './cost-log.ts';

/** As recorders write the bytes of a font. A number in their place, or an object with a length, could say any size. */
const BYTES = /^\s*\[[\d,\s]*\]\s*$/;
/** So many characters a byte has at most. */
const LONGEST_BYTE = 4;

/** False for a font that is not there as bytes where it says so, or that has too many. */
export function isFontFit({ type, data }: ReplayEvent, { fonts }: PageAllowance, log: CostLog): boolean {
  const { source, buffer, fontSource, family } = asRecord(data);
  if (type !== EventType.IncrementalSnapshot || source !== IncrementalSource.Font || !buffer) return true;
  const text = asText(fontSource);
  const isFit = BYTES.test(text) && text.length <= fonts * LONGEST_BYTE;
  if (!isFit) log.note('fonts', asText(family));
  return isFit;
}
