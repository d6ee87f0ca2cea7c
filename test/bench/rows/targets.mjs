/**
 * @typedef {object} Target what the ratio of the element to another column, or the element's own value, is to be
 * @property {'baseline' | 'limit' | 'value'} of
 * @property {number} [atMost]
 * @property {number} [atLeast]
 */

export const ofBaseline = (atMost) => ({ of: 'baseline', atMost });
export const ofLimit = (atMost) => ({ of: 'limit', atMost });
export const atMost = (value) => ({ of: 'value', atMost: value });
export const atLeast = (value) => ({ of: 'value', atLeast: value });

/** No block and no time without a frame is to be longer. */
export const FRAME_MS = 50;
