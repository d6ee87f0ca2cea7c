import { expect } from 'chai';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Files that say which words there are, and not where they are said. */
const TABLES = /\/src\/locale\/(words|en|de|es|fr|zh)\//;
const TYPES = /\/src\/locale\/(words\/\w+|locale)\.ts$/;

/** What a name in a pattern or behind a dot stands for. */
function propertyAt(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? checker.getTypeAtLocation(node.parent).getProperty(name.text) : undefined;
  }
  if (ts.isElementAccessExpression(node)) {
    const { argumentExpression: key, expression } = node;
    return ts.isStringLiteral(key) ? checker.getTypeAtLocation(expression).getProperty(key.text) : undefined;
  }
  return undefined;
}

/** A word of the table, or a group of them; not what a sentence is given. */
function isWord(node: ts.Node): node is ts.PropertySignature {
  if (!ts.isPropertySignature(node)) return false;
  const { parent } = node;
  if (ts.isInterfaceDeclaration(parent)) return /(Words|Locale)$/.test(parent.name.text);
  return ts.isTypeLiteralNode(parent) && ts.isPropertySignature(parent.parent);
}

describe('the table of words', function () {
  this.timeout(120_000);

  it('has no word that nothing says', () => {
    const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (path) => ts.sys.readFile(path)) as {
      config: object;
    };
    const { fileNames, options } = ts.parseJsonConfigFileContent(
      { ...config, include: ['src'] },
      ts.sys,
      ROOT,
    );
    const program = ts.createProgram(fileNames, options);
    const checker = program.getTypeChecker();
    const words = new Map<ts.Node, string>();
    const said = new Set<ts.Node>();
    for (const file of program.getSourceFiles()) {
      if (!fileNames.includes(file.fileName)) continue;
      const collect = (node: ts.Node): void => {
        if (TYPES.test(file.fileName) && isWord(node))
          words.set(node, `${file.fileName.slice(ROOT.length)}: ${node.name.getText()}`);
        if (!TABLES.test(file.fileName))
          for (const place of propertyAt(node, checker)?.declarations ?? []) said.add(place);
        ts.forEachChild(node, collect);
      };
      collect(file);
    }
    expect(words.size).to.be.greaterThan(200);
    const unused = [...words].filter(([place]) => !said.has(place)).map(([, name]) => name);
    expect(unused).to.deep.equal([]);
  });
});
