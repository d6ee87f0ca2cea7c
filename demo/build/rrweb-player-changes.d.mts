/** True for the module that is changed, by its path or address. */
export function isRrwebPlayer(path: string): boolean;

/**
 * The text of rrweb-player as it is used here; it keeps its number of lines.
 *
 * @throws Error where the text is not as expected
 */
export function changeRrwebPlayer(code: string): string;
