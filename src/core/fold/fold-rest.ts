import { asArray, asRecord, type Fields } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';

/** Sources of incremental events, as rrweb numbers them. */
export const SOURCE = {
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  input: 5,
  touchMove: 6,
  media: 7,
  styleRule: 8,
  canvas: 9,
  font: 10,
  drag: 12,
  styleDeclaration: 13,
  selection: 14,
  adoptedStyleSheet: 15,
} as const;

/** Of mouse interactions the replay core keeps which button or finger is down; the others pass. */
const BUTTON = { name: 'button', types: [0, 1] } as const;
const CLICK = { name: 'click', types: [2] } as const;
const TOUCH = { name: 'touch', types: [7, 9, 10] } as const;

/** Sources whose effect is lost with the node they are about. */
const OF_NODES = [SOURCE.scroll, SOURCE.input, SOURCE.media, SOURCE.styleRule, SOURCE.canvas] as const;

interface Kept {
  /** Place in the order of events. */
  readonly order: number;
  readonly event: ReplayEvent;
}

/**
 * What a full snapshot cannot hold, as the events that bring it about: of most only the last one counts, such as
 * where a box was scrolled to; rules of style sheets, drawings and fonts add up.
 */
export class FoldRest {
  readonly #kept = new Map<string, Kept[]>();
  #count = 0;

  note(event: ReplayEvent): void {
    const data: Fields = asRecord(event.data);
    switch (data['source']) {
      case SOURCE.mouseMove:
      case SOURCE.touchMove:
      case SOURCE.drag:
        this.#replace('pointer', event);
        return;
      case SOURCE.mouseInteraction: {
        const state = [BUTTON, CLICK, TOUCH].find(({ types }) => types.some((type) => type === data['type']));
        if (state) this.#replace(state.name, event);
        return;
      }
      case SOURCE.selection:
        this.#replace(`${data['source']}`, event);
        return;
      case SOURCE.scroll:
      case SOURCE.input:
        this.#replace(`${data['source']}:${String(data['id'])}`, event);
        return;
      case SOURCE.media:
        this.#add(`${SOURCE.media}:${String(data['id'])}`, event);
        return;
      case SOURCE.canvas: {
        const key = `${SOURCE.canvas}:${String(data['id'])}`;
        if (isWholePicture(data)) this.#replace(key, event);
        else this.#add(key, event);
        return;
      }
      case SOURCE.styleRule:
      case SOURCE.styleDeclaration:
        this.#noteStyle(event, data);
        return;
      case SOURCE.font:
      case SOURCE.adoptedStyleSheet:
        this.#add('sheets and fonts', event);
    }
  }

  /** A node is not there any more, and with it what was done to it. */
  gone(id: number): void {
    for (const source of OF_NODES) this.#kept.delete(`${source}:${id}`);
  }

  /** The text of a style element is new; rules that scripts put into it are gone. */
  restyled(id: number): void {
    this.#kept.delete(`${SOURCE.styleRule}:${id}`);
  }

  /**
   * Events by what they are about: `pointer`, `button`, `click`, `touch`, `sheets and fonts`, the number of a source,
   * or `source:id` for what was done to a node (of style rules: or to a style sheet of no node).
   */
  get groups(): ReadonlyMap<string, readonly ReplayEvent[]> {
    return new Map([...this.#kept].map(([key, kept]) => [key, kept.map(({ event }) => event)]));
  }

  /** In the order in which they happened. */
  events(): ReplayEvent[] {
    return [...this.#kept.values()]
      .flat()
      .sort((a, b) => a.order - b.order)
      .map(({ event }) => event);
  }

  #noteStyle(event: ReplayEvent, data: Fields): void {
    const key = `${SOURCE.styleRule}:${String(data['styleId'] ?? data['id'])}`;
    const isNew = typeof data['replace'] === 'string' || typeof data['replaceSync'] === 'string';
    if (isNew) this.#replace(key, event);
    else if (!this.#addRules(key, data)) this.#add(key, event);
  }

  /** Scripts that write styles add rule after rule: thousands of events, which are one as well. */
  #addRules(key: string, data: Fields): boolean {
    const last: Fields = asRecord(this.#kept.get(key)?.at(-1)?.event.data);
    if (!addsRulesOnly(last) || !addsRulesOnly(data)) return false;
    for (const rule of asArray(data['adds'])) (last['adds'] as unknown[]).push(rule);
    return true;
  }

  #replace(key: string, event: ReplayEvent): void {
    this.#kept.set(key, [{ order: this.#count++, event }]);
  }

  #add(key: string, event: ReplayEvent): void {
    const kept = this.#kept.get(key) ?? [];
    kept.push({ order: this.#count++, event });
    this.#kept.set(key, kept);
  }
}

function addsRulesOnly({ source, adds, removes, replace, replaceSync }: Fields): boolean {
  const isPlain = replace === undefined && replaceSync === undefined && asArray(removes).length === 0;
  return source === SOURCE.styleRule && Array.isArray(adds) && isPlain;
}

/** PostHog's frames of a canvas are whole pictures: what was drawn before cannot be seen any more. */
function isWholePicture(data: Fields): boolean {
  return asArray(data['commands']).some((command) => {
    const { property, args } = asRecord(command);
    return property === 'drawImage' && asRecord(asArray(args)[0])['rr_type'] === 'ImageBitmap';
  });
}
