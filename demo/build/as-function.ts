import type { Plugin } from 'vite';

const NEEDS_A_PAGE = `if(typeof HTMLElement==='undefined')throw new Error('portable-replay.js needs a page. On a server, import "portable-replay/define" or "portable-replay/core".');`;

const EXPORTS = /export\s*\{([^}]*)\};?\s*$/;

/**
 * Puts a module as a whole into a function, which is handed to itself as `__PLAYER__`: so the player has its own text
 * to put into the pages that it saves, without asking for a file. Where there is no page at all, it says what to import.
 * The build leaves it to this to name the source map.
 */
export function asFunction(): Plugin {
  return {
    name: 'as-function',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') {
          if (file.imports.length > 0) throw new Error(`${file.fileName} needs other files`);
          file.code = `${wrap(file.code)}//# sourceMappingURL=${file.fileName}.map\n`;
        } else if (file.fileName.endsWith('.map')) {
          const map = JSON.parse(String(file.source)) as { mappings: string };
          // The code stands one line further down than it did.
          file.source = JSON.stringify({ ...map, mappings: `;${map.mappings}` });
        }
      }
    },
  };
}

function wrap(code: string): string {
  const [, list] = EXPORTS.exec(code) ?? [];
  if (list === undefined) throw new Error('The module does not end with its exports');
  const exported = list.split(',').map((pair) => pair.trim().split(/\s+as\s+/) as [string, string?]);
  const fields = exported.map(([name, as = name]) => `${as}:${name}`);
  const names = exported.map(([name, as = name]) => as);
  const body = code.replace(EXPORTS, '');
  return `${NEEDS_A_PAGE}const player=function(__PLAYER__){\n${body}\nreturn{${fields.join()}}};export const{${names.join()}}=player(player);\n`;
}
