import { expect } from '@open-wc/testing';
import { Replayer } from '@rrweb/replay';
import { hardenRealm } from '../../src/rrweb-view/patches/harden-realm.ts';

const EVENTS = [
  { type: 4, timestamp: 1, data: { href: 'https://x.test/', width: 10, height: 10 } },
  { type: 3, timestamp: 2, data: { source: 3, id: 1, x: 0, y: 0 } },
] as const;

describe('hardenRealm', () => {
  let root: HTMLElement;
  let field: HTMLInputElement;
  let replayer: Replayer;
  beforeEach(() => {
    field = document.body.appendChild(document.createElement('input'));
    root = document.body.appendChild(document.createElement('div'));
    root.inert = true;
    replayer = new Replayer([...EVENTS], { root, showWarning: false, useVirtualDom: false });
    hardenRealm(replayer);
  });
  afterEach(() => {
    replayer.destroy();
    root.remove();
    field.remove();
  });

  const element = (id: number, tagName: string, attributes = {}, childNodes: unknown[] = []) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const pageOf = (first: number, ...inBody: unknown[]) => ({
    type: 0,
    id: first,
    childNodes: [element(first + 1, 'html', {}, [element(first + 2, 'body', {}, inBody)])],
  });

  /** Applies one event of the recording at once. */
  function apply(method: 'rebuildFullSnapshot' | 'applyIncremental', type: number, data: object): void {
    const core: unknown = Reflect.get(replayer, method);
    if (typeof core !== 'function') throw new Error('The core has changed');
    Reflect.apply(core, replayer, [{ type, timestamp: 1, data }, false]);
  }
  const show = (...inBody: unknown[]) =>
    apply('rebuildFullSnapshot', 2, { node: pageOf(1, ...inBody), initialOffset: { top: 0, left: 0 } });
  const mutate = (data: object) =>
    apply('applyIncremental', 3, { source: 0, texts: [], attributes: [], removes: [], adds: [], ...data });
  const nodeOf = (id: number) => replayer.getMirror().getNode(id) as unknown as HTMLElement;
  const namesOf = (id: number) => nodeOf(id).getAttributeNames();

  /** The page of a frame on the page, with things in it. */
  function frameWith(...inBody: unknown[]): void {
    show(element(20, 'iframe'));
    mutate({ adds: [{ parentId: 20, nextId: null, node: pageOf(100, ...inBody) }], isAttachIframe: true });
  }

  const given = { 'src': '/x', 'SRCDOC': 'x', 'name': 'x', 'http-equiv': 'x', 'class': 'x' };
  const kept: readonly [tagName: string, names: string[]][] = [
    ['iframe', ['http-equiv', 'class']],
    ['frame', ['srcdoc', 'http-equiv', 'class']],
    ['meta', ['src', 'srcdoc', 'name', 'class']],
    ['img', ['src', 'srcdoc', 'name', 'http-equiv', 'class']],
  ];
  for (const [tagName, names] of kept) {
    it(`gives ${tagName} no more than ${names.join(', ')}`, () => {
      show(element(10, tagName, given), element(11, tagName));
      mutate({ attributes: [{ id: 11, attributes: given }] });
      expect(namesOf(10)).to.deep.equal(names);
      expect(namesOf(11)).to.deep.equal(names);
      frameWith(element(110, tagName, given));
      expect(namesOf(110)).to.deep.equal(names);
    });
  }

  it('shows modal dialogs and leaves the focus where it is', () => {
    const modal = { open: '', rr_open_mode: 'modal' };
    field.focus();
    show(element(10, 'dialog', modal, [element(11, 'input')]));
    expect(nodeOf(10).matches(':modal')).to.be.true;
    frameWith(element(110, 'dialog', modal, [element(111, 'input')]));
    expect(nodeOf(110).matches(':modal')).to.be.true;
    // An assertion on elements would print all of the page.
    expect(document.activeElement === field).to.be.true;
    expect(nodeOf(110).inert).to.be.false;
  });

  it('leaves a dialog inert that is', () => {
    show(element(10, 'dialog', { open: '', rr_open_mode: 'modal', inert: '' }));
    expect(nodeOf(10).inert).to.be.true;
  });

  it('lets nobody hear of media that cannot play', async () => {
    const played = { src: 'data:,', rr_mediaState: 'played' };
    const refused: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => refused.push(event.reason);
    addEventListener('unhandledrejection', note);
    show(element(10, 'video', played));
    frameWith(element(110, 'video', played));
    await (nodeOf(110) as HTMLVideoElement).play();
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', note);
    expect(refused).to.deep.equal([]);
  });

  it('keeps media silent, whatever the recording says of it', () => {
    const heard = { src: 'data:,', rr_mediaState: 'played', rr_mediaMuted: false };
    const isMuted = (id: number) => (nodeOf(id) as HTMLMediaElement).muted;
    show(element(10, 'video', heard));
    expect(isMuted(10)).to.be.true;
    frameWith(element(110, 'audio', heard));
    for (const type of [0, 3])
      apply('applyIncremental', 3, { source: 7, type, id: 110, currentTime: 0, volume: 1, muted: false });
    expect(isMuted(110)).to.be.true;
  });

  describe('where a part is missing', () => {
    const realmOf = (given: Replayer) =>
      given.iframe.contentWindow as unknown as Record<string, { prototype: object }>;
    const other = () => new Replayer([...EVENTS], { root, showWarning: false, useVirtualDom: false });
    const parts: readonly [name: string, remove: (given: Replayer) => void][] = [
      ...[
        'HTMLIFrameElement',
        'HTMLFrameElement',
        'HTMLMetaElement',
        'HTMLDialogElement',
        'HTMLMediaElement',
        'Element',
      ]
        .map(
          (name) => [name, (given: Replayer) => void Reflect.deleteProperty(realmOf(given), name)] as const,
        )
        .map(([name, remove]): [string, (given: Replayer) => void] => [name, remove]),
      [
        'setAttribute',
        (given) => void Reflect.deleteProperty(realmOf(given)['Element']!.prototype, 'setAttribute'),
      ],
      [
        'showModal',
        (given) => void Reflect.deleteProperty(realmOf(given)['HTMLDialogElement']!.prototype, 'showModal'),
      ],
      ['play', (given) => void Reflect.deleteProperty(realmOf(given)['HTMLMediaElement']!.prototype, 'play')],
      ['attachDocumentToIframe', (given) => void Reflect.set(given, 'attachDocumentToIframe', undefined)],
      ['the window', (given) => given.iframe.remove()],
      ['the sandbox', (given) => given.iframe.removeAttribute('sandbox')],
      ['a sandbox without scripts', (given) => given.iframe.sandbox.add('allow-scripts')],
    ];
    for (const [name, remove] of parts) {
      it(`refuses the page without ${name}`, () => {
        const broken = other();
        remove(broken);
        expect(() => hardenRealm(broken)).to.throw(/safe|sandboxed/);
        broken.destroy();
      });
    }
  });
});
