import { expect } from 'chai';
import { bodyOf } from '../../../../src/core/entries/requests/body.ts';

const of = (body: string | null, type?: string) =>
  bodyOf({ body, headers: type === undefined ? [] : [['Content-Type', type]], redacted: [] });

const multipart = [
  '--b0',
  'Content-Disposition: form-data; name="qty"',
  '',
  '2',
  '--b0',
  'Content-Disposition: form-data; name="photo"; filename="fern.png"',
  'Content-Type: image/png',
  '',
  'PNG\r\nbytes',
  '--b0--',
  '',
].join('\r\n');

describe('the body of a request', () => {
  it('may be missing', () => {
    expect([of(null), of('')]).to.deep.equal([{ kind: 'empty' }, { kind: 'empty' }]);
  });

  it('of JSON is laid out, whatever its type says', () => {
    const text = '{\n  "items": [\n    1,\n    {}\n  ],\n  "note": "a, b: {c}"\n}';
    expect(of('{"items":[1,{}],"note":"a, b: {c}"}', 'application/json')).to.deep.equal({
      kind: 'json',
      text,
    });
    expect(of('{"items":[1,{}],"note":"a, b: {c}"}', 'text/plain')).to.deep.equal({ kind: 'json', text });
  });

  it('of JSON keeps its digits, its double names and its escapes', () => {
    const { text } = of('[12345678901234567890,1.10,{"a":1,"a":2,"\\"b":"\\u00e9"}]') as { text: string };
    expect(text).to.equal(
      '[\n  12345678901234567890,\n  1.10,\n  {\n    "a": 1,\n    "a": 2,\n    "\\"b": "\\u00e9"\n  }\n]',
    );
  });

  it('that is laid out already is laid out the same', () => {
    expect(of(JSON.stringify({ a: [1, { b: [] }] }, null, 4))).to.deep.equal({
      kind: 'json',
      text: '{\n  "a": [\n    1,\n    {\n      "b": []\n    }\n  ]\n}',
    });
  });

  it('that says it is JSON and is not is text', () => {
    expect(of('<html>Bad gateway</html>', 'application/json')).to.deep.equal({
      kind: 'text',
      text: '<html>Bad gateway</html>',
    });
    expect(of('{"a":', 'application/json').kind).to.equal('text');
  });

  it('of a form has fields', () => {
    expect(of('qty=2&note=two+ferns%21', 'application/x-www-form-urlencoded')).to.deep.equal({
      kind: 'form',
      text: 'qty = 2\nnote = two ferns!',
      fields: [
        { name: 'qty', value: '2', file: null },
        { name: 'note', value: 'two ferns!', file: null },
      ],
    });
    expect(of('qty=2', 'multipart/form-data; boundary=b0').kind).to.equal('form');
  });

  it("of a form is known without its type, which is the browser's to set", () => {
    expect(of('caption=My%20fern&photo=fern.png')).to.deep.include({
      kind: 'form',
      text: 'caption = My fern\nphoto = fern.png',
    });
    for (const text of ['c2VjcmV0cw==', 'c2VjcmV0', 'a = b', '=b', 'x?a=b', 'a=b c'])
      expect(of(text).kind, text).to.equal('text');
    expect(of('plant=fern', 'text/plain').kind).to.equal('text');
  });

  it('of a form with files has fields', () => {
    expect(of(multipart, 'multipart/form-data; boundary=b0')).to.deep.equal({
      kind: 'form',
      text: 'qty = 2\nphoto = file fern.png',
      fields: [
        { name: 'qty', value: '2', file: null },
        { name: 'photo', value: 'PNG\r\nbytes', file: 'fern.png' },
      ],
    });
  });

  it('that says it is a form and is not is text', () => {
    for (const text of ['no form', 'a=1\nb=2', '--b0 and nothing else']) {
      expect(of(text, 'application/x-www-form-urlencoded').kind).to.equal('text');
      expect(of(text, 'multipart/form-data; boundary=b0').kind).to.equal('text');
    }
  });

  it('in base64 has a size', () => {
    expect(of('iVBORw0KGgo=', 'image/png')).to.deep.equal({ kind: 'binary', text: 'iVBORw0KGgo=', size: 8 });
    expect(of('data:image/png;base64,iVBORw0KGgo=')).to.deep.include({ kind: 'binary', size: 8 });
  });

  it('that could be base64 is text where its type is one of text', () => {
    expect(of('abcd', 'text/plain').kind).to.equal('text');
    expect(of('abcd').kind).to.equal('text');
  });

  it('that says it is a picture and is not is text', () => {
    expect(of('\uFFFDPNG\r\n', 'image/png').kind).to.equal('text');
    expect(of('<svg/>', 'image/svg+xml').kind).to.equal('text');
  });

  for (const note of [
    '[SessionRecording] Request body redacted',
    '[SessionRecording] Response body redacted as might contain: token',
    '[SessionRecording] Request body too large to record (1200000 bytes)',
    '[SessionReplay] Timeout while trying to read body',
    '[SessionReplay] Failed to read body: TypeError',
    '[SessionReplay] Cannot read body of type [object Blob]',
    '[rrweb/network] Cannot read binary body',
    'Chunked Transfer-Encoding is not supported',
    'Content-Type video/mp4 is not supported',
    'ingest.x.test is in deny list',
  ]) {
    it(`that the recorder left out is a note: ${note}`, () => {
      expect(of(note, 'application/json')).to.deep.equal({ kind: 'note', text: note });
    });
  }

  it('of a megabyte stays whole', () => {
    const long = JSON.stringify({ text: 'é"'.repeat(500_000) });
    expect(of(long)).to.deep.equal({ kind: 'json', text: `{\n  "text": ${long.slice(8, -1)}\n}` });
    const form = `a=${'x'.repeat(1024 ** 2)}`;
    expect(of(form, 'application/x-www-form-urlencoded').kind).to.equal('form');
  });
});
