import { expect } from 'chai';
import { drawn, FIRST_SYNTHETIC, flat, outline, styleOf, type AnyNode } from './shapes.ts';

const input = (fields: object) => drawn({ id: 40, width: 9, height: 9, type: 'input', ...fields });
const STYLE = 'width: 9px;height: 9px;position: fixed;left: 0px;top: 0px;';

describe('inputs of a mobile recording', () => {
  for (const inputType of ['text', 'password', 'email', 'number', 'search', 'tel', 'url']) {
    it(`draws a line of ${inputType}`, () => {
      const node = input({ inputType, value: 'v', disabled: true });
      expect(node).to.deep.include({ id: 40, tagName: 'input' });
      const common = { 'data-rrweb-id': 40, 'type': inputType, 'style': STYLE };
      expect(node.attributes).to.deep.equal({ ...common, value: 'v', disabled: true });
      expect(input({ inputType, disabled: false }).attributes).to.deep.equal({ ...common, value: '' });
    });
  }

  it('draws a text area as one', () => {
    for (const inputType of ['text_area', 'textArea']) {
      const node = input({ inputType, value: 'a\nb' });
      expect(node).to.deep.include({ id: 40, tagName: 'textarea' });
      expect(node.attributes).to.deep.equal({ 'data-rrweb-id': 40, 'value': 'a\nb', 'style': STYLE });
    }
  });

  it('draws a button with its words before the views inside', () => {
    const childWireframes = [{ id: 41, type: 'text', text: 'more' }];
    const node = input({ inputType: 'button', value: 'Go', childWireframes });
    expect(outline(node)).to.deep.equal(['button', 'Go', ['div', 'more']]);
  });

  it('draws a select with the chosen option', () => {
    const node = input({ inputType: 'select', value: 'b', options: ['a', 'b', null] });
    expect(outline(node)).to.deep.equal(['select', ['option', 'a'], ['option', 'b']]);
    expect(node.childNodes!.map((option) => option.attributes!['selected'])).to.deep.equal([undefined, true]);
  });

  for (const inputType of ['checkbox', 'radio']) {
    it(`draws a ${inputType}`, () => {
      const node = input({ inputType, checked: true });
      expect(node.attributes).to.deep.equal({
        'data-rrweb-id': 40,
        'type': inputType,
        'checked': true,
        'style': STYLE,
      });
      expect(input({ inputType, checked: false }).attributes).not.to.have.property('checked');
    });

    it(`gives the wireframe's id to the label around a ${inputType}`, () => {
      const node = input({ inputType, label: 'Yes' });
      expect(outline(node)).to.deep.equal(['label', ['input'], 'Yes']);
      expect(node.id).to.equal(40);
      expect(styleOf(node)).to.equal(STYLE);
      expect(node.childNodes!.every(({ id }) => id >= FIRST_SYNTHETIC)).to.be.true;
      expect(node.childNodes![0]!.attributes!['data-rrweb-id']).to.equal(node.childNodes![0]!.id);
    });
  }

  it('names all radio buttons of a group, labelled or not', () => {
    const group = drawn({
      id: 40,
      type: 'radio_group',
      childWireframes: [
        { id: 41, type: 'input', inputType: 'radio', checked: true },
        { id: 42, type: 'input', inputType: 'radio', label: 'Two' },
        { id: 43, type: 'input', inputType: 'checkbox' },
      ],
    });
    expect(outline(group)).to.deep.equal(['div', ['input'], ['label', ['input'], 'Two'], ['input']]);
    const names = flat(group).filter(({ tagName }) => tagName === 'input');
    expect(names.map((node) => node.attributes!['name'])).to.deep.equal([
      'radio_group_40',
      'radio_group_40',
      undefined,
    ]);
  });

  const partsOf = (node: AnyNode) =>
    flat(node).filter(({ attributes }) => attributes && 'data-toggle-part' in attributes);

  it('draws toggles that are on and off', () => {
    const [slider, handle] = partsOf(input({ inputType: 'toggle', checked: true }));
    expect(styleOf(slider)).to.contain('background-color:#1d4aff;');
    expect(styleOf(handle)).to.contain('right:5%;').and.to.contain('border:2px solid #1d4aff;');
    const off = partsOf(input({ inputType: 'toggle', style: { borderColor: 'red' } }));
    expect(styleOf(off[1]))
      .to.contain('left:5%;')
      .and.to.contain('background-color:#f3f4ef;border:2px solid red;');
  });

  it("gives the wireframe's id to the label around a toggle", () => {
    const node = input({ inputType: 'toggle', label: 'Dark' });
    expect(outline(node)).to.deep.equal(['label', 'Dark', ['div', ['div', ['div'], ['div']]]]);
    expect(node.id).to.equal(40);
  });

  it('draws a bar with what it says', () => {
    const bar = (fields: object) => input({ inputType: 'progress', ...fields }).attributes;
    expect(bar({ value: 0.5, max: '2' })).to.deep.include({ value: 0.5, max: 2 });
    expect(bar({ value: 0, style: { bar: 'horizontal' } })).not.to.have.any.keys('value', 'max');
  });

  const ring = (fields: object) =>
    input({ inputType: 'progress', style: { bar: 'circular', color: 'red' }, ...fields });
  const percents: readonly [fields: object, percent: string][] = [
    [{ value: 0.25 }, '25%'],
    [{ value: 1, max: 3 }, '33.33%'],
    [{ value: '30', max: 60 }, '50%'],
    [{ value: 7, max: 7 }, '100%'],
  ];
  for (const [fields, percent] of percents) {
    it(`draws a ring of ${percent} for ${JSON.stringify(fields)}`, () => {
      const [outer, inner] = flat(ring(fields));
      expect(styleOf(outer)).to.equal(STYLE);
      expect(styleOf(inner)).to.contain(`conic-gradient(red ${percent}, #f3f4ef 0)`);
    });
  }

  for (const fields of [{}, { value: 0 }, { value: 3, max: 2 }, { value: -1, max: 2 }]) {
    it(`draws a spinner for ${JSON.stringify(fields)}`, () => {
      const node = ring(fields);
      expect(styleOf(node.childNodes![0]))
        .to.contain('border:4px solid red;')
        .and.to.contain('animation:spin');
      expect(flat(node).some(({ textContent }) => textContent?.includes('@keyframes spin'))).to.be.true;
    });
  }

  it('draws a rating in stars', () => {
    const rating = (fields: object) => input({ inputType: 'progress', style: { bar: 'rating' }, ...fields });
    const node = rating({ value: '2.5', max: 4 });
    const stars = node.childNodes![0]!.childNodes!;
    expect(stars.map((star) => star.childNodes![0]!.childNodes![0]!.textContent)).to.deep.equal([
      'filled star',
      'filled star',
      'half-filled star',
      'empty star',
    ]);
    expect(stars.every((star) => star.isSVG && star.childNodes!.every((part) => part.isSVG))).to.be.true;
    expect(rating({ value: 1e9, max: 2e9 }).childNodes![0]!.childNodes!.length).to.equal(200);
    expect(outline(rating({ value: 1 }))).to.deep.equal(['div', 'input']);
  });
});
