interface Branch<T> {
  /** One of the texts that go through here; all others begin with as many of its characters as `end` says. */
  readonly sample: string;
  readonly end: number;
  /** What the text that ends here stands for. */
  value: T | undefined;
  /** By their next character; null for none. */
  next: Map<number, Branch<T>> | null;
}

/** Texts by their beginnings: which of them stand at a place is found in time of the longest that does. */
export class TextTree<T> {
  readonly #root: Branch<T> = { sample: '', end: 0, value: undefined, next: null };

  set(text: string, value: T): void {
    let at = this.#root;
    for (;;) {
      if (text.length === at.end) {
        at.value = value;
        return;
      }
      const code = text.charCodeAt(at.end);
      const next = at.next?.get(code);
      at.next ??= new Map();
      if (!next) {
        at.next.set(code, { sample: text, end: text.length, value, next: null });
        return;
      }
      const end = commonEnd(text, next.sample, at.end, Math.min(text.length, next.end));
      const middle = end === next.end ? next : before(next, end);
      at.next.set(code, middle);
      at = middle;
    }
  }

  /** Values of the texts that stand at a place of another one, the shortest first. */
  *at(text: string, from: number): Generator<T> {
    let known = 0;
    for (let at: Branch<T> | undefined = this.#root; at; at = at.next?.get(text.charCodeAt(from + known))) {
      if (from + at.end > text.length) return;
      for (; known < at.end; known++)
        if (text.charCodeAt(from + known) !== at.sample.charCodeAt(known)) return;
      if (at.value !== undefined) yield at.value;
    }
  }
}

function before<T>(branch: Branch<T>, end: number): Branch<T> {
  const { sample } = branch;
  return { sample, end, value: undefined, next: new Map([[sample.charCodeAt(end), branch]]) };
}

/** Where two texts begin to differ. */
function commonEnd(a: string, b: string, from: number, to: number): number {
  let end = from;
  while (end < to && a.charCodeAt(end) === b.charCodeAt(end)) end++;
  return end;
}
