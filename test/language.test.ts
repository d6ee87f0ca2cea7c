import { expect, fixture, html } from '@open-wc/testing';
import { type PortableReplayElement, registerLocale } from '../src/index.ts';
import { controlsOf, eventually, player, seek, shadowOf, within } from './player-harness.ts';
import { openInspector, panelOf, rowsOf, listOf, wordsOn } from './panels/inspector/inspector-harness.ts';
import { linesOf, openTranscript } from './panels/transcript/transcript-harness.ts';
import { addressOf } from './recordings.ts';

/** What its play button is called. */
function playOf(element: PortableReplayElement): string | null {
  const bar = shadowOf(element).querySelector('replay-control-bar')?.shadowRoot;
  return bar?.querySelector('replay-play-button')?.shadowRoot?.querySelector('button')?.ariaLabel ?? null;
}

const speaks = (element: PortableReplayElement, play: string) =>
  eventually(() => playOf(element) === play, `no “${play}”`);

/** The language that screen readers pronounce it in. */
const spokenIn = (element: PortableReplayElement) => within(element, '.player').lang;

/** A player in a group that tells a language. */
async function playerIn(lang: string, source?: string): Promise<[PortableReplayElement, HTMLElement]> {
  const group = await fixture<HTMLElement>(
    html`<div lang=${lang}><portable-replay style="width: 800px; height: 560px"></portable-replay></div>`,
  );
  const element = group.querySelector('portable-replay')!;
  if (source !== undefined) await element.load(source);
  return [element, group];
}

