import { expect } from 'chai';
import { writeRedacted } from '../../../src/core/copy/write-redacted.ts';
import { redactSession } from '../../../src/core/redact/redact-session.ts';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { allOf } from '../../../src/core/text/steps.ts';
import { SoughtTexts } from '../../../src/core/text/sought-texts.ts';
import { nextTask, TimeSlicer } from '../../../src/core/time-slicer.ts';
import { custom, element, type Json, page, sessionOf, START, text } from './session.ts';

const LENGTH = 1_000_000;
const of = (part: string) => part.repeat(LENGTH / part.length);

/** Each is one string that takes long to look through. */
const STRINGS: Readonly<Record<string, string>> = {
  'words': of('lorem ipsum '),
  'one word': of('a'),
  'base64 of question marks': of('Pz8/'),
  'runs of base64': of('TG9yZW0gaXBzdW0gZG9sb3I '),
  'percent signs': of('%41'),
  'escapes of JSON': of('\\u0041'),
  'digits': of('4711 08 '),
  'beginnings of addresses': of('url('),
  'dashes': of('-'),
  'backslashes': of('\\'),
  'parameters': of('a=b;'),
  'one parameter': `?token=${of(');')}`,
  'digits of UTF-16': of('AAAA'),
  'raised numbers': of('\u00b2'),
  'tags': of('<b>'),
};
const RULES = {
  strings: { strings: ['Marlene Quist', '4711 0815 4711'] },
  patterns: { patterns: ['\\bq\\d{9}'], urlParameters: ['token'] },
} as const satisfies Readonly<Record<string, RedactRules>>;
/** Characters between two steps; a pattern goes through a text in one. */
const IN_STEP = { strings: 1 << 17, patterns: LENGTH };
const slicer = () => new TimeSlicer(() => 0);

/** Counts how often others can have the thread. */
class CountingSlicer extends TimeSlicer {
  steps = 0;

  constructor() {
    super(() => 50);
  }

  override checkpoint(): Promise<void> {
    this.steps++;
    return super.checkpoint();
  }
}

/** A session in which everything before a moment is short. */
function sessionWith(event: Json) {
  return sessionOf([
    ...page([element('p', { class: 'card' }, text('Marlene'))]),
    event,
    custom(5, 'end', {}),
  ]);
}

describe('redactSession, of one long string', () => {
  for (const [what, string] of Object.entries(STRINGS)) {
    for (const [which, rules] of Object.entries(RULES)) {
      it(`gives way within ${what}, by ${which}`, async () => {
        const redacted = await redactSession(sessionWith(custom(2, 'x', { string })), rules, slicer());
        let [events, steps] = [0, 0];
        for (const given of redacted.events()) {
          if (given) events++;
          else if (events === 2) steps++;
        }
        expect(events).to.equal(4);
        expect(steps).to.be.at.least(Math.floor(LENGTH / IN_STEP[which as keyof typeof RULES]));
      });
    }
  }

  for (const [what, event] of Object.entries({
    'an event': custom(2, 'x', { string: of('lorem ipsum ') }),
    'a style sheet': {
      type: 3,
      timestamp: START + 2000,
      data: { source: 8, id: 1, adds: [{ rule: of('-') }] },
    },
  })) {
    it(`stops within a string of ${what}`, async () => {
      const controller = new AbortController();
      const session = sessionWith(event);
      let asked = 0;
      function* events() {
        for (const given of session.events()) {
          asked++;
          // Whoever waits for the copy calls it off in the next task.
          if (asked === 3) void nextTask().then(() => controller.abort(new Error('enough')));
          yield given;
        }
      }
      let error: unknown;
      await writeRedacted(
        { ...session, events },
        RULES.strings,
        '2023-04-28',
        slicer(),
        controller.signal,
      ).catch((thrown: unknown) => (error = thrown));
      expect(error).to.have.property('message', 'enough');
      expect(asked).to.equal(3);
    });
  }

  it('gives way among many members', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`member ${i}`, i]));
    const redacted = await redactSession(sessionWith(custom(2, 'x', many)), RULES.strings, slicer());
    expect([...redacted.events()].filter((given) => !given).length).to.be.greaterThan(9);
  });

  it('looks at each of 20,000 words that begin alike once', async () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `marlene${String.fromCodePoint(0x4e00 + i)}`);
    const card = element('div', { class: 'secret' }, ...words.map((word) => element('p', {}, text(word))));
    const session = sessionOf([...page([card]), custom(2, 'x', { all: words.join(' ') })]);
    const redacted = await redactSession(session, { selectors: ['.secret'] }, slicer());
    const last = [...redacted.events()].filter(Boolean).at(-1);
    expect(JSON.stringify(last)).not.to.contain('marlene');
  });

  it('gives way between nodes of a hidden element', async () => {
    const nodes = Array.from({ length: 200 }, () => element('p', { title: 'x'.repeat(1000) }));
    const session = sessionOf(page([element('div', { class: 'secret' }, ...nodes)]));
    const counting = new CountingSlicer();
    await redactSession(session, { selectors: ['.secret'] }, counting);
    expect(counting.steps).to.be.greaterThan(200);
  });

  it('gives way within a long text beside others', async () => {
    const session = sessionOf([
      ...page([element('p', {}, text('Marlene'))]),
      {
        type: 3,
        timestamp: START + 2000,
        data: {
          source: 0,
          adds: [{ parentId: 4, nextId: null, node: text(of('a b ')) }],
          removes: [],
          texts: [],
          attributes: [],
        },
      },
    ]);
    const counting = new CountingSlicer();
    await redactSession(session, RULES.strings, counting);
    expect(counting.steps).to.be.greaterThan((2 * LENGTH) / IN_STEP.strings);
  });

  it('tells once of what repeats itself', () => {
    const sought = new SoughtTexts<string>();
    sought.addNamed('a'.repeat(200), 'rule');
    const found = allOf(sought.find('a'.repeat(5000)));
    expect(found.length).to.be.lessThan(5000 / 50);
    expect(Math.min(...found.map(({ from }) => from))).to.equal(0);
    expect(Math.max(...found.map(({ to }) => to))).to.equal(5000);
  });
});
