import { expect } from '@open-wc/testing';
import { blankPicture } from '../../../src/core/hide/blank-picture.ts';

/** A picture as a browser writes it. */
function drawn(type: string, quality: number, width = 70, height = 31): string {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'red';
  context.fillRect(3, 3, 20, 20);
  return canvas.toDataURL(type, quality);
}

async function sizeOf(src: string): Promise<readonly number[]> {
  const image = Object.assign(new Image(), { src });
  await image.decode();
  return [image.naturalWidth, image.naturalHeight];
}

/** No more than their heads. Source: https://developers.google.com/speed/webp/docs/riff_container */
const EXTENDED_WEBP = `data:image/webp;base64,${btoa('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x45\0\0\x1e\0\0')}`;
const LOSSLESS_WEBP = `data:image/webp;base64,${btoa('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x45\x80\x07\0\0\0')}`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" WIDTH width="70px" height="31"><text>Jo</text></svg>';
const SVG_BOX = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 70 31"><text>Jo</text></svg>';

describe('blankPicture', () => {
  const pictures: Readonly<Record<string, string>> = {
    'a PNG': drawn('image/png', 1),
    'a JPEG': drawn('image/jpeg', 0.5),
    'a WebP': drawn('image/webp', 0.4),
    'a WebP without loss': LOSSLESS_WEBP,
    'a WebP with more in it': EXTENDED_WEBP,
    'an SVG': `data:image/svg+xml,${encodeURIComponent(SVG)}`,
    'an SVG by its box': `data:image/svg+xml;base64,${btoa(SVG_BOX)}`,
  };
  for (const [title, picture] of Object.entries(pictures)) {
    it(`is as large as ${title} and has nothing on it`, async () => {
      const blank = blankPicture(picture);
      expect(blank).not.to.contain('Jo').and.not.contain('base64');
      expect(await sizeOf(blank)).to.deep.equal([70, 31]);
    });
  }

  it('is nothing where no size is known', () => {
    for (const uri of [
      '',
      'https://x.test/a.png',
      'data:image/png;base64,iVBO',
      'data:image/jpeg;base64,!',
      'data:text/html,x',
    ]) {
      expect(blankPicture(uri), uri).to.equal('');
    }
  });
});