describe('the language of a player', () => {
  for (const [lang, play, spoken] of [
    ['en-US', 'Play', 'en'],
    ['de-AT', 'Abspielen', 'de'],
    ['fr', 'Lire', 'fr'],
    ['es-MX', 'Reproducir', 'es'],
    ['zh-CN', '播放', 'zh-Hans'],
    ['zh-TW', 'Play', 'en'],
    ['tlh', 'Play', 'en'],
  ] as const) {
    it(`is ${spoken} around “${lang}”`, async () => {
      const [element] = await playerIn(lang);
      await speaks(element, play);
      await eventually(() => spokenIn(element) === spoken);
    });
  }

  it('is that of the nearest `lang`, its own first, and follows each', async () => {
    const [element, group] = await playerIn('de');
    await speaks(element, 'Abspielen');
    element.lang = 'fr';
    await speaks(element, 'Lire');
    group.lang = 'es';
    element.removeAttribute('lang');
    await speaks(element, 'Reproducir');
    group.removeAttribute('lang');
    // The page of the tests is in English.
    await speaks(element, 'Play');
    document.documentElement.lang = 'de';
    await speaks(element, 'Abspielen');
    document.documentElement.lang = 'en';
    await speaks(element, 'Play');
  });

  it('is found across shadow roots, and followed there', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="fr"><div></div></div>`);
    const host = outer.firstElementChild as HTMLElement;
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<p><portable-replay></portable-replay></p>';
    const element = root.querySelector('portable-replay')!;
    await speaks(element, 'Lire');
    outer.lang = 'es';
    await speaks(element, 'Reproducir');
    root.querySelector('p')!.lang = 'de';
    await speaks(element, 'Abspielen');
  });

  it('is another where the player is moved to another', async () => {
    const [element] = await playerIn('de');
    const [, other] = await playerIn('fr');
    await speaks(element, 'Abspielen');
    other.append(element);
    await speaks(element, 'Lire');
  });

  it('changes without losing what is there, and all that was put into words before', async () => {
    const [element, group] = await playerIn('en', addressOf('checkout.jsonl'));
    await seek(element, 9);
    await openInspector(element);
    const field = within(panelOf(element), 'input[type="search"]') as HTMLInputElement;
    field.value = 'pay';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const rows = () => (listOf(element) ? rowsOf(listOf(element)!).map(wordsOn) : []);
    const row = (start: string) => rows().find((line) => line.includes(start));
    // The search has been answered.
    await eventually(() => rows().length > 0 && rows().every((line) => /pay/i.test(line)), 'nothing found');
    expect(row('clicked "Pay'), 'a click').not.to.equal(undefined);
    const { recording } = element;
    const list = listOf(element);
    group.lang = 'de';
    await eventually(() => row('Klick auf „Pay'), 'not told in German');
    expect(row('clicked')).to.equal(undefined);
    expect(listOf(element)).to.equal(list);
    expect(within(panelOf(element), 'input[type="search"]')).to.equal(field);
    expect(field.value).to.equal('pay');
    expect(field.ariaLabel ?? field.placeholder).to.equal('Suchen');
    expect(element.currentTime).to.equal(9);
    expect(element.panel).to.equal('inspector');
    expect(element.recording!.id).to.equal(recording!.id);
    await openTranscript(element);
    expect(linesOf(element).some((line) => line.textContent.includes('Klick auf'))).to.equal(true);
    group.lang = 'fr';
    await eventually(() => linesOf(element).some((line) => line.textContent.includes('clic sur')));
    expect((await element.entries({ kinds: ['click'] })).entries[0]!.title).to.match(/^clic sur «\u00a0/);
  });

  it('is that of warnings and errors when they are handed out', async () => {
    const [element, group] = await playerIn('de');
    await speaks(element, 'Abspielen');
    const bad = new File(['a,b'], 'list.csv');
    const refused = await element.load(bad).then(
      () => null,
      (error: unknown) => error,
    );
    expect(element.error).to.equal(refused);
    expect(element.error!.message).to.include('„list.csv“ ist Text, der mit „a,b“ beginnt');
    const { error } = element;
    expect(element.error).to.equal(error);
    group.lang = 'es';
    await speaks(element, 'Reproducir');
    expect(element.error!.message).to.include('«list.csv» es un texto que empieza por «a,b»');
    expect(element.error!.code).to.equal(error!.code);
    const lines = await (await fetch(addressOf('lab.jsonl'))).blob();
    await element.load([lines, bad]);
    expect(element.recording!.warnings.map(({ message }) => message).join()).to.include('es un texto');
    group.lang = 'zh';
    await speaks(element, '播放');
    expect(element.recording!.warnings.map(({ message }) => message).join()).to.include('而不是会话录制');
  });

  it('is that of numbers, times, sizes and lists', async () => {
    const [element] = await playerIn('de', addressOf('checkout.jsonl'));
    await speaks(element, 'Abspielen');
    const slider = within(within(controlsOf(element), 'replay-time-range'), '[role="slider"]');
    await eventually(() => /Sekunden? von \d+ Sekunden/.test(slider.ariaValueText ?? ''), 'no seconds');
    const speeds = within(within(within(controlsOf(element), 'replay-speed-menu'), 'replay-menu'), '.menu');
    expect(speeds.textContent).to.include('0,5×');
    element.panel = 'about';
    await element.updateComplete;
    const about = within(element, 'replay-about-panel');
    await eventually(() => about.shadowRoot!.textContent.includes('Aufgezeichnet'));
    const { startedAt } = element.recording!;
    const day = new Intl.DateTimeFormat('de', { dateStyle: 'medium' }).format(startedAt);
    expect(about.shadowRoot!.textContent).to.include(day);
  });
});

describe('registerLocale', () => {
  after(() => {
    for (const tag of ['nl', 'de-CH']) registerLocale(tag, {});
  });

  it('has players speak the words of a page, also those that are there', async () => {
    const [element] = await playerIn('nl-BE');
    await speaks(element, 'Play');
    registerLocale('nl', { controls: { play: 'Afspelen' } });
    await speaks(element, 'Afspelen');
    await eventually(() => spokenIn(element) === 'nl');
    const open = within(within(element, 'replay-empty-overlay'), 'h2');
    expect(open.textContent).to.equal('Drop a recording here');
  });

  it('leaves what it does not say to the words of the language', async () => {
    registerLocale('de-CH', { controls: { play: 'Los' } });
    const [element] = await playerIn('de-CH');
    await speaks(element, 'Los');
    await eventually(
      () => within(within(element, 'replay-empty-overlay'), 'h2').textContent === 'Aufzeichnung hier ablegen',
    );
    const other = await player(undefined, html`<portable-replay lang="de"></portable-replay>`);
    await speaks(other, 'Abspielen');
    expect(shadowOf(other).querySelector('.player')!.getAttribute('lang')).to.equal('de');
  });
});
