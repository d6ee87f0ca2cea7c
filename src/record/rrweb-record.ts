/** How often things are recorded, as rrweb's option `sampling`. */
export interface Sampling {
  /** Milliseconds between two places of the mouse; false for none. */
  readonly mousemove?: boolean | number;
  readonly mouseInteraction?: boolean | Readonly<Record<string, boolean>>;
  /** Milliseconds between two scrolls of an element. */
  readonly scroll?: number;
  /** Milliseconds between two changes of a film. */
  readonly media?: number;
  /** Every change of a field, or the one that it is left with. */
  readonly input?: 'all' | 'last';
}

/** As much of rrweb's recorder as is used here. */
export type RrwebRecord = (options: {
  readonly emit: (event: unknown) => void;
  readonly sampling: Sampling;
  readonly checkoutEveryNms: number;
  readonly blockSelector: string | null;
  readonly maskTextSelector: string | null;
  readonly maskInputOptions: Readonly<Record<string, boolean>>;
  readonly maskInputFn: (text: string, element: HTMLElement) => string;
  readonly slimDOMOptions: boolean;
}) => (() => void) | undefined;

/** @throws Error where it is not installed */
export async function loadRrwebRecord(): Promise<RrwebRecord> {
  try {
    const { record } = await import('@rrweb/record');
    return record as RrwebRecord;
  } catch (cause) {
    throw new Error('record() needs rrweb’s recorder, which could not be loaded: npm install @rrweb/record', {
      cause,
    });
  }
}
