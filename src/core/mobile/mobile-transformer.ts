import { EventType, IncrementalSource } from '@rrweb/types';
import { type Fields, asArray, asRecord, isRecord } from '../json.ts';
import { BlockBuilder } from './block-builder.ts';
import { documentNode, SKELETON } from './document.ts';
import { MutationConverter, mutationData, wireframesIn, type Add, type Remove } from './mutation.ts';
import { NodeIds } from './node-ids.ts';
import { NodeTree } from './node-tree.ts';
import { assemble, type Block, element, type ElementNode } from './nodes.ts';
import { findBars, ScreenChrome, type Bars } from './screen-chrome.ts';
import { imageOf } from './views.ts';
import { typeOf, type Wireframe } from './wireframe.ts';

export { screenSizeOf } from './screen-size.ts';

/** Pages of more nodes are not followed: changed nodes go to the end of their parents, as they do in PostHog. */
const MAX_TRACKED = 100_000;

/**
 * Turns the events of one window of an app's recording, handed over in the order of the file, into events of a web
 * page that rrweb can play. Events of web recordings come back as they are.
 * Source: PostHog/posthog: common/replay-shared/src/mobile/index.ts
 */
export class MobileTransformer {
  #isMobile = false;
  /** What the latest full snapshot was of. */
  #page: 'none' | 'web' | 'mobile' = 'none';
  #tree: NodeTree | null = null;
  #ids = new NodeIds();
  #builder = new BlockBuilder(this.#ids);
  #chrome = new ScreenChrome(this.#ids);

  /** True once an event with wireframes was seen. */
  get isMobile(): boolean {
    return this.#isMobile;
  }

  /** True while the page is a website's: only an event with wireframes can change it to an app's. */
  get isOnWebPage(): boolean {
    return this.#page === 'web';
  }

  /** Returns the web event for a mobile one, the same object when there is nothing to convert. Never throws. */
  transform(event: Fields): Fields {
    const data = event['data'];
    // Pages of web recordings may still be packed.
    if (event['type'] === EventType.FullSnapshot && typeof data === 'string')
      return this.#fullSnapshot(event, {});
    if (!isRecord(data)) return event;
    switch (event['type']) {
      case EventType.FullSnapshot:
        return this.#fullSnapshot(event, data);
      case EventType.IncrementalSnapshot:
        return data['source'] === IncrementalSource.Mutation
          ? this.#mutation(event, data)
          : this.#interaction(event, data);
      case EventType.Meta:
        return this.#meta(event, data);
      case EventType.Custom:
        return this.#custom(event, data);
      default:
        return event;
    }
  }

