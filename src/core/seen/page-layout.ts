/** How an element was to be seen; a number is rrweb's id of what lay over it. */
export type ElementView = 'seen' | 'hidden' | 'offscreen' | number;

/**
 * What the layout of a page tells, by rrweb's ids: how elements were to be seen. One that is not in it is to be seen as
 * what it is in.
 */
export type PageLayout = ReadonlyMap<number, ElementView>;
