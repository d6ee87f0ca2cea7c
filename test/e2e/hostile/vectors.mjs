import { comment, el, svg, text } from './nodes.mjs';

/**
 * What a recording may hold to reach out of its page, each with an address that belongs to it alone.
 *
 * @typedef {object} At
 * @property {(file?: string) => string} url at the trap; the end of the name decides what would be served
 * @property {string} origin of these addresses
 * @property {string} run JavaScript that trips a wire on the host page and asks the trap for something
 *
 * @typedef {object} Vector
 * @property {string} name unique; letters, digits and hyphens, because it becomes the name of a host
 * @property {'page' | 'clobber'} [group] kept apart from the others: `page` ones change what the whole page may
 *   load or where it is, `clobber` ones take the names of what a player calls
 * @property {(at: At) => object[]} [nodes] what it is made of
 * @property {(at: At) => [property: string, value: string]} [declaration] or one declaration of a style
 * @property {(at: At) => string} [sheet] or a style sheet; `.NAME` is there to be styled
 * @property {(at: At) => {nodes?: object[], events: (ids: number[]) => object[]}} [events] or data of incremental
 *   events, given the numbers of its nodes
 */

const element =
  (tagName, attributes, ...children) =>
  (at) => [el(tagName, attributes(at), ...children.map((child) => child(at)))];

/** Documents that frames bring along in an attribute. */
const srcdoc = (html) => element('iframe', (at) => ({ srcdoc: html(at) }));

const link = (rel, more = {}, file = 'x.png') =>
  element('link', (at) => ({ rel, href: at.url(file), ...more }));

const svgIn = (build) => (at) => [svg('svg', { width: '20', height: '20' }, ...build(at))];

const handler =
  (tagName, name, more = () => ({})) =>
  (at) => [el(tagName, { ...more(at), [name]: at.run })];

/** @type {Record<string, Vector['nodes']>} */
const LOADS = {
  'img-src': element('img', (at) => ({ src: at.url() })),
  'img-src-upper-case': element('IMG', (at) => ({ SRC: at.url() })),
  'img-srcset': element('img', (at) => ({ srcset: `${at.url()} 1x, ${at.url()} 2x` })),
  'img-protocol-relative': element('img', (at) => ({ src: at.url().replace('http:', '') })),
  'img-attributionsrc': element('img', (at) => ({ src: 'data:,', attributionsrc: at.url() })),
  'img-data-url-of-recording': element('img', (at) => ({ src: 'data:,', rr_dataURL: at.url() })),
  'img-legacy': element('img', (at) => ({ lowsrc: at.url(), dynsrc: at.url(), longdesc: at.url() })),
  'image-element': element('image', (at) => ({ src: at.url() })),
  'picture-source': (at) => [el('picture', {}, el('source', { srcset: at.url() }), el('img', { alt: '' }))],
  'input-image': element('input', (at) => ({ type: 'image', src: at.url() })),
  'video-src': element('video', (at) => ({ src: at.url('x.mp4'), preload: 'auto' })),
  'video-poster': element('video', (at) => ({ poster: at.url() })),
  'video-played': element('video', (at) => ({ src: at.url('x.mp4'), rr_mediaState: 'played' })),
  'video-source': (at) => [el('video', { autoplay: '' }, el('source', { src: at.url('x.mp4') }))],
  'audio-src': element('audio', (at) => ({ src: at.url('x.mp3'), autoplay: '', loop: '' })),
  track: (at) => [
    el(
      'video',
      { src: 'data:video/mp4,' },
      el('track', { src: at.url('x.vtt'), default: '', kind: 'captions' }),
    ),
  ],
  'body-background': element('body', (at) => ({ background: at.url() })),
  'table-background': (at) => [
    el(
      'table',
      { background: at.url() },
      el('tbody', {}, el('tr', {}, el('td', { background: at.url('cell.png') }))),
    ),
  ],
  'canvas-data-url-of-recording': element('canvas', (at) => ({ rr_dataURL: at.url() })),
  bgsound: element('bgsound', (at) => ({ src: at.url('x.mp3') })),
  'html-manifest': element('html', (at) => ({ manifest: at.url('x.appcache') })),
  'nested-player': element('portable-replay', (at) => ({ src: at.url('x.json') })),
  'link-stylesheet': link('stylesheet', {}, 'x.css'),
  'link-stylesheet-alternate': link('alternate stylesheet', { title: 'x' }, 'x.css'),
  'link-stylesheet-upper-case': element('LINK', (at) => ({ REL: 'STYLESHEET', HREF: at.url('x.css') })),
  'link-stylesheet-data-import': element('link', (at) => ({
    rel: 'stylesheet',
    href: `data:text/css,@import "${at.url('x.css')}";`,
  })),
  'link-icon': link('icon'),
  'link-manifest': link('manifest', {}, 'x.json'),
  'link-import': link('import', {}, 'x.html'),
  'link-preload-image': link('preload', { as: 'image' }),
  'link-preload-imagesrcset': element('link', (at) => ({
    rel: 'preload',
    as: 'image',
    imagesrcset: `${at.url()} 1x`,
  })),
  'link-preload-font': link('preload', { as: 'font', crossorigin: '' }, 'x.woff'),
  'link-preload-script': link('preload', { as: 'script' }, 'x.js'),
  'link-preload-fetch': link('preload', { as: 'fetch', crossorigin: '' }, 'x.json'),
  'link-modulepreload': link('modulepreload', {}, 'x.js'),
  'link-prefetch': link('prefetch', {}, 'x.json'),
  'link-prerender': link('prerender', {}, 'x.html'),
  'link-preconnect': link('preconnect'),
  'link-preconnect-crossorigin': link('preconnect', { crossorigin: '' }),
  'link-preconnect-among-others': link('nofollow\tPreconnect\fother'),
  'link-preconnect-name-upper-case': element('link', (at) => ({ REL: 'preconnect', href: at.url() })),
  'link-preconnect-tag-upper-case': element('LINK', (at) => ({ rel: 'preconnect', href: at.url() })),
  'link-dns-prefetch': link('dns-prefetch'),
  'link-dns-prefetch-name-mixed': element('link', (at) => ({ rEl: 'dns-prefetch', href: at.url() })),
  'link-compression-dictionary': link('compression-dictionary'),
  // A browser looks up where links of a page lead to, as long as the page does not forbid it.
  'a-href': element(
    'a',
    (at) => ({ href: at.url('x.html') }),
    () => text('a'),
  ),
  'area-href': (at) => [el('map', { name: 'm' }, el('area', { href: at.url('x.html'), shape: 'default' }))],
};

