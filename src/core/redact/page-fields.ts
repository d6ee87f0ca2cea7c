import { asRecord } from '../json.ts';
import { tagNameOf } from '../rrweb/serialized-node.ts';
import { type Field, leaf, memberOf, type Members, members, object, UNKNOWN } from './field.ts';
import { isOfEveryPage, kindOfAttribute } from './page-names.ts';

/**
 * What is not looked into, besides `true`, `false` and `null` and the names of {@link isOfEveryPage}: none of it is
 * content, and no page plays without it. Only numbers stay; a text in such a place is looked into like any other.
 *
 * - `type`, `source`, `pointerType`: which of rrweb's kinds something is
 * - `timestamp`, `timeOffset`, times of nodes: when it happened; a range is what removes times
 * - `id`, `parentId`, `nextId`, `previousId`, `rootId`, `start`, `end`: nodes, which the recorder counts
 * - `styleId`, `styleIds`: sheets, which it counts; `index`: the place of a rule in one
 * - `windowId`: windows, which the writer counts
 */
export const FIXED = leaf('other', 'content', 'fixed');

export const MEASURE = leaf('other', 'content', 'measure');
export const STYLE: Field = { ...leaf('style', 'style', 'measure'), keys: 'tag' };
export const TAG = leaf('other', 'tag');

const TEXT = leaf('text');
const RULE = object({ rule: STYLE, index: FIXED }, { place: 'style' });
const SHEET = object({ styleId: FIXED, rules: RULE }, { place: 'style' });
const SHEET_IDS = members('id styleId', FIXED);
/** Styles can be objects of the properties that changed. */
const STYLES: Field = { ...STYLE, rest: STYLE };

const ATTRIBUTES: Field = {
  ...leaf('attribute', 'content', 'measure'),
  keys: 'tag',
  member: (name) =>
    isOfEveryPage(name) || kindOfAttribute(name) !== 'content' ? attribute(name) : undefined,
  rest: leaf('attribute', 'content', 'measure'),
};

function attribute(name: string): Field {
  const kind = kindOfAttribute(name);
  return kind === 'style' ? STYLES : leaf('attribute', kind, 'measure');
}

const NODE_MEMBERS: Members = {
  ...members('type id rootId', FIXED),
  ...members('tagName name', TAG),
  ...members('publicId systemId compatMode isSVG isStyle isShadow isShadowHost isCustom needBlock', UNKNOWN),
  attributes: ATTRIBUTES,
  adoptedStyleSheets: SHEET,
};

/** A node of a page, with all that is in it. */
export const NODE = node(false);
const NODE_IN_STYLE = node(true);

function node(isInStyle: boolean): Field {
  return {
    ...UNKNOWN,
    member: (name, holder) => {
      if (name === 'textContent') return isInStyle || holder['isStyle'] === true ? STYLE : TEXT;
      if (name === 'childNodes') return tagNameOf(holder) === 'style' ? NODE_IN_STYLE : NODE;
      return memberOf(NODE_MEMBERS, name);
    },
  };
}

/** @param isInStyle true for a text node in a style element, whose changes do not say so */
export function mutationFields(isInStyle: (id: unknown) => boolean): Members {
  const places = members('parentId nextId previousId', FIXED);
  return {
    adds: {
      ...UNKNOWN,
      member: (name, add) => {
        if (name !== 'node') return memberOf(places, name);
        return isInStyle(asRecord(add['node'])['id']) ? NODE_IN_STYLE : NODE;
      },
    },
    texts: {
      ...UNKNOWN,
      member: (name, { id }) => {
        if (name === 'id') return FIXED;
        return name === 'value' ? (isInStyle(id) ? STYLE : TEXT) : undefined;
      },
    },
    removes: object({ ...members('id parentId', FIXED), isShadow: UNKNOWN }),
    attributes: object({ id: FIXED, attributes: ATTRIBUTES }),
    isAttachIframe: UNKNOWN,
  };
}

export const SHEET_FIELDS = {
  styleSheetRule: {
    ...SHEET_IDS,
    ...members('adds removes', RULE),
    ...members('replace replaceSync', STYLE),
  },
  styleDeclaration: {
    ...SHEET_IDS,
    index: FIXED,
    ...members('set remove', object(members('property value priority', STYLE), { place: 'style' })),
  },
  adoptedStyleSheet: { ...members('id styleIds', FIXED), styles: SHEET },
} as const;
