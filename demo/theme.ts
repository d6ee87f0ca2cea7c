import { isThemeValue, THEME_PROPERTIES } from '../src/embed/theme-values.ts';
import type { PortableReplayElement } from '../src/index.ts';
import { IS_FRAMED, parametersOf } from './parameters.ts';

/**
 * Gives a player the theme that the page's address names: `#--replay-accent=teal`. A link that may have the user asked
 * for consent has none: it could make the question invisible. A page with a frame could hide it anyway.
 */
export function linkTheme(player: PortableReplayElement): void {
  const applied = new Set<string>();
  const apply = () => {
    const isTrusted = IS_FRAMED || player.remoteAssets !== 'ask';
    const said = parametersOf(location);
    for (const name of THEME_PROPERTIES) {
      const value = isTrusted ? said.get(name) : undefined;
      if (isThemeValue(name, value)) {
        player.style.setProperty(name, value);
        applied.add(name);
      } else if (applied.delete(name)) player.style.removeProperty(name);
    }
  };
  addEventListener('hashchange', apply);
  player.addEventListener('loadstart', apply);
  apply();
}