/** @type {Record<string, Vector['nodes']>} */
const DRAWINGS = {
  'svg-image': svgIn((at) => [el('image', { href: at.url(), width: '9', height: '9' })]),
  'svg-image-xlink': svgIn((at) => [el('image', { 'xlink:href': at.url(), width: '9', height: '9' })]),
  'svg-use': svgIn((at) => [el('use', { href: at.url('x.svg#a') })]),
  'svg-fe-image': svgIn((at) => [
    el('filter', { id: 'f' }, el('feImage', { href: at.url() })),
    el('rect', { width: '9', height: '9', filter: 'url(#f)' }),
  ]),
  'svg-set-href': svgIn((at) => [
    el('image', { width: '9', height: '9' }, el('set', { attributeName: 'href', to: at.url() })),
  ]),
  'svg-animate-href': svgIn((at) => [
    el(
      'image',
      { width: '9', height: '9' },
      el('animate', { attributeName: 'href', values: `${at.url()};${at.url('2.png')}`, dur: '1s' }),
    ),
  ]),
  'svg-fill': svgIn((at) => [el('rect', { width: '9', height: '9', fill: `url(${at.url('x.svg')}#p)` })]),
  'svg-mask': svgIn((at) => [el('rect', { width: '9', height: '9', mask: `url(${at.url('x.svg')}#m)` })]),
  'svg-filter': svgIn((at) => [el('rect', { width: '9', height: '9', filter: `url(${at.url('x.svg')}#f)` })]),
  'svg-marker': svgIn((at) => [el('path', { d: 'M0 0h9', 'marker-end': `url(${at.url('x.svg')}#m)` })]),
  'svg-cursor': svgIn((at) => [el('rect', { width: '9', height: '9', cursor: `url(${at.url()}), auto` })]),
  'svg-gradient-href': svgIn((at) => [
    el('linearGradient', { id: 'g', href: at.url('x.svg#g') }),
    el('rect', { width: '9', height: '9', fill: 'url(#g)' }),
  ]),
  'svg-style': svgIn((at) => [el('style', {}, `@import "${at.url('x.css')}";`)]),
  'svg-font-face-uri': svgIn((at) => [
    el('font-face', {}, el('font-face-src', {}, el('font-face-uri', { href: at.url('x.svg') }))),
  ]),
  'svg-foreign-object': (at) => [
    svg('svg', {}, svg('foreignObject', {}, { ...el('img', { src: at.url() }), isHtml: true })),
  ],
  'svg-script-href': svgIn((at) => [el('script', { href: at.url('x.js') })]),
  'svg-script-inline': svgIn((at) => [el('script', {}, at.run)]),
  'svg-onload': (at) => [svg('svg', { onload: at.run })],
  'svg-animate-onbegin': svgIn((at) => [
    el('animate', { attributeName: 'x', dur: '1s', onbegin: at.run, onend: at.run }),
  ]),
  'svg-a-javascript': svgIn((at) => [el('a', { 'xlink:href': `javascript:${at.run}` }, el('rect'))]),
  'svg-data-image': element('img', (at) => ({
    src: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${at.url()}"/><script>${at.run}</script></svg>`)}`,
  })),
  'math-href': (at) => [el('math', { href: at.url() }, el('maction', { 'xlink:href': at.url() }, 'x'))],
};

