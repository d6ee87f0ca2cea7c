import type { BlockedKind } from '../../core/recording.ts';

export interface OverlayWords {
  readonly nothingToPlay: string;
  readonly openRecording: string;
  readonly dropHere: string;
  readonly orPaste: string;
  readonly chooseFile: string;
  readonly acceptedFiles: string;
  readonly staysHere: string;
  readonly dropToOpen: string;
  readonly loading: string;
  readonly bytesRead: (loaded: number) => string;
  readonly bytesOf: (loaded: number, total: number, share: number) => string;
  readonly waiting: string;
  /** Printed in place of the recorded page. */
  readonly notOnPaper: string;
  readonly ended: string;
  readonly retry: string;
  readonly chooseAnother: string;
  /** Of a stretch without activity that was just jumped; as digits and as it is read aloud. */
  readonly skipped: (clock: string) => string;
  readonly skippedAloud: (seconds: number) => string;
  /** Where the recording has no page to show. */
  readonly passedOver: (seconds: number) => string;
}

/** What was not loaded over the network. */
export interface AssetWords {
  readonly notLoaded: string;
  readonly blocked: Readonly<Record<BlockedKind, (count: number) => string>>;
  readonly blockedFrom: (things: string, sites: number) => string;
  readonly showSites: string;
  readonly load: string;
  readonly loadMeans: string;
  readonly dismiss: string;
}
