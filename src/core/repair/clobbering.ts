/** Elements that a form has as properties, under what they are called. */
const IN_FORMS = /^(button|fieldset|img|input|object|output|select|textarea)$/i;
/** Elements that a document has as properties. */
const IN_DOCUMENTS = /^(embed|form|iframe|img|object)$/i;

/** What is looked up on the elements of a page, and on documents as well, to build and to show it. */
const MEMBERS = new Set(
  (
    'addEventListener after append appendChild attachShadow attributes baseURI before blur checkVisibility ' +
    'childNodes children classList className clientHeight clientLeft clientTop clientWidth closest contains dataset ' +
    'dispatchEvent firstChild focus getAnimations getAttribute getBoundingClientRect getClientRects ' +
    'getElementsByTagName getRootNode hasAttribute insertBefore isConnected lastChild localName matches nextSibling ' +
    'nodeName nodeType nodeValue offsetHeight offsetWidth ownerDocument parentElement parentNode prepend ' +
    'previousSibling querySelector querySelectorAll remove removeAttribute removeChild removeEventListener scroll ' +
    'scrollBy scrollHeight scrollLeft scrollTo scrollTop scrollWidth setAttribute setAttributeNS shadowRoot style ' +
    'tagName textContent'
  ).split(' '),
);

/** What is looked up on documents only. */
const OF_DOCUMENTS = new Set(
  (
    'adoptedStyleSheets body caretRangeFromPoint close createCDATASection createComment createElement createElementNS createRange ' +
    'createTextNode createTreeWalker defaultView documentElement elementFromPoint fonts getSelection head ' +
    'implementation open styleSheets write'
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
  if (typeof value !== 'string' || !/^(id|name)$/i.test(name)) return false;
  const isIn = (tags: RegExp) => tagName === undefined || tags.test(tagName);
  return (
    (MEMBERS.has(value) && (isIn(IN_FORMS) || isIn(IN_DOCUMENTS))) ||
    (OF_DOCUMENTS.has(value) && isIn(IN_DOCUMENTS))
  );
}