/** @type {Record<string, Vector['nodes']>} */
const SCRIPTS = {
  'script-src': element('script', (at) => ({ src: at.url('x.js') })),
  'script-src-upper-case': element('SCRIPT', (at) => ({ src: at.url('x.js') })),
  'script-inline': (at) => [el('script', {}, at.run)],
  'script-inline-upper-case': (at) => [el('SCRIPT', {}, at.run)],
  'script-module': (at) => [el('script', { type: 'module' }, `import "${at.url('x.js')}"; ${at.run}`)],
  'script-module-upper-case': (at) => [
    el('SCRIPT', { type: 'module' }, `import "${at.url('x.js')}"; ${at.run}`),
  ],
  'script-speculation-rules': (at) => [
    el('SCRIPT', { type: 'speculationrules' }, `{"prefetch":[{"urls":["${at.url('x.html')}"]}]}`),
  ],
  'script-connections': (at) => [
    el(
      'SCRIPT',
      {},
      `new WebSocket("${at.url().replace('http', 'ws')}"); new EventSource("${at.url()}"); navigator.sendBeacon("${at.url()}")`,
    ),
  ],
  'noscript-img': (at) => [el('noscript', {}, el('img', { src: at.url() }))],
  'img-onerror': handler('img', 'onerror', () => ({ src: 'data:,' })),
  'img-onload-upper-case': handler('img', 'ONLOAD', () => ({
    src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
  })),
  'body-onload': handler('body', 'onload'),
  'details-ontoggle': handler('details', 'ontoggle', () => ({ open: '' })),
  'input-onfocus': handler('input', 'onfocus', () => ({ autofocus: '' })),
  'video-onerror': handler('video', 'onerror', () => ({ src: 'data:,' })),
  'style-onload': (at) => [el('style', { _cssText: 'i {}', onload: at.run })],
  'iframe-onload': handler('iframe', 'onload'),
  'object-onerror': handler('object', 'onerror', () => ({ data: 'data:,' })),
  'div-onanimationstart': handler('div', 'onanimationstart', () => ({ style: 'animation: rotate 1s' })),
  'div-onscroll': (at) => [
    el(
      'div',
      { onscroll: at.run, style: 'height: 9px; overflow: auto', rr_scrollTop: 40 },
      el('div', { style: 'height: 99px' }),
    ),
  ],
  'a-javascript': element('a', (at) => ({ href: `javascript:${at.run}`, autofocus: '' })),
  'iframe-javascript': element('iframe', (at) => ({ src: `javascript:${at.run}` })),
  'object-javascript': element('object', (at) => ({ data: `javascript:${at.run}` })),
  'embed-javascript': element('embed', (at) => ({ src: `javascript:${at.run}` })),
  'form-javascript': (at) => [
    el('form', { action: `javascript:${at.run}` }, el('button', { formaction: `javascript:${at.run}` })),
  ],
  'custom-element': (at) => [
    { ...el('x-hostile', { onconnected: at.run, onload: at.run }), isCustom: true, isShadowHost: true },
  ],
  'attribute-breaking-out': (at) => [
    el('p', { title: `"><img src=x onerror='${at.run}'>`, class: `"><script>${at.run}</script>` }),
  ],
  'text-as-markup': (at) => [el('p', {}, `<img src="${at.url()}"></p><script>${at.run}</script>`)],
  'style-breaking-out': (at) => [
    el('style', { _cssText: `i {} </style><script>${at.run}</script><img src="${at.url()}">` }),
  ],
  'comment-breaking-out': (at) => [
    comment(`--><img src="${at.url()}" onerror='${at.run}'><!--[if IE]><img src="${at.url()}"><![endif]`),
  ],
  'xslt-instruction': (at) => [comment(`?xml-stylesheet type="text/xsl" href="${at.url('x.xsl')}"?`)],
  'cdata-section': (at) => [{ type: 4, textContent: `<img src="${at.url()}" onerror='${at.run}'>` }],
  'template-shadow-root': (at) => [
    el(
      'div',
      {},
      el('template', { shadowrootmode: 'open' }, el('img', { src: at.url() }), el('SCRIPT', {}, at.run)),
    ),
  ],
};

