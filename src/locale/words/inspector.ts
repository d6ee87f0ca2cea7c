import type { EntryExportFormat } from '../../core/entries/export/export-format.ts';
import type { RequestPhase } from '../../core/entries/requests/request.ts';

export interface InspectorWords {
  readonly inspector: string;
  readonly views: Readonly<Record<'all' | 'console' | 'network' | 'pages' | 'session', string>>;
  readonly levels: Readonly<Record<'warning' | 'error', string>>;
  readonly ofKinds: string;
  readonly search: string;
  readonly entries: (count: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly previousError: string;
  readonly nextError: string;
  readonly allWindows: string;
  readonly follow: string;
  readonly followHint: string;
  /** Copies and files hold what happened in the range that is repeated. */
  readonly onlyLoop: string;
  readonly onlyLoopHint: (from: string, to: string) => string;
  /** While the rest of the recording is read. */
  readonly later: string;
  readonly working: (share: string) => string;
  readonly nothing: string;
  readonly columns: Readonly<Record<'time' | 'status' | 'request' | 'duration' | 'waterfall', string>>;
  /** Heading of the column of times. @param zone what it is called */
  readonly timeIn: (zone: string) => string;
  readonly failed: string;
  readonly milliseconds: (milliseconds: number) => string;
  readonly closeDetails: string;
  readonly copy: string;
  readonly element: string;
  readonly selector: string;
  readonly truncated: string;
  /** Of a signal: which rule made it, from which entries. */
  readonly rule: string;
  readonly madeFrom: string;
  readonly facts: Readonly<
    Record<
      | 'address'
      | 'method'
      | 'status'
      | 'failure'
      | 'type'
      | 'protocol'
      | 'transferred'
      | 'decoded'
      | 'duration',
      string
    >
  >;
  readonly fromCache: string;
  readonly timing: string;
  readonly phases: Readonly<Record<RequestPhase, string>>;
  readonly request: string;
  readonly response: string;
  readonly redacted: (what: readonly string[]) => string;
  readonly bodyCut: string;
  readonly formats: Readonly<Record<EntryExportFormat, string>>;
  readonly person: string;
  readonly personHidden: string;
  readonly noPerson: string;
  readonly showPerson: string;
  readonly hidePerson: string;
}
