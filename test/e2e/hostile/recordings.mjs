import { el, numbered, text, toHtml } from './nodes.mjs';

/**
 * Recordings that hold hostile things in one kind of place each.
 *
 * @typedef {object} Recording
 * @property {string} entry the kind of place; part of the addresses in it
 * @property {string} [group] of the vectors in it
 * @property {string[]} names of the vectors in it
 * @property {object[]} [events] of rrweb
 * @property {unknown} source what a player is given, as JSON, when that is more than the events
 * @property {string} [fileName]
 * @property {string} [shows] text that has to be on the page at the end
 * @property {string} [told] text of it that the panels have to show as such
 * @property {string} [tells] text of it that the player has to show as such
 * @property {boolean} [isRefused] true when there is nothing to play
 */

export const STARTED_AT = 1_700_000_000_000;
const AT = STARTED_AT;
export const ENDING = 'That is all';
const BODY = 4;

/** The same thing in every recording: its size, a page, and what happens on it. */
export function eventsOf({ head = [], body = [], later = [], href = 'http://shop.example/' }) {
  const own = [el('p', { id: 'ending' }, 'Not yet')];
  const page = numbered(
    {
      type: 0,
      childNodes: [el('html', {}, el('head'), el('body'))],
    },
    { next: 1 },
  );
  const [, lower] = page.childNodes[0].childNodes;
  page.childNodes[0].childNodes[0].childNodes = head;
  lower.childNodes = [numbered(own[0], { next: 10 }), ...body];
  return [
    { type: 4, timestamp: AT, data: { href, width: 800, height: 600 } },
    { type: 2, timestamp: AT + 1, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    ...later.map((data, i) => ({ type: 3, timestamp: AT + 300 + i, data })),
    {
      type: 3,
      timestamp: AT + 1300,
      data: { ...mutation({}), texts: [{ id: 11, value: ENDING }] },
    },
    { type: 3, timestamp: AT + 2300, data: { source: 1, positions: [{ x: 5, y: 5, id: 4, timeOffset: 0 }] } },
  ];
}

function mutation({ adds = [], attributes = [], texts = [], ...more }) {
  return { source: 0, texts, attributes, removes: [], adds, ...more };
}

/** Numbers nodes from one counter, beyond those of the page around. */
export function counting() {
  const counter = { next: 100 };
  return (node) => numbered(node, counter);
}

/** Elements of the page that style sheets are for, and what an element must be to use each property. */
const STYLED =
  'display: list-item; float: left; width: 20px; height: 20px; list-style-position: inside; border: 1px solid; text-decoration: none';

const styledBy = (vectors) => vectors.map(({ name }) => el('p', { class: name, style: STYLED }, name));

const sheetOf = ({ name, declaration, sheet }, at) =>
  sheet ? sheet(at) : `.${name} { ${declaration(at).join(': ')} }`;

/** Style sheets at their rules: scripts can only add one at a time. */
function rulesOf(css) {
  const rules = [];
  let [depth, start, quote] = [0, 0, ''];
  for (let i = 0; i < css.length; i++) {
    const char = css[i];
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    const isOver = !quote && depth === 0 && (char === '}' || char === ';');
    if (isOver) {
      rules.push(css.slice(start, i + 1).trim());
      start = i + 1;
    }
  }
  return rules;
}

/** Where nodes can come from. Each is given vectors with `nodes` and their addresses. */
const NODE_ENTRIES = {
  snapshot(vectors) {
    const number = counting();
    return { body: vectors.map(({ nodes }) => number(el('div', {}, ...nodes))) };
  },
  added(vectors) {
    const number = counting();
    const adds = vectors.flatMap(({ nodes }) => addsOf(number(el('div', {}, ...nodes)), BODY));
    return { later: [mutation({ adds })] };
  },
  attribute(vectors) {
    const number = counting();
    const attributes = [];
    const strip = (node) => {
      if (!node.attributes) return node;
      const values = Object.entries(node.attributes).map(([name, value]) => [
        name,
        value === true ? '' : String(value),
      ]);
      attributes.push({ id: node.id, attributes: Object.fromEntries(values) });
      return { ...node, attributes: {}, childNodes: node.childNodes.map(strip) };
    };
    const body = vectors.map(({ nodes }) => strip(number(el('div', {}, ...nodes))));
    return { body, later: [mutation({ attributes })] };
  },
  shadow(vectors) {
    const number = counting();
    const body = vectors.map(({ nodes }) => {
      const inside = nodes.map((node) => ({ ...node, isShadow: true }));
      return number({ ...el('div', {}, ...inside), isShadowHost: true });
    });
    return { body };
  },
  framed(vectors) {
    const number = counting();
    const frame = number(el('iframe', {}));
    const rooted = (node, rootId) => ({
      ...node,
      rootId,
      ...(node.childNodes && { childNodes: node.childNodes.map((child) => rooted(child, rootId)) }),
    });
    const page = number({
      type: 0,
      childNodes: [
        el('html', {}, el('head'), el('body', {}, ...vectors.map(({ nodes }) => el('div', {}, ...nodes)))),
      ],
    });
    const document = { ...rooted(page, page.id), rootId: undefined };
    const adds = [{ parentId: frame.id, nextId: null, node: document }];
    return { body: [frame], later: [mutation({ adds, isAttachIframe: true })] };
  },
};

/** Recorders write the nodes of a mutation one by one. */
function addsOf(node, parentId) {
  const { childNodes, ...rest } = node;
  if (!childNodes) return [{ parentId, nextId: null, node }];
  const own = { parentId, nextId: null, node: { ...rest, childNodes: [] } };
  return [own, ...childNodes.flatMap((child) => addsOf(child, node.id))];
}

/** Where styles can come from. */
const STYLE_ENTRIES = {
  'sheet': (vectors) => {
    const number = counting();
    return {
      head: vectors.map(({ css }) => number(el('style', { _cssText: css }))),
      body: styledBy(vectors).map(number),
    };
  },
  'linked-sheet': (vectors) => {
    const number = counting();
    return {
      head: vectors.map(({ css }) => number(el('link', { rel: 'stylesheet', _cssText: css }))),
      body: styledBy(vectors).map(number),
    };
  },
  'sheet-text': (vectors) => {
    const number = counting();
    const inStyle = (css) => el('style', {}, { ...text(css), isStyle: true });
    return {
      head: vectors.map(({ css }) => number(inStyle(css))),
      body: styledBy(vectors).map(number),
    };
  },
  'sheet-text-set': (vectors) => {
    const number = counting();
    const sheets = vectors.map(() => number(el('style', {}, { ...text('i {}'), isStyle: true })));
    const texts = vectors.map(({ css }, i) => ({ id: sheets[i].childNodes[0].id, value: css }));
    return { head: sheets, body: styledBy(vectors).map(number), later: [mutation({ texts })] };
  },
  'sheet-set': (vectors) => {
    const number = counting();
    const sheets = vectors.map((_, i) =>
      number(i % 2 ? el('link', { rel: 'stylesheet', href: 'x.css' }) : el('style', { _cssText: 'i {}' })),
    );
    const attributes = vectors.map(({ css }, i) => ({ id: sheets[i].id, attributes: { _cssText: css } }));
    return { head: sheets, body: styledBy(vectors).map(number), later: [mutation({ attributes })] };
  },
  'rule': (vectors) => {
    const number = counting();
    const sheets = vectors.map(() => number(el('style', { _cssText: 'i {}' })));
    const later = vectors.map(({ css }, i) => ({
      source: 8,
      id: sheets[i].id,
      adds: rulesOf(css).map((rule, index) => ({ rule, index })),
    }));
    return { head: sheets, body: styledBy(vectors).map(number), later };
  },
  'adopted': (vectors) => {
    const number = counting();
    return { body: styledBy(vectors).map(number), later: [adopted(1, vectors)] };
  },
  'adopted-replaced': (vectors) => {
    const number = counting();
    const later = [
      adopted(
        1,
        vectors.map((vector) => ({ ...vector, css: 'i {}' })),
      ),
      ...vectors.map(({ css }, i) => ({
        source: 8,
        styleId: i + 1,
        [i % 2 ? 'replace' : 'replaceSync']: css,
      })),
    ];
    return { body: styledBy(vectors).map(number), later };
  },
  'adopted-in-shadow': (vectors) => {
    const number = counting();
    const inside = styledBy(vectors).map((node) => ({ ...node, isShadow: true }));
    const host = number({ ...el('div', {}, ...inside), isShadowHost: true });
    return { body: [host], later: [adopted(host.id, vectors)] };
  },
};

function adopted(id, vectors) {
  const styles = vectors.map(({ css }, i) => ({
    styleId: i + 1,
    rules: rulesOf(css).map((rule, index) => ({ rule, index })),
  }));
  return { source: 15, id, styles, styleIds: styles.map(({ styleId }) => styleId) };
}

/** Where single declarations can come from besides. */
const DECLARATION_ENTRIES = {
  'inline-style': (vectors) => {
    const number = counting();
    const body = vectors.map(({ pair }) => number(el('p', { style: `${STYLED}; ${pair.join(': ')}` }, 'x')));
    return { body };
  },
  'inline-style-set': (vectors) => {
    const number = counting();
    const body = styledBy(vectors).map(number);
    const attributes = vectors.map(({ pair: [property, value] }, i) => ({
      id: body[i].id,
      attributes: { style: { [property]: i % 2 ? value : [value, 'important'] } },
    }));
    return { body, later: [mutation({ attributes })] };
  },
  'declaration': (vectors) => {
    const number = counting();
    const sheets = vectors.map(({ name }) => number(el('style', { _cssText: `.${name} {}` })));
    const later = vectors.map(({ pair: [property, value] }, i) => ({
      source: 13,
      id: sheets[i].id,
      index: [0],
      set: { property, value },
    }));
    return { head: sheets, body: styledBy(vectors).map(number), later };
  },
};

/**
 * What a page has to show: nodes, styles and incremental events, in every place.
 *
 * @param {readonly import('./vectors.mjs').Vector[]} vectors
 * @param {(name: string, entry: string) => import('./vectors.mjs').At} at
 * @returns {Recording[]}
 */
export function pageRecordings(vectors, at) {
  const recordings = [];
  const add = (entry, group, used, parts) => {
    if (used.length === 0) return;
    const events = eventsOf(parts);
    recordings.push({
      entry,
      group,
      names: used.map(({ name }) => name),
      events,
      source: events,
      shows: ENDING,
    });
  };
  for (const group of ['plain', 'page', 'clobber']) {
    const ofGroup = vectors.filter((vector) => (vector.group ?? 'plain') === group);
    for (const [entry, build] of Object.entries(NODE_ENTRIES)) {
      const used = ofGroup.filter(({ nodes }) => nodes);
      const filled = used.map(({ name, nodes }) => ({ name, nodes: nodes(at(name, entry)) }));
      add(entry, group, used, build(filled));
    }
    for (const [entry, build] of Object.entries(STYLE_ENTRIES)) {
      const used = ofGroup.filter(({ declaration, sheet }) => declaration ?? sheet);
      const filled = used.map((vector) => ({
        name: vector.name,
        css: sheetOf(vector, at(vector.name, entry)),
      }));
      add(entry, group, used, build(filled));
    }
    for (const [entry, build] of Object.entries(DECLARATION_ENTRIES)) {
      const used = ofGroup.filter(({ declaration }) => declaration);
      const filled = used.map(({ name, declaration }) => ({ name, pair: declaration(at(name, entry)) }));
      add(entry, group, used, build(filled));
    }
    const used = ofGroup.filter(({ events }) => events);
    add('event', group, used, eventParts(used, at));
  }
  return recordings;
}

function eventParts(vectors, at) {
  const number = counting();
  const [body, later] = [[], []];
  for (const { name, events } of vectors) {
    const { nodes = [], events: build } = events(at(name, 'event'));
    const own = nodes.map(number);
    body.push(...own);
    later.push(...build(own.map(({ id }) => id)));
  }
  return { body, later };
}

/** Everything that can be clicked, on one page. */
export function clickableRecording(vectors, at) {
  const isClickable = ({ name }) =>
    /^(a|area|click|focus|form|autofocus|dialog|popover|svg-a)-|^svg-a-/.test(name);
  const [snapshot] = pageRecordings(
    vectors
      .filter(isClickable)
      .map((vector) => ({ ...vector, nodes: vector.nodes ?? ((place) => vector.events(place).nodes) })),
    at,
  );
  return snapshot;
}

/** A vector as text, the way it would be written into a page. */
export function markupOf({ name, nodes, declaration, sheet, events }, at) {
  if (nodes) return nodes(at).map(toHtml).join('');
  if (events) return `${name}: ${JSON.stringify(events(at).events([1, 2]))}<img src="${at.url()}">`;
  return `</style><style>${sheetOf({ name, declaration, sheet }, at)}</style><img src="${at.url()}">`;
}

/** Text that is not markup, but would change what other text looks like. */
export const MISLEADING = [
  '\u202egnp.exe\u202c',
  '\u2066\u2067\u2069',
  '\u001b[31mred\u001b[0m\u001b]0;title\u0007',
  '\u0000\u0008\u007f',
  '__proto__',
  'constructor',
  'toString',
  '${location}',
  '{{constructor.constructor("return this")()}}',
  '%s%c%o',
  '\ud800',
];

/**
 * The same vectors as text, wherever a recording has some.
 *
 * @returns {Recording[]}
 */
export function textRecordings(vectors, at) {
  const used = vectors.map(({ name }) => name);
  const texts = (entry) => [
    ...vectors.map((vector) => markupOf(vector, at(vector.name, entry))),
    ...MISLEADING,
  ];
  const plain = (entry, later) => {
    const events = [...eventsOf({}), ...texts(entry).map(later)].sort((a, b) => a.timestamp - b.timestamp);
    return { entry, names: used, source: events, shows: ENDING };
  };
  const time = (i) => AT + 400 + i;
  return [
    plain('custom', (markup, i) => ({
      type: 5,
      timestamp: time(i),
      data: { tag: markup, payload: { href: markup, [markup]: markup, level: markup } },
    })),
    plain('session-options', (markup, i) => ({
      type: 5,
      timestamp: time(i),
      data: {
        tag: '$session_options',
        payload: {
          sessionRecordingOptions: {
            blockSelector: markup,
            blockClass: markup,
            maskTextSelector: markup,
            maskTextClass: markup,
            maskInputOptions: { [markup]: true },
          },
          activePlugins: [markup],
        },
      },
    })),
    plain('console', (markup, i) => ({
      type: 6,
      timestamp: time(i),
      data: {
        plugin: 'rrweb/console@1',
        payload: { level: i % 2 ? 'error' : markup, trace: [markup], payload: [JSON.stringify(markup)] },
      },
    })),
    plain('network', (markup, i) => ({
      type: 6,
      timestamp: time(i),
      data: {
        plugin: 'rrweb/network@1',
        payload: {
          requests: [
            {
              name: markup,
              method: markup,
              status: 200,
              initiatorType: markup,
              timestamp: time(i),
              startTime: 0,
              endTime: 9,
              responseBody: markup,
              responseHeaders: { [markup]: markup },
            },
          ],
        },
      },
    })),
    plain('plugin', (markup, i) => ({
      type: 6,
      timestamp: time(i),
      data: { plugin: markup, payload: markup },
    })),
    plain('place', (markup, i) => ({
      type: 4,
      timestamp: time(i),
      data: { href: i % 2 ? markup : `javascript:${markup}`, title: markup, width: 800, height: 600 },
    })),
    ...fileRecordings(texts, used),
    ...mobileRecordings(vectors, at, used),
  ];
}

const SESSION = '<img src=x onerror=alert(1)>';

/** Text in what is around the events: the file's name, the session, the person. */
function fileRecordings(texts, names) {
  const events = eventsOf({});
  const joined = (entry) => texts(entry).join(' ');
  const properties = (entry) => Object.fromEntries(texts(entry).map((markup) => [markup, markup]));
  const row = (event, markup, extra, i = 0) => ({
    event,
    uuid: markup,
    distinct_id: markup,
    timestamp: new Date(AT + 500 + i).toISOString(),
    properties: { $session_id: SESSION, $lib: markup, $lib_version: markup, ...extra },
  });
  return [
    {
      entry: 'file-name',
      names,
      source: events,
      fileName: joined('file-name').slice(0, 60_000),
      tells: texts('file-name')[0],
    },
    {
      entry: 'person',
      names,
      source: {
        version: '2023-04-28',
        data: {
          id: joined('person').slice(0, 2000),
          person: {
            id: joined('person'),
            name: joined('person'),
            distinct_ids: texts('person'),
            properties: properties('person'),
          },
          snapshots: events.map((event) => ({ windowId: 'w', ...event })),
        },
      },
    },
    {
      entry: 'session',
      names,
      source: [
        row('$snapshot', texts('session')[0], {
          $window_id: joined('session').slice(0, 2000),
          $snapshot_data: events,
        }),
        ...texts('session').map((markup, i) => row(markup, markup, { [markup]: markup }, i)),
      ],
      tells: texts('session')[0],
    },
    {
      entry: 'window',
      names,
      source: {
        version: '2022-12-02',
        data: {
          person: { properties: properties('window') },
          snapshotsByWindowId: Object.fromEntries(
            texts('window').map((markup, i) => [
              markup,
              eventsOf({ href: markup }).map((event) => ({ ...event, timestamp: event.timestamp + i })),
            ]),
          ),
        },
      },
    },
    {
      entry: 'version',
      names,
      source: { version: joined('version').slice(0, 2000), data: { events: 3 } },
      isRefused: true,
      tells: texts('version')[0].slice(0, 20),
    },
  ].map((recording) => ({ shows: recording.isRefused ? undefined : ENDING, ...recording }));
}

/** Screens of an app, with hostile text and addresses in every field of a view. */
function mobileRecordings(vectors, at, names) {
  let id = 10;
  const viewOf = (vector, i) => {
    const place = at(vector.name, 'wireframe');
    const markup = markupOf(vector, place);
    const url = place.url();
    const style = {
      color: `red; background: url("${url}")`,
      backgroundColor: `url("${url}")`,
      backgroundImage: `url("${url}")`,
      fontFamily: `x; src: url(${url})`,
      borderRadius: `1px; background: url(${url})`,
      bar: markup,
    };
    const views = [
      { type: 'text', text: markup, label: markup, style },
      { type: 'image', base64: url, style },
      { type: 'image', base64: `data:image/svg+xml,"); @import "${url}"; x("` },
      { type: 'screenshot', base64: `"><img src="${url}">` },
      { type: 'web_view', url },
      { type: 'web_view', url: `javascript:${place.run}` },
      { type: 'placeholder', label: markup },
      { type: 'input', inputType: 'text', value: markup, label: markup, style },
      { type: 'input', inputType: 'select', options: [markup], value: markup },
      { type: 'input', inputType: markup, value: markup },
      { type: markup, style: { ...style, iconLeft: url, iconRight: url } },
      {
        type: 'radio_group',
        label: markup,
        childWireframes: [{ ...place, type: 'text', text: markup, id: markup }],
      },
    ];
    const box = { id: id++, x: (i % 20) * 20, y: Math.floor(i / 20) * 20, width: 20, height: 20 };
    return { ...box, ...views[i % views.length] };
  };
  const wireframes = vectors.map(viewOf);
  const adds = vectors.map((vector, i) => ({ parentId: 1, wireframe: viewOf(vector, i + 5) }));
  const title = markupOf(vectors[0], at(vectors[0].name, 'wireframe'));
  return [
    {
      entry: 'wireframe',
      names,
      source: [
        { type: 4, timestamp: AT, data: { href: title, width: 400, height: 800 } },
        { type: 2, timestamp: AT + 1, data: { wireframes, initialOffset: { top: 0, left: 0 } } },
        { type: 3, timestamp: AT + 500, data: { source: 0, adds } },
        {
          type: 3,
          timestamp: AT + 2300,
          data: { source: 1, positions: [{ x: 5, y: 5, id: 11, timeOffset: 0 }] },
        },
      ],
      tells: title,
    },
  ];
}

/** A page that holds one vector and that nobody protects; null for those that need a player. */
export function barePage(vector, at) {
  const { name, nodes, events, declaration, sheet } = vector;
  const own = nodes ? nodes(at) : events?.(at).nodes;
  if (own) return `<!doctype html><title>${name}</title>${own.map(toHtml).join('')}`;
  if (!declaration && !sheet) return null;
  const styled = toHtml(styledBy([vector])[0]);
  return `<!doctype html><title>${name}</title><style>${sheetOf(vector, at)}</style>${styled}`;
}