/** @type {Record<string, Vector['nodes']>} */
const FRAMES = {
  'iframe-src': element('iframe', (at) => ({ src: at.url('x.html') })),
  'iframe-src-upper-case': element('IFRAME', (at) => ({ SRC: at.url('x.html') })),
  'iframe-data': element('iframe', (at) => ({
    src: `data:text/html,<img src="${at.url()}"><script>${at.run}</script>`,
  })),
  'iframe-allowed-all': element('iframe', (at) => ({
    sandbox: 'allow-scripts allow-same-origin allow-top-navigation allow-popups allow-modals allow-downloads',
    allow: 'fullscreen *; autoplay *; camera *',
    allowfullscreen: '',
    csp: 'script-src *',
    srcdoc: `<script>${at.run}; top.location = "${at.url('x.html')}"</script>`,
  })),
  'srcdoc-img': srcdoc((at) => `<img src="${at.url()}">`),
  'srcdoc-upper-case': element('iframe', (at) => ({ SRCDOC: `<img src="${at.url()}">` })),
  'srcdoc-script': srcdoc((at) => `<script>${at.run}</script><body onload='${at.run}'>`),
  'srcdoc-preconnect': srcdoc((at) => `<link rel="preconnect" href="${at.url()}">`),
  'srcdoc-dns-prefetch': srcdoc((at) => `<link rel="dns-prefetch" href="${at.url()}">`),
  'srcdoc-a-href': srcdoc(
    (at) =>
      `<meta http-equiv="x-dns-prefetch-control" content="on"><a href="${at.url('x.html')}" autofocus>a</a>`,
  ),
  'srcdoc-style': srcdoc((at) => `<style>@import "${at.url('x.css')}";</style>`),
  'srcdoc-refresh': srcdoc(
    (at) => `<meta http-equiv="refresh" content="0;url=${at.url('x.html')}"><base target="_top">`,
  ),
  'srcdoc-form': srcdoc(
    (at) => `<form action="${at.url('x.html')}" target="_top"><input type="submit" autofocus></form>`,
  ),
  'srcdoc-shadow-root': srcdoc(
    (at) => `<div><template shadowrootmode="open"><img src="${at.url()}"></template></div>`,
  ),
  'srcdoc-in-srcdoc': srcdoc(
    (at) =>
      `<iframe srcdoc='<link rel=preconnect href="${at.url()}"><img src="${at.url()}"><script src="${at.url('x.js')}"></script>'></iframe>`,
  ),
  'frame-src': (at) => [el('frameset', {}, el('frame', { src: at.url('x.html') }))],
  'object-data': element('object', (at) => ({ data: at.url('x.svg') })),
  'object-html': element('object', (at) => ({ data: at.url('x.html'), type: 'text/html' })),
  'object-data-document': element('object', (at) => ({
    data: `data:text/html,<img src="${at.url()}"><script>${at.run}</script>`,
    type: 'text/html',
  })),
  'embed-src': element('embed', (at) => ({ src: at.url('x.svg') })),
  'embed-html': element('embed', (at) => ({ src: at.url('x.html'), type: 'text/html' })),
  applet: element('applet', (at) => ({ archive: at.url('x.jar'), code: 'X', codebase: at.origin })),
  portal: element('portal', (at) => ({ src: at.url('x.html') })),
  fencedframe: element('fencedframe', (at) => ({ src: at.url('x.html') })),
};

/** @type {Record<string, Vector['nodes']>} */
const MOVES = {
  'form-auto-submit': (at) => [
    el('form', { action: at.url('x.html'), target: '_top' }, el('input', { type: 'submit', autofocus: '' })),
  ],
  'a-ping': (at) => [el('a', { href: '#x', ping: at.url(), autofocus: '' }, 'a')],
  'a-download': (at) => [el('a', { href: 'data:text/plain,x', download: at.origin, autofocus: '' }, 'a')],
  'a-blank': (at) => [el('a', { href: at.url('x.html'), target: '_blank', accesskey: 'x' }, 'a')],
  'a-top': (at) => [el('a', { href: at.url('x.html'), target: '_top', accesskey: 'y' }, 'a')],
  autofocus: () => [el('input', { autofocus: '', accesskey: 'z' })],
  'autofocus-editable': () => [el('div', { contenteditable: '', autofocus: '', tabindex: '1' }, 'x')],
  'dialog-open': () => [el('dialog', { open: '' }, el('input', { autofocus: '' }))],
  'dialog-modal': () => [el('dialog', { open: '', rr_open_mode: 'modal' }, el('input', { autofocus: '' }))],
  'dialog-non-modal': () => [
    el('dialog', { open: '', rr_open_mode: 'non-modal' }, el('button', { autofocus: '' })),
  ],
  popover: () => [
    el('div', { popover: 'auto', id: 'pop' }, el('input', { autofocus: '' })),
    el('button', { popovertarget: 'pop', autofocus: '' }),
  ],
  'audio-heard': () => [el('audio', { src: SOUND, autoplay: '', loop: '', rr_mediaState: 'played' })],
  'audio-unmuted': () => [
    el('audio', { src: SOUND, loop: '', rr_mediaState: 'played', rr_mediaMuted: false, rr_mediaVolume: 1 }),
  ],
  'img-blob': (at) => [el('img', { src: `blob:${at.origin}/0`, onerror: at.run })],
  'attribute-names': (at) => [
    el('p', {
      ['x'.repeat(100_000)]: '1',
      constructor: at.run,
      toString: at.run,
      'on click': at.run,
      'onerror=x ': at.run,
      '\u0000onload': at.run,
      '"><script>': at.run,
    }),
    el('p', JSON.parse(`{"__proto__": {"hostile": true}, "__defineGetter__": "x"}`)),
  ],
  'tag-names': (at) => [
    el(`img src=${at.url()}`),
    el(`x><img src=${at.url()}>`),
    el('__proto__'),
    el('constructor'),
    el('html:script', {}, at.run),
    el('svg:script', { href: at.url('x.js') }),
  ],
  'iframe-name': () => [el('iframe', { name: 'host-target' }), el('iframe', { name: 'host-frame' })],
  'ids-of-host': () => [
    el('a', { id: 'tripwire', name: 'tripwire' }),
    el('form', { id: 'host-field', name: 'portableReplay' }),
    el('p', { id: '__proto__', name: 'constructor' }),
  ],
};

