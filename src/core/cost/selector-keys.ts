/** Stands for every element. */
export const ANY = '*';

/**
 * What elements must have for a list of selectors to be about them: `#id`, `.class` or `tag` of what each ends with,
 * or `*`. Where it is hard to say it is `*`: rather too many elements than too few.
 *
 * @param parents what `&` stands for
 */
export function selectorKeys(list: string, parents: readonly string[]): readonly string[] {
  if (list.includes('&')) return readKeys(list, parents);
  const known = KNOWN.get(list);
  if (known) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const keys = readKeys(list, parents);
  KNOWN.set(list, keys);
  return keys;
}

/** A page is looked at again and again. */
const KNOWN = new Map<string, readonly string[]>();
const MOST_KNOWN = 50_000;

function readKeys(list: string, parents: readonly string[]): readonly string[] {
  const keys = new Set<string>();
  for (const compound of lastCompounds(list)) {
    if (compound.includes('&')) for (const key of parents) keys.add(key);
    else keys.add(keyOf(compound));
  }
  return keys.has(ANY) ? [ANY] : [...keys];
}

function keyOf(compound: string): string {
  const id = /#([^.#:[\s]+)/.exec(compound);
  if (id) return `#${id[1] ?? ''}`;
  const name = /\.([^.#:[\s]+)/.exec(compound);
  if (name) return `.${name[1] ?? ''}`;
  const [tag] = /^[^.#:[\s*|]+$/.exec(compound.replace(/:.*$/s, '')) ?? [];
  // What is escaped is another name than it looks.
  return tag === undefined || compound.includes('\\') ? ANY : tag.toLowerCase();
}

/** The last compound selector of each in a list, without what stands in its brackets. */
function lastCompounds(list: string): string[] {
  const found: string[] = [];
  let [depth, compound, hasEnded] = [0, '', false];
  for (const sign of list) {
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (sign === ',') {
      found.push(compound);
      [compound, hasEnded] = ['', false];
    } else if (/[\s>+~]/.test(sign)) hasEnded = compound !== '';
    else {
      compound = hasEnded ? sign : compound + sign;
      hasEnded = false;
    }
  }
  return [...found, compound];
}
