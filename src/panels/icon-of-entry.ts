import type { TemplateResult } from 'lit';
import type { EntryKind, ReplayEntry } from '../core/entries/entry.ts';
import {
  annotationEntryIcon,
  clickEntryIcon,
  consoleEntryIcon,
  customEntryIcon,
  errorEntryIcon,
  idleEntryIcon,
  inputEntryIcon,
  pageEntryIcon,
  requestEntryIcon,
  signalEntryIcon,
  viewEntryIcon,
} from './entry-icons.ts';

/** What stands in front of an entry of a kind; kinds that are alike to a reader share one. */
const ICONS: Readonly<Record<EntryKind, TemplateResult>> = {
  page: pageEntryIcon,
  click: clickEntryIcon,
  input: inputEntryIcon,
  scroll: viewEntryIcon,
  resize: viewEntryIcon,
  window: pageEntryIcon,
  visibility: viewEntryIcon,
  connection: requestEntryIcon,
  console: consoleEntryIcon,
  request: requestEntryIcon,
  error: errorEntryIcon,
  custom: customEntryIcon,
  annotation: annotationEntryIcon,
  selection: inputEntryIcon,
  dialog: viewEntryIcon,
  hidden: viewEntryIcon,
  idle: idleEntryIcon,
  signal: signalEntryIcon,
};

/** Errors and warnings stand out by their icon, whatever they are of. */
export function iconOf({ kind, level }: Pick<ReplayEntry, 'kind' | 'level'>): TemplateResult {
  if (level === 'error') return errorEntryIcon;
  return level === 'warning' ? signalEntryIcon : ICONS[kind];
}