/** @type {Record<string, Vector['nodes']>} */
const PAGE_WIDE = {
  'meta-refresh': element('meta', (at) => ({
    'http-equiv': 'refresh',
    content: `0;url=${at.url('x.html')}`,
  })),
  'meta-refresh-upper-case': element('META', (at) => ({
    'HTTP-EQUIV': 'REFRESH',
    CONTENT: `0;URL=${at.url('x.html')}`,
  })),
  'meta-refresh-javascript': element('meta', (at) => ({
    'http-equiv': 'refresh',
    content: `0;url=javascript:${at.run}`,
  })),
  'meta-policy': element('meta', (at) => ({
    'http-equiv': 'Content-Security-Policy',
    content: `default-src * 'unsafe-inline' 'unsafe-eval' data: blob:; report-uri ${at.url()}`,
  })),
  'meta-policy-lower-case': element('meta', (at) => ({
    'http-equiv': 'content-security-policy',
    content: `style-src 'none'; img-src 'none'; report-uri ${at.url()}; require-trusted-types-for 'script'`,
  })),
  'meta-policy-report-only': element('meta', (at) => ({
    'http-equiv': 'Content-Security-Policy-Report-Only',
    content: `default-src 'none'; report-uri ${at.url()}`,
  })),
  'meta-dns-prefetch': (at) => [
    el('meta', { 'http-equiv': 'x-dns-prefetch-control', content: 'on' }),
    el('a', { href: at.url('x.html') }, 'a'),
  ],
  'meta-others': (at) => [
    el('meta', { 'http-equiv': 'set-cookie', content: 'hostile=1' }),
    el('meta', { 'http-equiv': 'accept-ch', content: `sec-ch-ua-model ${at.origin}` }),
    el('meta', { 'http-equiv': 'origin-trial', content: 'x' }),
    el('meta', { 'http-equiv': 'reporting-endpoints', content: `x="${at.url()}"` }),
  ],
  'base-href': (at) => [el('base', { href: at.url(''), target: '_top' }), el('img', { src: 'x.png' })],
  'base-javascript': (at) => [el('base', { href: `javascript:${at.run}` }), el('a', { href: '#' }, 'a')],
};

/** Names that scripts look up on a form or document, and find an element of the page instead. */
const CLOBBERED = [
  ...['appendChild', 'insertBefore', 'removeChild', 'childNodes', 'nodeName', 'nodeType', 'parentNode'],
  ...['setAttribute', 'getAttribute', 'style', 'classList', 'attributes', 'ownerDocument', 'isConnected'],
  ...['shadowRoot', 'attachShadow', 'contains', 'nextSibling', 'tagName', 'dispatchEvent', 'matches'],
  ...['getBoundingClientRect', 'getRootNode', 'parentElement', 'firstChild', 'textContent', 'baseURI'],
];
const CLOBBERED_DOCUMENT = [
  ...['head', 'body', 'documentElement', 'defaultView', 'createElement', 'createElementNS'],
  ...['getElementsByTagName', 'querySelectorAll', 'createTextNode', 'adoptedStyleSheets', 'fonts'],
  ...['appendChild', 'open', 'close', 'addEventListener', 'scrollingElement', 'implementation'],
];

/** @type {Record<string, Vector['nodes']>} */
const CLOBBERING = {
  'clobber-form': () => [
    el('form', {}, ...CLOBBERED.map((name) => el('input', { name })), el('p', {}, 'behind')),
  ],
  'clobber-form-by-id': () => [
    el('form', {}, ...CLOBBERED.map((id) => el('input', { id })), el('p', {}, 'behind')),
  ],
  'clobber-document': () => CLOBBERED_DOCUMENT.map((name) => el('img', { name })),
  'clobber-document-by-form': () => CLOBBERED_DOCUMENT.map((name) => el('form', { name })),
  'clobber-document-by-id': () => CLOBBERED_DOCUMENT.map((id) => el('object', { id })),
};

