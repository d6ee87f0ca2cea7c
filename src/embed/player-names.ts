import { asRecord } from '../core/json.ts';
import type { EmbeddedPlayer } from './embedded-player.ts';
import { EmbedError } from './protocol.ts';
import { isThemeValue, THEME_PROPERTIES } from './theme-values.ts';

/** The longest text that a property can be set to, in characters. */
const MAX_TEXT = 10_000;

const isBoolean = (value: unknown) => typeof value === 'boolean';
const isText = (value: unknown) => typeof value === 'string' && value.length <= MAX_TEXT;
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isPositive = (value: unknown) => isNumber(value) && Number(value) > 0;
const isRange = (value: unknown) => {
  const { start, end } = asRecord(value);
  return value === null || (isNumber(start) && isNumber(end));
};

/** Properties of the element that can be set, and what they take. */
const SETTABLE: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['currentTime', isNumber],
  ['playbackRate', isPositive],
  ['autoplay', isBoolean],
  ['loop', isBoolean],
  ['loopRange', isRange],
  ['startAt', isText],
  ['idle', (value) => value === 'keep' || value === 'skip' || (isNumber(value) && Number(value) >= 0)],
  ['windowId', isText],
  ['masks', (value) => value === 'show' || value === 'hide'],
  ['cover', isText],
  ['inspect', isBoolean],
  ['panel', (value) => value === null || isText(value)],
  ['pauseAtChapters', isBoolean],
  ['noControls', isBoolean],
  ['noHotkeys', isBoolean],
  ['hotkeys', isText],
  ['noDrop', isBoolean],
  ['label', isText],
]);

/** Properties that tell how playback stands. */
const NUMBERS = [
  'currentTime',
  'duration',
  'paused',
  'ended',
  'seeking',
  'readyState',
  'networkState',
  'playbackRate',
  'autoplay',
  'loop',
  'loopRange',
  'startAt',
  'idle',
  'masks',
  'cover',
  'inspect',
  'panel',
  'pauseAtChapters',
  'noControls',
  'noHotkeys',
  'hotkeys',
  'noDrop',
  'label',
];

/** Properties that tell what is in the recording. */
const CONTENTS = ['recording', 'recordings', 'chapters', 'windowId', 'blockedAssets', 'error'];

/** The names that can be set. */
export const SETTABLE_NAMES: readonly string[] = [...SETTABLE.keys(), ...THEME_PROPERTIES];

/** The names that can be got. */
export const READABLE_NAMES: readonly string[] = [...NUMBERS, ...CONTENTS];

/** @throws EmbedError for another name, or a value that this one does not take */
export function setOn(player: EmbeddedPlayer, name: string, value: unknown): void {
  if (THEME_PROPERTIES.includes(name)) {
    if (!isThemeValue(name, value)) throw invalid(name);
    player.style.setProperty(name, value);
    return;
  }
  const accepts = SETTABLE.get(name);
  if (!accepts) throw new EmbedError('unknown-name', `These can be set: ${SETTABLE_NAMES.join(', ')}.`);
  if (!accepts(value)) throw invalid(name);
  try {
    Reflect.set(player, name, value);
  } catch (cause) {
    throw invalid(name, { cause });
  }
}

/**
 * @param mayTell the page around may know what is in the recording
 * @returns plain data
 * @throws EmbedError for another name, or one that must not be told
 */
export function getFrom(player: EmbeddedPlayer, name: string, mayTell: boolean): unknown {
  if (!READABLE_NAMES.includes(name))
    throw new EmbedError('unknown-name', `These can be got: ${READABLE_NAMES.join(', ')}.`);
  if (CONTENTS.includes(name) && !mayTell)
    throw new EmbedError('not-allowed', 'What is in a recording is told to those who could read it anyway.');
  if (name !== 'error') return Reflect.get(player, name);
  const { error } = player;
  return error && { code: error.code, message: error.message };
}

function invalid(name: string, options?: ErrorOptions): EmbedError {
  return new EmbedError('invalid-value', `"${name}" does not take this value.`, options);
}
