import { asArray, asRecord, type Fields, isRecord } from '../json.ts';

interface WithheldSheet {
  /** With its rules, as it was told of first; null while it was not. */
  style: Fields | null;
  /** Events that have changed it since. */
  readonly changes: Fields[];
}

/**
 * Style sheets of no element, which documents and shadow roots adopt. One that only hidden ones have adopted is kept
 * back with all that happens to it, until another one adopts it, too.
 */
export class HostedSheets {
  readonly #isShown: (id: unknown) => boolean;
  /** By the number of who has adopted them. */
  readonly #adopted = new Map<unknown, readonly unknown[]>();
  readonly #withheld = new Map<unknown, WithheldSheet>();

  /** @param isShown false for what is hidden, and for what is not there */
  constructor(isShown: (id: unknown) => boolean) {
    this.#isShown = isShown;
  }

  /**
   * What is to be told of sheets being adopted. Edits the data.
   *
   * @returns the events that have changed one of them meanwhile; null when nothing is to be told
   */
  adopt(data: Record<string, unknown>): Fields[] | null {
    const isShown = this.#isShown(data['id']);
    const styleIds = asArray(data['styleIds']);
    const styles = asArray(data['styles']).filter(isRecord);
    for (const style of styles) {
      const isOwn = isShown && styleIds.includes(style['styleId']);
      if (!isOwn && !this.isShown(style['styleId'])) this.#of(style['styleId']).style = style;
    }
    if (!isShown) return null;
    const changes = this.#release(data['id'], styleIds, styles);
    const own = styles.filter(({ styleId }) => styleIds.includes(styleId));
    if ('styles' in data || own.length > 0) data['styles'] = own;
    return changes;
  }

  /**
   * The same of sheets that a node lists itself, as newer recorders write it. Edits the node.
   *
   * @returns the events that have changed one of them meanwhile
   */
  adoptListed(node: Record<string, unknown>, isShown: boolean): Fields[] {
    const list = asArray(node['adoptedStyleSheets']).filter(isRecord);
    if (list.length === 0) return [];
    if (!isShown) {
      for (const style of list)
        if (asArray(style['rules']).length > 0) this.#of(style['styleId']).style = style;
      return [];
    }
    const added: Record<string, unknown>[] = list.filter(({ rules }) => asArray(rules).length > 0);
    const changes = this.#release(
      node['id'],
      list.map(({ styleId }) => styleId),
      added,
    );
    for (const style of list)
      style['rules'] = added.find(({ styleId }) => styleId === style['styleId'])?.['rules'] ?? style['rules'];
    return changes;
  }

  /** True for a sheet that somebody shown has adopted. */
  isShown(styleId: unknown): boolean {
    return [...this.#adopted].some(([id, styleIds]) => styleIds.includes(styleId) && this.#isShown(id));
  }

  /** Keeps back what has changed a sheet that is not shown. */
  withhold(event: Fields): void {
    this.#of(asRecord(event['data'])['styleId']).changes.push(event);
  }

  /** @param styles told of besides; those that were kept back are added */
  #release(id: unknown, styleIds: readonly unknown[], styles: Record<string, unknown>[]): Fields[] {
    const changes: Fields[] = [];
    for (const styleId of styleIds) {
      const withheld = this.#withheld.get(styleId);
      if (!withheld) continue;
      this.#withheld.delete(styleId);
      const isKnown = styles.some((style) => style['styleId'] === styleId);
      if (withheld.style && !isKnown) styles.push({ ...withheld.style });
      if (!isKnown) changes.push(...withheld.changes);
    }
    this.#adopted.set(id, styleIds);
    return changes;
  }

  #of(styleId: unknown): WithheldSheet {
    const withheld = this.#withheld.get(styleId) ?? { style: null, changes: [] };
    this.#withheld.set(styleId, withheld);
    return withheld;
  }
}
