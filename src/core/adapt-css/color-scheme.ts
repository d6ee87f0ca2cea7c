import type { Edit } from './edit.ts';

/**
 * A page that knows both schemes takes the one that its reader prefers, and `light-dark()` follows it. The user is taken
 * for one who has asked for nothing special, and that is light.
 */
const BOTH = 'light\\s+dark|dark\\s+light';
const LIGHT = 'light';

/** A declaration as far as to the end of the two names; pages also keep them in properties of their own. */
const DECLARED = `(?:color-scheme|--[^\\s:;{}]+)\\s*:\\s*(?:only\\s+)?(${BOTH})(?=\\s*(?:only\\s*)?(?:!\\s*important\\s*)?(?:[;}]|$))`;
const DECLARATION = new RegExp(DECLARED, 'iy');
const INLINE = new RegExp(`(?<=^|[;\\s])${DECLARED}`, 'gi');
const VALUE = new RegExp(`^\\s*(?:only\\s+)?(${BOTH})(?:\\s+only)?\\s*$`, 'i');

/** The names in a declaration that begins at a place in a sheet; null where it does not leave the choice. */
export function schemeAt(css: string, at: number): Edit | null {
  DECLARATION.lastIndex = at;
  const names = DECLARATION.exec(css)?.[1];
  return names === undefined
    ? null
    : { at: DECLARATION.lastIndex - names.length, length: names.length, text: LIGHT };
}

/** A list of schemes by itself, as a value or in a `meta` element. */
export function adaptScheme(list: string): string {
  const names = VALUE.exec(list)?.[1];
  return names === undefined ? list : list.replace(names, LIGHT);
}

/** The same in the declarations of a `style` attribute. */
export function adaptInlineSchemes(style: string): string {
  return style.replace(INLINE, (declaration, names: string) => declaration.slice(0, -names.length) + LIGHT);
}
