import { DocumentDecoder, stringIn } from '../decode/document-decoder.ts';
import { asRecord, asText } from '../json.ts';
import type { DecodeContext, RecordingFormat } from '../decode/recording-format.ts';

const VERSION = '2023-04-28';

/**
 * What PostHog's player exports today: one flat list of events, each with its `windowId`. Scripts write the same
 * body around data of the API, with version strings of their own and with fields still compressed.
 * Copies of ours have what else came with a recording in `data`, too: its analytics events, as `{timestamp, name}`.
 * Source: PostHog/posthog: frontend/src/scenes/session-recordings/file-playback/types.ts
 */
export const posthogExport20230428: RecordingFormat = {
  id: `posthog-export-${VERSION}`,
  sniff: ({ outline }) => {
    if (outline?.has('data/snapshots')) return 'yes';
    return outline ? 'maybe' : 'no';
  },
  createDecoder(_, context) {
    let version = 'none';
    return new DocumentDecoder(
      {
        events: [['data', 'snapshots', '*']],
        values: [
          { path: ['data', 'id'], take: (json) => context.describe({ id: stringIn(json) }, null) },
          { path: ['data', 'person'], take: (json) => context.describe({ person: json }, null) },
          { path: ['data', 'markers', '*'], take: (json) => takeMarker(json, context) },
          { path: ['version'], take: (json) => (version = stringIn(json)) },
        ],
        onEnd: () => {
          if (version !== VERSION) context.warn('unknown-version', { version: version.slice(0, 40) });
        },
      },
      context,
    );
  },
};

function takeMarker(json: string, context: DecodeContext): void {
  let marker: unknown;
  try {
    marker = JSON.parse(json);
  } catch {
    context.warn('undecodable');
  }
  const { timestamp, name } = asRecord(marker);
  if (typeof timestamp === 'number') context.marker(timestamp, asText(name), null);
}
