import { EventType, IncrementalSource } from '@rrweb/types';
import { expect } from 'chai';
import { adaptEvent } from '../../../src/core/adapt-css/adapt-event.ts';
import { incrementalEvent, type ReplayEvent } from '../../../src/core/recording.ts';

const HOVER = 'a:hover{}';
const ADAPTED = 'a[data-replay-hover]{}';

const text = (id: number, textContent: string, fields = {}) => ({ type: 3, id, textContent, ...fields });
const element = (id: number, tagName: string, attributes: object, childNodes: object[] = []) => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});

function adapted(data: object): object {
  const event = incrementalEvent(0, structuredClone(data) as Record<string, unknown>);
  adaptEvent(event);
  return event.data as object;
}

function adaptedPage(...childNodes: object[]): object {
  const node = { type: 0, id: 1, childNodes: structuredClone(childNodes) };
  const event = { type: EventType.FullSnapshot, timestamp: 0, data: { node } } as unknown as ReplayEvent;
  adaptEvent(event);
  return node.childNodes;
}

describe('adaptEvent', () => {
  const mutation = { source: IncrementalSource.Mutation, removes: [], texts: [], adds: [], attributes: [] };

  it('adapts the sheets of a page and leaves its texts alone', () => {
    expect(
      adaptedPage(
        element(2, 'style', {}, [text(3, HOVER)]),
        element(4, 'link', { _cssText: HOVER, media: '(max-device-width: 1px)' }),
        element(5, 'p', { title: HOVER, style: 'color: red; -moz-box-orient: vertical;' }, [text(6, HOVER)]),
      ),
    ).to.deep.equal([
      element(2, 'style', {}, [text(3, ADAPTED)]),
      element(4, 'link', { _cssText: ADAPTED, media: '(max-width: 1px)' }),
      element(5, 'p', { title: HOVER, style: 'color: red; -webkit-box-orient: vertical;' }, [text(6, HOVER)]),
    ]);
  });

  it('puts a sheet that was recorded in one piece into its texts, wherever it was cut', () => {
    const css = 'a:ho/* rr_split */ver{width:0/* rr_split */px}';
    const style = element(2, 'style', { _cssText: css }, [text(3, ''), text(4, ''), text(5, '')]);
    const pieces = [text(3, 'a[data-replay-hover]'), text(4, '{width:0'), text(5, 'px}')];
    expect(adaptedPage(style)).to.deep.equal([element(2, 'style', {}, pieces)]);
    const single = element(2, 'style', { _cssText: css }, [text(3, '')]);
    const whole = 'a[data-replay-hover]{width:0px}';
    expect(adaptedPage(single)).to.deep.equal([element(2, 'style', { _cssText: whole }, [text(3, '')])]);
  });

  it('adapts what is added to a page', () => {
    const adds = [
      { parentId: 9, nextId: null, node: text(4, HOVER) },
      { parentId: 1, nextId: null, node: element(9, 'style', {}) },
      { parentId: 7, nextId: null, node: text(5, HOVER, { isStyle: true }) },
      { parentId: 8, nextId: null, node: text(6, HOVER) },
    ];
    const texts = [ADAPTED, undefined, ADAPTED, HOVER];
    const { adds: found } = adapted({ ...mutation, adds }) as { adds: { node: { textContent?: string } }[] };
    expect(found.map(({ node }) => node.textContent)).to.deep.equal(texts);
  });

  it('adapts attributes that change, and single properties', () => {
    const attributes = [
      { id: 2, attributes: { _cssText: HOVER, media: '(device-width: 1px)', class: HOVER } },
      { id: 3, attributes: { style: { '-moz-box-orient': ['vertical', 'important'], color: false } } },
    ];
    expect(adapted({ ...mutation, attributes })).to.deep.include({
      attributes: [
        { id: 2, attributes: { _cssText: ADAPTED, media: '(width: 1px)', class: HOVER } },
        { id: 3, attributes: { style: { color: false, '-webkit-box-orient': ['vertical', 'important'] } } },
      ],
    });
  });

  it('chooses the light scheme where a page knows both, wherever it says so', () => {
    const both = ':root { color-scheme: light dark }';
    const light = ':root { color-scheme: light }';
    expect(
      adaptedPage(
        element(2, 'meta', { name: 'color-scheme', content: 'dark light' }),
        element(3, 'style', { _cssText: both }),
        element(4, 'html', { style: 'color: red; color-scheme: light dark;--x:dark light' }),
        element(5, 'meta', { name: 'description', content: 'light dark chocolate' }),
      ),
    ).to.deep.equal([
      element(2, 'meta', { name: 'color-scheme', content: 'light' }),
      element(3, 'style', { _cssText: light }),
      element(4, 'html', { style: 'color: red; color-scheme: light;--x:light' }),
      element(5, 'meta', { name: 'description', content: 'light dark chocolate' }),
    ]);
    const attributes = [
      { id: 2, attributes: { content: 'light dark' } },
      { id: 4, attributes: { style: { 'color-scheme': ['light dark', 'important'], '--x': 'light dark' } } },
    ];
    expect(adapted({ ...mutation, attributes })).to.deep.include({
      attributes: [
        { id: 2, attributes: { content: 'light' } },
        { id: 4, attributes: { style: { 'color-scheme': ['light', 'important'], '--x': 'light' } } },
      ],
    });
    const set = { property: 'color-scheme', value: 'light dark' };
    expect(adapted({ source: IncrementalSource.StyleDeclaration, id: 2, index: [0], set })).to.deep.include({
      set: { property: 'color-scheme', value: 'light' },
    });
    expect(
      adapted({ source: IncrementalSource.StyleSheetRule, id: 2, adds: [{ rule: both }] }),
    ).to.deep.include({
      adds: [{ rule: light }],
    });
  });

  it('leaves a text that changes to the view, which knows whether it is one of a style element', () => {
    const texts = [{ id: 3, value: HOVER }];
    expect(adapted({ ...mutation, texts })).to.deep.include({ texts });
  });

  it('adapts rules that scripts insert, replace and adopt', () => {
    const source = IncrementalSource.StyleSheetRule;
    expect(adapted({ source, id: 2, adds: [{ rule: HOVER, index: [0, 1] }] })).to.deep.include({
      adds: [{ rule: ADAPTED, index: [0, 1] }],
    });
    expect(adapted({ source, styleId: 1, replace: HOVER })).to.deep.include({ replace: ADAPTED });
    expect(adapted({ source, styleId: 1, replaceSync: HOVER })).to.deep.include({ replaceSync: ADAPTED });
    const styles = [{ styleId: 1, rules: [{ rule: HOVER }] }];
    expect(
      adapted({ source: IncrementalSource.AdoptedStyleSheet, id: 1, styleIds: [1], styles }),
    ).to.deep.include({
      styles: [{ styleId: 1, rules: [{ rule: ADAPTED }] }],
    });
    const set = { property: '-moz-box-orient', value: 'vertical' };
    expect(adapted({ source: IncrementalSource.StyleDeclaration, id: 2, index: [0], set })).to.deep.include({
      set: { property: '-webkit-box-orient', value: 'vertical' },
    });
  });
});
