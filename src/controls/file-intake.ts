import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ReplayOpenRequestEvent } from '../events.ts';
import { droppedFiles, hasFiles, hasFolder } from './dropped-files.ts';
import { isInField } from './text-field.ts';

/** The host of a `FileIntake`: asked, before a drag is taken, whether files are welcome. */
export interface FileIntakeHost extends ReactiveControllerHost, HTMLElement {
  readonly noDrop: boolean;
  readonly noOpen: boolean;
  /** Null while there is none. */
  readonly recording: object | null;
}

/** Takes files that are dropped or pasted onto its host and asks for them to be opened. */
export class FileIntake implements ReactiveController {
  /** True while files are dragged over the host. */
  dragging = false;
  readonly #host: FileIntakeHost;
  /** Entered elements less those left: crossing from child to child enters before it leaves. */
  #depth = 0;

  constructor(host: FileIntakeHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('dragenter', this.#handleDrag);
    this.#host.addEventListener('dragover', this.#handleDrag);
    this.#host.addEventListener('dragleave', this.#handleDragLeave);
    this.#host.addEventListener('drop', this.#handleDrop);
    this.#host.addEventListener('paste', this.#handlePaste);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragenter', this.#handleDrag);
    this.#host.removeEventListener('dragover', this.#handleDrag);
    this.#host.removeEventListener('dragleave', this.#handleDragLeave);
    this.#host.removeEventListener('drop', this.#handleDrop);
    this.#host.removeEventListener('paste', this.#handlePaste);
    this.#setDepth(0);
  }

  get #isClosed(): boolean {
    return this.#host.noDrop || this.#host.noOpen;
  }

  readonly #handleDrag = (event: DragEvent): void => {
    if (this.#isClosed || !hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (event.type === 'dragenter') this.#setDepth(this.#depth + 1);
  };

  readonly #handleDragLeave = (): void => {
    this.#setDepth(Math.max(0, this.#depth - 1));
  };

  readonly #handleDrop = (event: DragEvent): void => {
    this.#setDepth(0);
    if (this.#isClosed) return;
    takeFiles(event, event.dataTransfer, this.#host);
  };

  readonly #handlePaste = (event: ClipboardEvent): void => {
    if (this.#isClosed || isInField(event)) return;
    takeFiles(event, event.clipboardData, this.#host);
  };

  #setDepth(depth: number): void {
    this.#depth = depth;
    if (this.dragging === depth > 0) return;
    this.dragging = depth > 0;
    this.#host.requestUpdate();
  }
}

/** Asks a player to open what is dropped or pasted, if that is anything to open. */
export function takeFiles(
  event: Event,
  data: DataTransfer | null,
  player: Pick<FileIntakeHost, 'recording'> & HTMLElement,
): void {
  const open = (files: readonly Blob[]) => player.dispatchEvent(new ReplayOpenRequestEvent(files));
  if (data && hasFolder(data)) {
    event.preventDefault();
    void droppedFiles(data).then(open);
    return;
  }
  const files = pastedFiles(data, player.recording !== null);
  if (files.length === 0) return;
  event.preventDefault();
  open(files);
}

/** How recordings, saved pages and WebVTT begin as text. */
const OPENABLE = /^\uFEFF?\s*([[{]|<!doctype html|WEBVTT)/i;

/**
 * Files of a drop or paste; text that is pasted counts as one.
 *
 * @param isOccupied there is a recording: text that is none does not take its place. On Linux a press of the middle
 *   button pastes whatever was selected last
 */
export function pastedFiles(data: DataTransfer | null, isOccupied: boolean): Blob[] {
  if (!data) return [];
  if (data.files.length > 0) return [...data.files];
  const text = data.getData('text/plain');
  if (text.trim() === '' || (isOccupied && !OPENABLE.test(text))) return [];
  // Text has no name that would tell.
  return [new Blob([text], { type: /^\uFEFF?WEBVTT/.test(text) ? 'text/vtt' : '' })];
}
