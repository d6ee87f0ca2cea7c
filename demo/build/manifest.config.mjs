/** What `cem analyze` writes: dist/custom-elements.json, with the public elements only. */
const ELEMENT = 'PortableReplayElement';
const TAG = 'portable-replay';
const LIBRARY = 'dist/index.js';
const DEFINITION = 'dist/define.js';

export default {
  globs: ['src/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicElements()],
};

function publicElements() {
  /** Texts of the types that have a name, for readers who cannot look them up. */
  const types = new Map();
  return {
    name: 'public-elements',
    analyzePhase({ ts, node }) {
      if (ts.isTypeAliasDeclaration(node)) types.set(node.name.getText(), node.type.getText());
    },
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
      const element = declarations.find(({ name }) => name === ELEMENT);
      customElementsManifest.modules = modulesOf(describe(element, types));
    },
  };
}

function describe(element, types) {
  return {
    ...element,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: element.attributes.map((attribute) => ({
      ...withoutOrigin(attribute),
      type: { text: asText(spellOut(attribute.type.text, types)) },
    })),
    members: element.members.filter(isPublic).map(withoutOrigin),
    // The analyzer takes every `dispatchEvent` for an event of the element's; those that are meant have a description.
    events: element.events
      .filter(({ description }) => description)
      .map((event) => ({ type: { text: 'Event' }, ...withoutOrigin(event) })),
  };
}

function spellOut(type, types) {
  return type.replaceAll(/\b[A-Z]\w*/g, (name) =>
    types.has(name) ? spellOut(types.get(name), types) : name,
  );
}

/** An attribute is text where its property is an object. */
function asText(type) {
  return /^[A-Z]\w*$/.test(type) ? 'string' : type;
}

function isPublic({ name, privacy, static: isStatic }) {
  return privacy === undefined && !isStatic && !/^[#_]/.test(name);
}

/** Where something is inherited from matters to nobody who uses the element, and is no module of its own to them. */
function withoutOrigin(member) {
  return { ...member, inheritedFrom: undefined };
}

function modulesOf(element) {
  const declaration = { name: ELEMENT, module: LIBRARY };
  return [
    {
      kind: 'javascript-module',
      path: LIBRARY,
      declarations: [element],
      exports: [{ kind: 'js', name: ELEMENT, declaration }],
    },
    {
      kind: 'javascript-module',
      path: DEFINITION,
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: TAG, declaration }],
    },
  ];
}
