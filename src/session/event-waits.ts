interface Wait {
  readonly good: string;
  readonly bad: readonly string[];
  readonly resolve: () => void;
  readonly reject: (error: DOMException) => void;
}

/** Promises of events that are still to come. */
export class EventWaits {
  readonly #waits = new Set<Wait>();

  /** Resolves at the one event, and rejects with an `AbortError` at whichever of the others comes before. */
  until(good: string, bad: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => this.#waits.add({ good, bad, resolve, reject }));
  }

  tell(type: string): void {
    for (const wait of this.#waits) {
      const isBad = wait.bad.includes(type);
      if (type !== wait.good && !isBad) continue;
      this.#waits.delete(wait);
      if (isBad) wait.reject(new DOMException(`Stopped by ${type}`, 'AbortError'));
      else wait.resolve();
    }
  }
}
