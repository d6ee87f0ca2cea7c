import { EventType } from '@rrweb/types';
import { asRecord, asText } from '../json.ts';

/** The address of the page that an event tells of; empty where it tells of none. */
export function pageAddress(event: unknown): string {
  const { type, data } = asRecord(event);
  return type === EventType.Meta ? asText(asRecord(data)['href']) : '';
}