/** @type {Record<string, Vector['declaration']>} */
const DECLARATIONS = {
  'css-background': (at) => ['background', `url("${at.url()}")`],
  'css-background-unquoted': (at) => ['background-image', `url(${at.url()})`],
  'css-background-escaped': (at) => ['background-image', `u\\72l("${at.url()}")`],
  'css-background-image-set': (at) => [
    'background-image',
    `image-set("${at.url()}" 1x, "${at.url('2.png')}" 2x)`,
  ],
  'css-background-webkit-image-set': (at) => ['background-image', `-webkit-image-set(url("${at.url()}") 1x)`],
  'css-background-cross-fade': (at) => [
    'background-image',
    `-webkit-cross-fade(url("${at.url()}"), url("${at.url('2.png')}"), 50%)`,
  ],
  'css-mask': (at) => ['mask-image', `url("${at.url()}")`],
  'css-mask-svg': (at) => ['mask', `url("${at.url('x.svg')}#m")`],
  'css-mask-box-image': (at) => ['-webkit-mask-box-image', `url("${at.url()}")`],
  'css-cursor': (at) => ['cursor', `url("${at.url()}"), auto`],
  'css-list-style': (at) => ['list-style-image', `url("${at.url()}")`],
  'css-content': (at) => ['content', `url("${at.url()}")`],
  'css-border-image': (at) => ['border-image', `url("${at.url()}") 1`],
  'css-shape-outside': (at) => ['shape-outside', `url("${at.url()}")`],
  'css-filter': (at) => ['filter', `url("${at.url('x.svg')}#f")`],
  'css-backdrop-filter': (at) => ['backdrop-filter', `url("${at.url('x.svg')}#f")`],
  'css-clip-path': (at) => ['clip-path', `url("${at.url('x.svg')}#c")`],
  'css-box-reflect': (at) => ['-webkit-box-reflect', `below 0 url("${at.url()}")`],
  'css-behavior': (at) => ['behavior', `url("${at.url('x.htc')}")`],
  'css-binding': (at) => ['-moz-binding', `url("${at.url('x.xml')}#b")`],
};

/** @type {Record<string, Vector['sheet']>} */
const SHEETS = {
  'css-import': (at) => `@import "${at.url('x.css')}";`,
  'css-import-url': (at) => `@import url("${at.url('x.css')}") layer(x) supports(display: block) screen;`,
  'css-import-escaped': (at) => `@\\69mport u\\72l(${at.url('x.css')});`,
  'css-import-data': (at) =>
    `@import url("data:text/css,${encodeURIComponent(`@import "${at.url('x.css')}";`)}");`,
  'css-charset-import': (at) => `@charset "utf-8"; @import '${at.url('x.css')}';`,
  'css-namespace': (at) => `@namespace url("${at.url()}");`,
  'css-font-face': (at) =>
    `@font-face { font-family: A; src: url("${at.url('x.woff')}") } .css-font-face { font-family: A }`,
  'css-font-face-escaped': (at) =>
    `@font-face { font-family: B; src: local(none), u\\72l("${at.url('x.woff')}") format("woff") } .css-font-face-escaped { font-family: B }`,
  'css-variable': (at) =>
    `:root { --address: url("${at.url()}") } .css-variable { background: var(--address) }`,
  'css-pseudo-element': (at) => `.css-pseudo-element::before { content: url("${at.url()}") }`,
  'css-marker': (at) => `.css-marker::marker { content: url("${at.url()}") }`,
  'css-first-letter': (at) => `.css-first-letter::first-letter { background: url("${at.url()}") }`,
  'css-keyframes': (at) =>
    `@keyframes k { from, to { background-image: url("${at.url()}") } } .css-keyframes { animation: k 9s infinite }`,
  'css-media': (at) => `@media screen { .css-media { background: url("${at.url()}") } }`,
  'css-supports-layer': (at) =>
    `@layer l { @supports (display: block) { .css-supports-layer { background: url("${at.url()}") } } }`,
  'css-nested': (at) => `body { & .css-nested { background: url("${at.url()}") } }`,
  'css-container': (at) =>
    `body { container-type: inline-size } @container (min-width: 1px) { .css-container { background: url("${at.url()}") } }`,
  'css-counter-style': (at) =>
    `@counter-style c { system: cyclic; symbols: url("${at.url()}") "x" } .css-counter-style { list-style: c }`,
  'css-hover': (at) => `.css-hover:hover, .css-hover { background: url("${at.url()}") }`,
  'css-attribute-reader': (at) =>
    `.css-attribute-reader[class^="css"] { background: url("${at.url('c.png')}") }`,
  'css-visited': (at) => `a:visited, a:link, .css-visited { background: url("${at.url()}") }`,
  'css-html': (at) => `html { background: url("${at.url()}") }`,
};

