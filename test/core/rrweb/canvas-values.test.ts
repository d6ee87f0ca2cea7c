import { expect } from 'chai';
import { countUndrawable, mayLackValues, pictureOf } from '../../../src/core/rrweb/canvas-values.ts';

const image = (src: string) => ({ rr_type: 'HTMLImageElement', src });
const bitmap = (type: string, base64: string) => ({
  rr_type: 'ImageBitmap',
  args: [{ rr_type: 'Blob', type, data: [{ rr_type: 'ArrayBuffer', base64 }] }],
});

describe('values of canvas calls', () => {
  it('are pictures where the recording holds them', () => {
    expect(pictureOf(image('data:image/png;base64,AAAA'))).to.equal('data:image/png;base64,AAAA');
    expect(pictureOf(image('data:image/svg+xml,<svg/>'))).to.equal('data:image/svg+xml,<svg/>');
    expect(pictureOf(bitmap('image/webp', 'AAAA'))).to.equal('data:image/webp;base64,AAAA');
    expect(pictureOf({ rr_type: 'ImageBitmap', args: [image('data:image/gif;base64,AA==')] })).to.equal(
      'data:image/gif;base64,AA==',
    );
  });

  it('are none for anything else', () => {
    const others = [
      image('https://x.test/a.png'),
      image('data:text/html,<p>'),
      image('javascript:0'),
      bitmap('text/html', 'AAAA'),
      bitmap('image/png', '"); x'),
      { rr_type: 'HTMLVideoElement', index: 0 },
      'data:image/png;base64,AAAA',
      null,
    ];
    expect(others.map(pictureOf)).to.deep.equal(others.map(() => null));
  });

  it('are counted by call where no recorder writes them down', () => {
    const call = (...args: unknown[]) => ({ property: 'x', args });
    const commands = [
      call(1, 'red', null, [1, 2]),
      call(image('data:image/png;base64,AAAA'), 0, 0),
      call({ rr_type: 'CanvasPattern', index: 0 }),
      call({ rr_type: 'CanvasGradient', index: 0 }),
      call(image('https://x.test/a.png'), 0, 0),
      'damaged',
    ];
    expect(countUndrawable({ commands })).to.equal(2);
    expect(countUndrawable(call({ rr_type: 'Path2D', index: 1 }))).to.equal(1);
    expect(countUndrawable(null)).to.equal(0);
    const mayLack = (value: unknown) => mayLackValues(new TextEncoder().encode(JSON.stringify(value)));
    expect(commands.map(mayLack)).to.deep.equal([false, true, true, true, true, false]);
  });
});
