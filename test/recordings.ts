/** The project's own recordings, served by the test server from the root of the project. */
export const RECORDINGS = [
  'checkout.jsonl',
  'checkout.v1.json',
  'checkout.v2.json',
  'checkout.v2.json.gz',
  'checkout.v2-undefined-person.json',
  'console-network.jsonl',
  'idle-gap.jsonl',
  'idle-gap.v1.json',
  'idle-gap.v2.json',
  'lab.jsonl',
  'lab.v1.json',
  'lab.v2.json',
  'signals.jsonl',
  'states.jsonl',
  'two-tabs.jsonl',
  'two-tabs.v1.json',
  'two-tabs.v2.json',
  'two-tabs.v2-uuid.json',
  'app-android.json',
  'app-ios.json',
] as const;

export type Recording = (typeof RECORDINGS)[number];

export function addressOf(recording: Recording): string {
  return new URL(`/fixtures/recordings/${recording}`, location.href).href;
}

export async function bytesOf(recording: Recording): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(addressOf(recording))).arrayBuffer());
}

/** What somebody saw while a recording was made, `at` so many seconds from its start. */
export interface Sight {
  readonly at: number;
  readonly title: string;
  readonly scrollY: number;
  /** Text by selector; null where there was nothing. */
  readonly texts: Readonly<Record<string, string | null>>;
  /** By selector, computed properties, or such of the element. */
  readonly styles?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export async function sightsOf(scenario: string): Promise<readonly Sight[]> {
  const truth = (await (await fetch('/fixtures/truth.json')).json()) as Record<string, readonly Sight[]>;
  return truth[scenario] ?? [];
}