const SOUND = `data:audio/wav;base64,${wave().toString('base64')}`;

const canvas = (command) => (at) => ({
  nodes: [el('canvas', { width: '9', height: '9' })],
  events: ([id]) => [{ source: 9, id, type: 0, commands: [command(at)].flat() }],
});

const constructed = (rr_type, ...args) => ({ property: 'drawImage', args: [{ rr_type, args }, 0, 0] });

/** A font is only loaded when something is written in it. */
const font = (fields) => (at) => {
  const family = at.origin.replaceAll(/\W/g, '-');
  return {
    nodes: [el('p', { style: `font-family: x${family}` }, 'font')],
    events: () => [{ source: 10, family: `x${family}`, buffer: false, ...fields(at) }],
  };
};

/** What a mouse does to an element, in every way that is recorded. */
const clicks = (...nodes) => {
  const interactions = Array.from({ length: 11 }, (_, type) => type);
  return {
    nodes,
    events: ([id]) => interactions.map((type) => ({ source: 2, type, id, x: 1, y: 1, pointerType: 0 })),
  };
};

/** @type {Record<string, Vector['events']>} */
const EVENTS = {
  'font-event': font((at) => ({ fontSource: `url("${at.url('x.woff')}")` })),
  'font-event-escaped': font((at) => ({ fontSource: `u\\72l("${at.url('x.woff')}")` })),
  'font-event-escaped-first': font((at) => ({ fontSource: `\\75rl(${at.url('x.woff')})` })),
  'font-event-behind-data': font((at) => ({
    fontSource: `url(data:font/woff;base64,AA), url(${at.url('x.woff')})`,
  })),
  'font-event-behind-local': font((at) => ({ fontSource: `local(none), u\\000072l(${at.url('x.woff')})` })),
  'font-event-list': font((at) => ({ fontSource: [`url("${at.url('x.woff')}")`] })),
  'font-event-truthy-buffer': font((at) => ({ fontSource: `url("${at.url('x.woff')}")`, buffer: 'false' })),
  'font-event-no-text': font(() => ({ fontSource: { toString: 1, valueOf: 1 } })),
  'media-played': (at) => ({
    nodes: [el('video', { src: at.url('x.mp4'), preload: 'none' })],
    events: ([id]) => [
      { source: 7, type: 0, id, currentTime: 0, volume: 1, muted: false, playbackRate: 1, loop: true },
    ],
  }),
  'media-heard': () => ({
    nodes: [el('audio', { src: SOUND })],
    events: ([id]) => [
      { source: 7, type: 0, id, currentTime: 0, volume: 1, muted: false, loop: true },
      { source: 7, type: 3, id, volume: 1, muted: false },
    ],
  }),
  'canvas-src': canvas((at) => ({
    property: 'drawImage',
    args: [{ rr_type: 'HTMLImageElement', src: at.url() }, 0, 0],
  })),
  'canvas-image-text': canvas((at) => ({ property: 'drawImage', args: [at.url(), 0, 0] })),
  'canvas-audio': canvas((at) => constructed('Audio', at.url('x.mp3'))),
  'canvas-function': canvas((at) => constructed('Function', at.run)),
  'canvas-worker': canvas((at) => constructed('Worker', at.url('x.js'))),
  'canvas-web-socket': canvas((at) => constructed('WebSocket', at.url().replace('http', 'ws'))),
  'canvas-event-source': canvas((at) => constructed('EventSource', at.url())),
  'canvas-pattern': canvas((at) => ({
    property: 'createPattern',
    args: [{ rr_type: 'ImageBitmap', args: [{ rr_type: 'HTMLImageElement', src: at.url() }] }, 'repeat'],
  })),
  'canvas-svg-frame': canvas((at) =>
    constructed('ImageBitmap', {
      rr_type: 'Blob',
      type: 'image/svg+xml',
      data: [
        {
          rr_type: 'ArrayBuffer',
          base64: Buffer.from(
            `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${at.url()}"/></svg>`,
          ).toString('base64'),
        },
      ],
    }),
  ),
  'canvas-frame-breaking-out': canvas((at) =>
    constructed('ImageBitmap', {
      rr_type: 'Blob',
      type: 'image/png',
      data: [{ rr_type: 'ArrayBuffer', base64: `AA"), url("${at.url()}` }],
    }),
  ),
  'canvas-filter': canvas((at) => [
    { property: 'filter', args: [`url("${at.url('x.svg')}#f")`], setter: true },
    { property: 'fillRect', args: [0, 0, 9, 9] },
  ]),
  'canvas-font': canvas((at) => [
    { property: 'font', args: [`12px x; src: url(${at.url('x.woff')})`], setter: true },
    { property: 'fillText', args: ['x', 0, 0] },
  ]),
  'canvas-prototype': canvas(() => [
    { property: '__proto__', args: [null], setter: true },
    { property: 'constructor', args: ['x'] },
    { property: 'canvas', args: ['x'], setter: true },
  ]),
  'click-link': (at) => clicks(el('a', { href: at.url('x.html'), target: '_top' }, 'a')),
  'click-download': () => clicks(el('a', { href: 'data:text/plain,x', download: 'x.txt' }, 'a')),
  'click-handlers': (at) =>
    clicks(
      el('p', {
        onmousedown: at.run,
        onclick: at.run,
        ondblclick: at.run,
        oncontextmenu: at.run,
        onfocus: at.run,
        onblur: at.run,
        ontouchend: at.run,
      }),
    ),
  'click-submit': (at) =>
    clicks(el('input', { type: 'submit', formaction: at.url('x.html'), form: 'f' }), el('form', { id: 'f' })),
  'click-file': () => clicks(el('input', { type: 'file' })),
  'click-javascript': (at) => clicks(el('a', { href: `javascript:${at.run}` }, 'a')),
  'focus-field': () => clicks(el('input', { value: 'x' })),
  'focus-editable': () => clicks(el('div', { contenteditable: '', tabindex: '0' }, 'x')),
  selection: () => ({
    nodes: [el('div', { contenteditable: '' }, 'select me')],
    events: ([id]) => [{ source: 14, ranges: [{ start: id, startOffset: 0, end: id, endOffset: 1 }] }],
  }),
  'input-event': (at) => ({
    nodes: [el('input', { type: 'image' }), el('input', { type: 'file' })],
    events: ([a, b]) => [a, b].map((id) => ({ source: 5, id, text: at.url(), isChecked: true })),
  }),
  'define-element': () => ({ events: () => [{ source: 16, define: { name: 'hostile-element' } }] }),
  'attribute-names-event': (at) => ({
    nodes: [el('p', {}), el('link', { href: at.url() })],
    events: ([p, preconnect]) => [
      attributesOf(
        p,
        JSON.parse(`{"__proto__": "x", "constructor": "x", "on click": "x", "${'y'.repeat(99)}": "x"}`),
      ),
      attributesOf(p, { style: JSON.parse('{"__proto__": ["x", "important"], "cssText": "x"}') }),
      attributesOf(preconnect, { REL: 'preconnect' }),
    ],
  }),
  'frame-moved': (at) => ({
    nodes: [el('iframe', {})],
    events: ([id]) =>
      ['1.html', '2.html', '3.html'].flatMap((file) => [
        attributesOf(id, { src: at.url(file) }),
        attributesOf(id, { srcdoc: `<a href="${at.url(file)}">a</a>` }),
      ]),
  }),
  'odd-kinds': () => ({
    events: () =>
      [{ toString: 1, valueOf: 1 }, '__proto__', 'constructor', ['constructor'], -1, 1e9].flatMap((odd) => [
        { source: odd },
        { source: 2, type: odd, id: 4 },
        { source: 3, id: odd, x: odd, y: odd },
        { source: 8, styleId: odd, adds: [{ rule: odd, index: odd }] },
        { source: 9, id: odd, type: odd, property: odd, args: [odd] },
      ]),
  }),
  'removed-and-added': (at) => ({
    nodes: [el('div', {}, el('img', { src: at.url() }))],
    events: ([id]) => [{ ...attributesOf(id, {}), removes: [{ parentId: 4, id }] }],
  }),
};

function attributesOf(id, attributes) {
  return { source: 0, texts: [], removes: [], adds: [], attributes: [{ id, attributes }] };
}

/** A second of a tone. */
function wave() {
  const rate = 8000;
  const bytes = Buffer.alloc(44 + rate, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + rate, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(rate, 40);
  for (let i = 0; i < rate; i++) bytes[44 + i] = 128 + Math.round(40 * Math.sin(i / 3));
  return bytes;
}

const listed = (vectors, key, more = {}) =>
  Object.entries(vectors).map(([name, value]) => ({ name, [key]: value, ...more }));

/** @type {readonly Vector[]} */
export const VECTORS = [
  ...[LOADS, DRAWINGS, SCRIPTS, FRAMES, MOVES].flatMap((vectors) => listed(vectors, 'nodes')),
  ...listed(PAGE_WIDE, 'nodes', { group: 'page' }),
  ...listed(CLOBBERING, 'nodes', { group: 'clobber' }),
  ...listed(DECLARATIONS, 'declaration'),
  ...listed(SHEETS, 'sheet'),
  ...listed(EVENTS, 'events'),
];
