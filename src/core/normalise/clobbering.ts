/** Elements that a form or a document has as properties, under what they are called. */
const CALLED = /^(button|embed|fieldset|form|iframe|img|input|object|output|select|textarea)$/i;

/** What is looked up on the nodes of a page to build and to show it. */
const MEMBERS = new Set(
  (
    'addEventListener adoptedStyleSheets after append appendChild attachShadow attributes baseURI before blur body ' +
    'checkVisibility childNodes children classList className clientHeight clientLeft clientTop clientWidth close ' +
    'closest contains createCDATASection createComment createElement createElementNS createRange createTextNode ' +
    'createTreeWalker dataset defaultView dispatchEvent documentElement elementFromPoint firstChild focus fonts ' +
    'getAnimations getAttribute getBoundingClientRect getClientRects getElementsByTagName getRootNode getSelection hasAttribute ' +
    'head implementation insertBefore isConnected lastChild localName matches nextSibling nodeName nodeType ' +
    'nodeValue offsetHeight offsetWidth open ownerDocument parentElement parentNode prepend previousSibling ' +
    'querySelector querySelectorAll remove removeAttribute removeChild removeEventListener scroll scrollBy ' +
    'scrollHeight scrollLeft scrollTo scrollTop scrollWidth setAttribute setAttributeNS shadowRoot style ' +
    'styleSheets tagName textContent write'
  ).split(' '),
);

/**
 * True for an attribute that would put its element in the place of something that a form or document is asked
 * for: `form.appendChild` is the field of that name, if there is one, and the page could not be built.
 * Source: https://html.spec.whatwg.org/#dom-document-nameditem, https://html.spec.whatwg.org/#dom-form-nameditem
 *
 * @param tagName of the element that has it; undefined when it is not known
 */
export function isClobbering(name: string, value: unknown, tagName?: string): boolean {
  if (typeof value !== 'string' || !/^(id|name)$/i.test(name) || !MEMBERS.has(value)) return false;
  return tagName === undefined || CALLED.test(tagName);
}
