import { expect } from '@open-wc/testing';
import { blockCss } from '../../../src/core/block-assets/block-css.ts';
import { OwnAddresses } from '../../../src/core/block-assets/own-addresses.ts';

describe('blockCss', () => {
  it('gives rules that a browser takes, with fonts and images that fail in silence', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      blockCss(
        '@font-face{font-family:F;src:url(https://a.test/f.woff2) format("woff2") tech(variations),url(data:font/woff2;base64,AA) format("woff2")}a{background:red url(https://a.test/1.png) no-repeat;list-style:url(https://a.test/2.png);border-image-source:image-set("https://a.test/3.png" 1x)}',
        { own: OwnAddresses.NONE, take: () => null },
      ),
    );
    const text = [...sheet.cssRules].map(({ cssText }) => cssText).join('');
    expect(text).to.contain('local("")').and.to.contain('data:font/woff2');
    expect(text).to.contain('background: url("data:,") no-repeat red').and.to.contain('list-style');
    expect(text).to.contain('border-image-source: image-set(url("data:,") 1x)');
  });
});