  get #isApp(): boolean {
    return this.#isMobile && this.#page !== 'web';
  }

  #fullSnapshot(event: Fields, data: Fields): Fields {
    const { wireframes } = data;
    if (Array.isArray(wireframes)) return this.#draw(event, wireframes.filter(isRecord));
    this.#page = 'web';
    this.#tree = null;
    return event;
  }

  #draw(event: Fields, wireframes: readonly Wireframe[]): Fields {
    this.#isMobile = true;
    this.#page = 'mobile';
    this.#ids.begin(false);
    this.#builder.reset();
    let bars: Bars = {};
    for (const wireframe of wireframes) bars = { ...bars, ...findBars(wireframe) };
    const app = wireframes
      .map((wireframe) => this.#builder.build(wireframe, SKELETON.body))
      .filter((block) => block !== null);
    const navigationBar = bars.navigation ? this.#chrome.navigationBar(bars.navigation) : null;
    const statusBar = bars.status ? this.#chrome.statusBar(bars.status, event['timestamp']) : null;
    this.#tree = treeOf(app, navigationBar?.id, statusBar?.id);
    const node = documentNode({ app: app.map(assemble), navigationBar, statusBar }, this.#ids);
    return { ...event, type: EventType.FullSnapshot, data: { node, initialOffset: { top: 0, left: 0 } } };
  }

  #mutation(event: Fields, data: Fields): Fields {
    const wireframes = wireframesIn(data);
    if (wireframes.length === 0) {
      const image = this.#page === 'none' ? screenshotIn(data) : null;
      if (image) return this.#frame(event, image);
      return this.#isApp ? this.#bareMutation(event, data) : event;
    }
    this.#isMobile = true;
    const screenshots = wireframes.filter((one) => typeOf(one) === 'screenshot' && imageOf(one) !== null);
    if (this.#page === 'none' && screenshots.length > 0) return this.#draw(event, latestOf(screenshots));
    return this.#convert(event, data);
  }

  /** A page around a screenshot that was converted before but has none. */
  #frame(event: Fields, image: ElementNode): Fields {
    this.#isMobile = true;
    this.#page = 'mobile';
    this.#tree = null;
    this.#ids.begin(false);
    const node = documentNode({ app: [image], navigationBar: null, statusBar: null }, this.#ids);
    return { ...event, type: EventType.FullSnapshot, data: { node, initialOffset: { top: 0, left: 0 } } };
  }

  /** Only removes, without the lists that are empty; or a mutation that was converted before. */
  #bareMutation(event: Fields, data: Fields): Fields {
    const [texts, attributes, removes] = ['texts', 'attributes', 'removes'].map((key) => asArray(data[key]));
    const adds = asArray(data['adds']).filter((add) => isRecord(add) && isRecord(add['node']));
    if ([adds, texts, attributes].every((list) => list?.length === 0)) return this.#convert(event, data);
    this.#tree = null;
    return { ...event, data: { ...data, adds, texts, attributes, removes } };
  }

  #convert(event: Fields, data: Fields): Fields {
    const converter = new MutationConverter(this.#builder, this.#chrome, this.#tree);
    const converted = converter.convert(data, event['timestamp']);
    if (this.#tree && this.#tree.size > MAX_TRACKED) this.#tree = null;
    return { ...event, data: converted };
  }

  /** Touches name no view, but a pointer or nothing: they belong to the body. */
  #interaction(event: Fields, data: Fields): Fields {
    if (!this.#isApp) return event;
    const { source, id, positions } = data;
    if (source === IncrementalSource.TouchMove && Array.isArray(positions)) {
      const moved = positions.filter(isRecord).map((position) => ({ ...position, id: SKELETON.body }));
      return { ...event, data: { ...data, positions: moved } };
    }
    const isTouch = source === IncrementalSource.MouseInteraction || id === 0;
    return isTouch ? { ...event, data: { ...data, id: SKELETON.body } } : event;
  }

  /** Only apps leave the address out. */
  #meta(event: Fields, data: Fields): Fields {
    return typeof data['href'] === 'string' ? event : { ...event, data: { ...data, href: '' } };
  }

  #custom(event: Fields, data: Fields): Fields {
    const payload = asRecord(data['payload']);
    const isKeyboard = data['tag'] === 'keyboard' && typeof payload['open'] === 'boolean';
    if (!isKeyboard || this.#page === 'web') return event;
    const { keyboard, keyboardParent } = SKELETON;
    const removes: Remove[] = [];
    const isThere = this.#tree?.has(keyboard) ?? !payload['open'];
    if (isThere) removes.push({ parentId: keyboardParent, id: keyboard });
    this.#tree?.remove(keyboard);
    if (!payload['open'])
      return { ...event, type: EventType.IncrementalSnapshot, data: mutationData([], removes) };

    this.#tree?.insert(keyboard, keyboardParent);
    const node = this.#chrome.keyboard(payload);
    const adds: Add[] = [
      { parentId: keyboardParent, nextId: null, node: { ...node, childNodes: [] } },
      ...node.childNodes.map((child) => ({ parentId: keyboard, nextId: null, node: child })),
    ];
    return { ...event, type: EventType.IncrementalSnapshot, data: mutationData(adds, removes) };
  }
}

/** The screenshot that a converted mutation begins with. */
function screenshotIn(data: Fields): ElementNode | null {
  for (const add of asArray(data['adds']).slice(0, 3)) {
    const node = asRecord(asRecord(add)['node']);
    const attributes = asRecord(node['attributes']);
    const isScreen = ['data-rrweb-id', 'width', 'height'].every((key) => attributes[key] !== undefined);
    if (node['tagName'] === 'img' && isScreen && isId(node['id'])) {
      const plain = Object.entries(attributes).filter(isPlain);
      return element(node['id'], 'img', Object.fromEntries(plain));
    }
  }
  return null;
}

function isPlain(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number';
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function treeOf(app: readonly Block[], navigationBarId?: number, statusBarId?: number): NodeTree | null {
  const tree = new NodeTree(SKELETON.body);
  const insert = (parentId: number, blocks: readonly Block[]): void => {
    for (const { node, children } of blocks) {
      if (tree.size > MAX_TRACKED) return;
      tree.insert(node.id, parentId);
      insert(node.id, children);
    }
  };
  insert(SKELETON.body, app);
  tree.insert(SKELETON.keyboardParent, SKELETON.body);
  tree.insert(SKELETON.navigationBarParent, SKELETON.body);
  tree.insert(SKELETON.statusBarParent, SKELETON.body);
  if (navigationBarId !== undefined) tree.insert(navigationBarId, SKELETON.navigationBarParent);
  if (statusBarId !== undefined) tree.insert(statusBarId, SKELETON.statusBarParent);
  return tree.size > MAX_TRACKED ? null : tree;
}

/** One wireframe for each id, the last one. */
function latestOf(wireframes: readonly Wireframe[]): readonly Wireframe[] {
  return [...new Map(wireframes.map((wireframe) => [wireframe['id'], wireframe])).values()];
}
