import type { KeptRecording } from '../../src/library/kept-recording.ts';

/** What the library is asked to do. */
export type LibraryRequest =
  | { readonly type: 'open'; readonly recording: KeptRecording }
  | { readonly type: 'remove'; readonly recording: KeptRecording }
  | { readonly type: 'tag'; readonly recording: KeptRecording; readonly tags: readonly string[] }
  | { readonly type: 'delete-all' }
  | { readonly type: 'import'; readonly file: Blob }
  | { readonly type: 'export' };

/** What the bar above the player asks for: the list, or something about the recording that is open. */
export type ToolbarRequest = 'show' | 'keep' | 'remove';

export class LibraryRequestEvent extends Event {
  constructor(readonly request: LibraryRequest) {
    super('library-request', { bubbles: true, composed: true });
  }
}

export class ToolbarRequestEvent extends Event {
  constructor(readonly request: ToolbarRequest) {
    super('toolbar-request');
  }
}

declare global {
  interface HTMLElementEventMap {
    'library-request': LibraryRequestEvent;
    'toolbar-request': ToolbarRequestEvent;
  }
}
