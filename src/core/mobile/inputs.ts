import { asArray } from '../json.ts';
import { ACCENT, BACKGROUND } from './colors.ts';
import type { Draft, Maker } from './maker.ts';
import { element, text, type ElementNode } from './nodes.ts';
import { progress } from './progress.ts';
import { cssWord, fullStyle } from './styles.ts';
import { styleOf, textOf, type Wireframe } from './wireframe.ts';

/** By `inputType`; all others are lines of text. */
const MAKERS: ReadonlyMap<unknown, Maker> = new Map<unknown, Maker>([
  ['text_area', textArea],
  ['textArea', textArea],
  ['checkbox', tickBox],
  ['radio', tickBox],
  ['toggle', toggle],
  ['button', button],
  ['select', select],
  ['progress', progress],
]);

/** Kinds of `<input>` that are lines of text. */
const LINES: ReadonlySet<unknown> = new Set(['text', 'password', 'email', 'number', 'search', 'tel', 'url']);

/**
 * How a wireframe of type `input` is drawn; undefined when it does not say what kind of input it is.
 * Source: PostHog/posthog: common/replay-shared/src/mobile/transformer/transformers.ts
 */
export function inputMaker(wireframe: Wireframe): Maker | undefined {
  const { inputType } = wireframe;
  if (typeof inputType !== 'string' || inputType === '') return undefined;
  return MAKERS.get(inputType) ?? line;
}

function line({ wireframe, id }: Draft): ElementNode {
  const { inputType } = wireframe;
  return element(id, 'input', {
    type: LINES.has(inputType) ? String(inputType) : 'text',
    value: textOf(wireframe['value']) ?? '',
    disabled: trueOf(wireframe['disabled']),
    style: fullStyle(wireframe),
  });
}

/** rrweb makes the text inside from the value. */
function textArea({ wireframe, id }: Draft): ElementNode {
  return element(id, 'textarea', {
    value: textOf(wireframe['value']) ?? '',
    disabled: trueOf(wireframe['disabled']),
    style: fullStyle(wireframe),
  });
}

function button({ wireframe, id, ids }: Draft): ElementNode {
  const label = textOf(wireframe['value']);
  const attributes = {
    type: 'button',
    disabled: trueOf(wireframe['disabled']),
    style: fullStyle(wireframe),
  };
  return element(id, 'button', attributes, label === undefined ? [] : [text(ids.next(), label)]);
}

function select({ wireframe, id, ids }: Draft): ElementNode {
  const value = textOf(wireframe['value']);
  const options = asArray(wireframe['options'])
    .map(textOf)
    .filter((option) => option !== undefined);
  const attributes = {
    type: 'select',
    value,
    disabled: trueOf(wireframe['disabled']),
    style: fullStyle(wireframe),
  };
  const toNode = (option: string) =>
    element(ids.next(), 'option', { selected: trueOf(option === value) }, [text(ids.next(), option)]);
  return element(id, 'select', attributes, options.map(toNode));
}

/** A checkbox or radio button. With a label it is the label that carries the wireframe's id. */
function tickBox({ wireframe, id, ids, groupName }: Draft): ElementNode {
  const label = textOf(wireframe['label']);
  const { inputType } = wireframe;
  const attributes = {
    type: String(inputType),
    name: inputType === 'radio' ? groupName : undefined,
    checked: trueOf(wireframe['checked']),
    disabled: trueOf(wireframe['disabled']),
  };
  const style = fullStyle(wireframe);
  if (label === undefined) return element(id, 'input', { ...attributes, style });
  return element(id, 'label', { style }, [element(ids.next(), 'input', attributes), text(ids.next(), label)]);
}

function toggle({ wireframe, id, ids }: Draft): ElementNode {
  const label = textOf(wireframe['label']);
  const style = fullStyle(wireframe);
  if (label === undefined) return element(id, 'div', { style }, [toggleTrack({ wireframe, id, ids })]);
  const side = { style: 'height:100%;flex:1;' };
  return element(id, 'label', { style: `${style}display:flex;` }, [
    text(ids.next(), label),
    element(ids.next(), 'div', side, [toggleTrack({ wireframe, id, ids })]),
  ]);
}

function toggleTrack({ wireframe, ids }: Draft): ElementNode {
  const isOn = wireframe['checked'] === true;
  const { color, borderColor } = styleOf(wireframe);
  const fill = cssWord(color) ?? (isOn ? ACCENT : BACKGROUND);
  const edge = cssWord(borderColor) ?? fill;
  const part = (name: string, style: string) =>
    element(ids.next(), 'div', { 'data-toggle-part': name, style: `position:absolute;${style}` });
  const slider = `top:33%;left:5%;width:75%;height:33%;border-radius:7.5%;opacity:0.2;background-color:${fill};`;
  const handle =
    `top:1.5%;${isOn ? 'right' : 'left'}:5%;width:40%;height:75%;border-radius:50%;` +
    `background-color:${fill};border:2px solid ${edge};`;
  return element(ids.next(), 'div', { style: 'position:relative;width:100%;height:100%;' }, [
    part('slider', slider),
    part('handle', handle),
  ]);
}

function trueOf(value: unknown): true | undefined {
  return value === true ? true : undefined;
}
