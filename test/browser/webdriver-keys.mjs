/** The characters that stand for keys without one of their own, by the names that `KeyboardEvent.key` has for them. */
const KEYS = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

/** @param {string} key as Playwright names it: `a`, `Tab`, `Space` */
export function keyCharacter(key) {
  const character = KEYS[key] ?? key;
  if ([...character].length !== 1) throw new Error(`${key} is no key`);
  return character;
}
