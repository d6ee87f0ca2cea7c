import { expect } from 'chai';
import { Marked } from 'marked';
import { parseFragment } from 'parse5';
import { entry, logged, page, request, written } from './made.ts';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</code></pre><script>alert(1)</script>',
  '[click](https://evil.test) ![x](https://evil.test/x.png)',
  '<https://evil.test> https://evil.test www.evil.test mailto:a@evil.test a@evil.test',
  '`code` *em* **strong** _em_ __strong__ ~~gone~~ | a | b |',
  '&lt;b&gt; &#35; \\* \\',
  '# heading',
  '``` \n```\n````\n# heading',
  '1. one\n\n---\n\n- two\n\n    code',
  '[ref]: https://evil.test "x"\n\n[ref]',
  '$x$ $$y$$ :tada: --> <-- %%',
];

/** What Markdown becomes, in the dialect of GitHub: names of its elements, and all text. */
function rendered(markdown: string): { readonly tags: string[]; readonly text: string } {
  const html = new Marked({ gfm: true }).parse(markdown) as string;
  const tags: string[] = [];
  let text = '';
  const visit = (node: { tagName?: string; value?: string; childNodes?: unknown[] }): void => {
    if (node.tagName) tags.push(node.tagName);
    text += node.value ?? '';
    for (const child of node.childNodes ?? []) visit(child as typeof node);
  };
  visit(parseFragment(html));
  return { tags, text };
}

describe('entries as text', () => {
  it('are lines that begin with the time', async () => {
    expect(await written('text', page(12.9, '/checkout'), request(3723))).to.equal(
      '0:12 opened /checkout\n1:02:03 POST /api/pay 402\n',
    );
  });

  it('have further lines below, indented, and stacks', async () => {
    const thrown = {
      name: 'TypeError',
      message: 'no\ncart',
      stack: ['pay (a.js:1:2)'],
      by: 'console',
    } as const;
    expect(await written('text', entry('error', 5, 'error: no\ncart', thrown))).to.equal(
      '0:05 error: no\n    cart\n    at pay (a.js:1:2)\n',
    );
  });

  it('steer no terminal', async () => {
    const text = await written(
      'text',
      logged('\u001b]0;owned\u0007\u001b[2J\u0000\u007f\u009b tab\there\r\nnext'),
    );
    expect(text).to.equal('0:33 console log: ␛]0;owned␇␛[2J␀␡\uFFFD tab\there\n    next\n');
  });

  it('may be none', async () => {
    expect(await written('text')).to.equal('');
  });

  it('hold a megabyte whole', async () => {
    const text = 'long '.repeat(210_000);
    expect(await written('text', logged(text))).to.equal(`0:33 console log: ${text}\n`);
  });
});

describe('entries as Markdown', () => {
  it('are a list', async () => {
    const markdown = await written('markdown', page(12, '/checkout'), request(33));
    expect(markdown).to.equal('- **0:12** opened /checkout\n- **0:33** POST /api/pay 402\n');
    expect(rendered(markdown).tags).to.deep.equal(['ul', 'li', 'strong', 'li', 'strong']);
  });

  it('have further lines in a block of code', async () => {
    const { tags, text } = rendered(
      await written('markdown', logged('one\n  two\n\n# three'), page(34, '/')),
    );
    expect(tags).to.include.members(['pre', 'code']).and.not.include('h1');
    expect(text).to.contain('  two\n\n# three\n').and.to.contain('opened /');
  });

  for (const hostile of HOSTILE) {
    it(`hold no markup of a recording: ${JSON.stringify(hostile)}`, async () => {
      const { tags, text } = rendered(await written('markdown', logged(hostile), page(34, '/')));
      const allowed = ['ul', 'li', 'p', 'strong', 'pre', 'code'];
      expect(tags.filter((tag) => !allowed.includes(tag))).to.deep.equal([]);
      const [first = '', ...rest] = hostile.split('\n');
      expect(text).to.contain(`console log: ${first}`);
      if (rest.length > 0) expect(text).to.contain(rest.join('\n'));
      expect(tags.filter((tag) => tag === 'code')).to.have.length(rest.length > 0 ? 1 : 0);
      expect(tags.filter((tag) => tag === 'strong')).to.have.length(2);
    });
  }

  it('hold a megabyte whole', async () => {
    const text = `first\n${'`'.repeat(1024 ** 2)}`;
    expect(rendered(await written('markdown', logged(text))).text).to.contain(text.slice(6));
  });
});
