import { IncrementalSource, MouseInteractions } from '@rrweb/types';
import { asArray, asId, asRecord, asText, type Fields } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { numbersIn } from '../rrweb/event-numbers.ts';
import { withoutTarget } from '../rrweb/gone-target.ts';

/** Of mouse interactions the replay core keeps which button or finger is down; the others pass. */
const BUTTON = { name: 'button', types: [MouseInteractions.MouseUp, MouseInteractions.MouseDown] } as const;
const CLICK = { name: 'click', types: [MouseInteractions.Click] } as const;
const TOUCH = { name: 'touch', types: [MouseInteractions.TouchStart, MouseInteractions.TouchEnd] } as const;
/** Groups that tell where mouse or finger is. */
export const PLACING: readonly string[] = ['pointer', BUTTON.name, CLICK.name, TOUCH.name];

/** Sources whose effect is lost with the node they are about. */
export const OF_NODES: readonly unknown[] = [
  IncrementalSource.Scroll,
  IncrementalSource.Input,
  IncrementalSource.MediaInteraction,
  IncrementalSource.StyleSheetRule,
  IncrementalSource.StyleDeclaration,
  IncrementalSource.CanvasMutation,
];

interface Kept {
  /** Place in the order of events. */
  readonly order: number;
  readonly event: ReplayEvent;
}

/**
 * What a full snapshot cannot hold, as the events that bring it about: of most only the last one counts, such as
 * where a box was scrolled to; rules of style sheets, drawings and fonts add up.
 */
export class NonDomState {
  readonly #kept = new Map<string, Kept[]>();
  #count = 0;

  note(event: ReplayEvent): void {
    const data: Fields = asRecord(event.data);
    switch (data['source']) {
      case IncrementalSource.MouseMove:
      case IncrementalSource.TouchMove:
      case IncrementalSource.Drag:
        this.#replace('pointer', event);
        return;
      case IncrementalSource.MouseInteraction: {
        const state = [BUTTON, CLICK, TOUCH].find(({ types }) => types.some((type) => type === data['type']));
        if (state) this.#replace(state.name, event);
        else if (data['type'] === MouseInteractions.TouchCancel) this.#endTouch();
        return;
      }
      case IncrementalSource.Selection:
        this.#replace(`${data['source']}`, event);
        return;
      case IncrementalSource.CustomElement:
        this.#replace(`${data['source']}:${String(asRecord(data['define'])['name'])}`, event);
        return;
      case IncrementalSource.Scroll:
      case IncrementalSource.Input:
        this.#replace(`${data['source']}:${String(data['id'])}`, event);
        return;
      case IncrementalSource.MediaInteraction:
        this.#add(`${IncrementalSource.MediaInteraction}:${String(data['id'])}`, event);
        return;
      case IncrementalSource.CanvasMutation: {
        const key = `${IncrementalSource.CanvasMutation}:${String(data['id'])}`;
        if (isWholePicture(data)) this.#replace(key, event);
        else this.#add(key, event);
        return;
      }
      case IncrementalSource.StyleSheetRule:
      case IncrementalSource.StyleDeclaration:
        this.#noteStyle(event, data);
        return;
      case IncrementalSource.Font:
      case IncrementalSource.AdoptedStyleSheet:
        this.#add('sheets and fonts', event);
    }
  }

  /** True when it is known what was typed into a field, or chosen of it. */
  hasInput(id: number): boolean {
    return this.#kept.has(`${IncrementalSource.Input}:${id}`);
  }

  /** A node is not there any more, and with it what was done to it. The mouse stays where it was. */
  gone(id: number, from: number | null): void {
    for (const source of OF_NODES) this.#kept.delete(`${String(source)}:${id}`);
    if (from !== null) for (const name of PLACING) this.#takeTarget(name, id, from);
  }

  /** The text of a style element is new; rules that scripts put into it are gone. */
  restyled(id: number): void {
    this.#kept.delete(`${IncrementalSource.StyleSheetRule}:${id}`);
  }

  /** What was chosen last in a select is gone, and another option is chosen in its place, or none. */
  unchosen(id: number, values: readonly string[], next: string | null): void {
    const key = `${IncrementalSource.Input}:${id}`;
    const [kept] = this.#kept.get(key) ?? [];
    if (!kept || !values.includes(asText(asRecord(kept.event.data)['text']))) return;
    if (next === null) this.#kept.delete(key);
    else this.#change(key, kept, { ...asRecord(kept.event.data), text: next });
  }

  /**
   * Events by what they are about: `pointer`, `button`, `click`, `touch`, `sheets and fonts`, the number of a source,
   * `source:id` for what was done to a node, or `source:sheet id` for what was done to a sheet of no node.
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

  #takeTarget(name: string, id: number, from: number): void {
    const [kept] = this.#kept.get(name) ?? [];
    if (!kept || !numbersIn(asRecord(kept.event.data)).includes(id)) return;
    this.#change(name, kept, withoutTarget(asRecord(kept.event.data), from));
  }

  /** A touch that is called off does not say where: it ends where it was. */
  #endTouch(): void {
    const [kept] = this.#kept.get(TOUCH.name) ?? [];
    if (kept)
      this.#change(TOUCH.name, kept, { ...asRecord(kept.event.data), type: MouseInteractions.TouchEnd });
  }

  #noteStyle(event: ReplayEvent, data: Fields): void {
    const { styleId, id } = data;
    const sheet = styleId === undefined ? String(id) : `sheet ${asId(styleId)}`;
    const key = `${IncrementalSource.StyleSheetRule}:${sheet}`;
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

  /** In its place in the order. */
  #change(key: string, { order, event: { timestamp } }: Kept, data: Fields): void {
    this.#kept.set(key, [{ order, event: incrementalEvent(timestamp, data) }]);
  }

  #add(key: string, event: ReplayEvent): void {
    const kept = this.#kept.get(key) ?? [];
    kept.push({ order: this.#count++, event });
    this.#kept.set(key, kept);
  }
}

function addsRulesOnly({ source, adds, removes, replace, replaceSync }: Fields): boolean {
  const isPlain = replace === undefined && replaceSync === undefined && asArray(removes).length === 0;
  return source === IncrementalSource.StyleSheetRule && Array.isArray(adds) && isPlain;
}

/** PostHog's frames of a canvas are whole pictures: what was drawn before cannot be seen any more. */
function isWholePicture(data: Fields): boolean {
  return asArray(data['commands']).some((command) => {
    const { property, args } = asRecord(command);
    return property === 'drawImage' && asRecord(asArray(args)[0])['rr_type'] === 'ImageBitmap';
  });
}
