/**
 * `staticPage()`: the replayed page as it is, as HTML without scripts, and how it is shown. Put into the page before
 * anything else runs, as text.
 */
export function installStaticPage() {
  if (window !== window.top) return;

  /** As of a replayed page: nothing of it is fetched. */
  const POLICY =
    "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline' data:; font-src data:; media-src data: blob:";

  const rulesOf = (sheet) => [...(sheet?.cssRules ?? [])].map(({ cssText }) => cssText).join('\n');

  /** What of an element its attributes and children do not tell. */
  const STATE = {
    // Rules that were put in one by one are in no text.
    style: ({ sheet }, copy) => (copy.textContent = rulesOf(sheet)),
    textarea: ({ value }, copy) => (copy.textContent = value),
    input: ({ value, checked }, copy) => {
      copy.setAttribute('value', value);
      copy.toggleAttribute('checked', checked);
    },
    option: ({ selected }, copy) => copy.toggleAttribute('selected', selected),
  };

  window.staticPage = (page = window.probe.replayed()) => {
    const { frameElement, scrollX, scrollY } = page.defaultView;
    const root = page.documentElement.cloneNode(true);
    const copies = root.getElementsByTagName('*');
    for (const [i, element] of [...page.documentElement.getElementsByTagName('*')].entries()) {
      // A copy has none, and the recordings of the bench have none.
      if (element.shadowRoot) throw new Error('Shadow roots are not copied');
      STATE[element.localName]?.(element, copies[i]);
    }
    const adopted = page.createElement('style');
    adopted.textContent = page.adoptedStyleSheets.map(rulesOf).join('\n');
    const policy = page.createElement('meta');
    Object.assign(policy, { httpEquiv: 'Content-Security-Policy', content: POLICY });
    const head = root.querySelector('head');
    head.prepend(policy);
    head.append(adopted);
    const { x, y, width } = frameElement.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = frameElement;
    return {
      html: `<!doctype html>${root.outerHTML}`,
      size: { width: offsetWidth, height: offsetHeight },
      place: { x, y, scale: width / offsetWidth },
      scroll: { left: scrollX, top: scrollY },
    };
  };
}
