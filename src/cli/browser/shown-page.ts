import type { Frame, Page } from 'playwright';
import { LINK_ADDRESS } from '../../core/rrweb/link-address.ts';
import { giveAddresses, knowsHidden, type Screen, settle } from './in-page.ts';

/** How large a picture is, in pixels; that of the recorded viewport by default, in whose shape it is always. */
export interface PictureSize {
  readonly width?: number;
  /** With a width, the picture is as large as fits into both. */
  readonly height?: number;
}

/** What is hidden in a long recording is looked for before a picture of it is taken. Milliseconds. */
const PATIENCE = 300_000;

/** A page of a recording that is on screen, until the player is asked for another moment. Nothing here waits for elements. */
export class ShownPage {
  readonly screen: Screen;
  readonly #page: Page;
  readonly #frame: Frame;
  readonly #hasMasks: boolean;

  constructor(page: Page, frame: Frame, screen: Screen, hasMasks: boolean) {
    this.#page = page;
    this.#frame = frame;
    this.screen = screen;
    this.#hasMasks = hasMasks;
  }

  /** Texts of the elements that match, as they are seen, with single spaces. */
  texts(selector: string): Promise<string[]> {
    return this.#frame
      .locator(selector)
      .evaluateAll((elements) =>
        elements.map((element) =>
          ((element as { innerText?: string }).innerText ?? element.textContent).replace(/\s+/g, ' ').trim(),
        ),
      );
  }

  /** What an attribute of the elements that match holds; null for those without it. */
  attributes(selector: string, name: string): Promise<(string | null)[]> {
    // The player keeps the addresses of links there.
    const names = /^(?:xlink:)?href$/i.test(name) ? [LINK_ADDRESS, name] : [name];
    return this.#frame
      .locator(selector)
      .evaluateAll(
        (elements, [first = '', other = first]) =>
          elements.map((element) => element.getAttribute(first) ?? element.getAttribute(other)),
        names,
      );
  }

  count(selector: string): Promise<number> {
    return this.#frame.locator(selector).count();
  }

  /** How many of the elements that match can be seen, were they in view. */
  async visible(selector: string): Promise<number> {
    const found = await this.#frame.locator(selector).all();
    const seen = await Promise.all(found.map((element) => element.isVisible()));
    return seen.filter(Boolean).length;
  }

  /** The page as an accessibility outline: the YAML of Playwright's aria snapshots. */
  async aria(): Promise<string> {
    const links = this.#frame.locator(`a[${LINK_ADDRESS}]`);
    // In a player links lead nowhere. Here there is no network to which they could.
    await links.evaluateAll(giveAddresses, LINK_ADDRESS);
    try {
      return await this.#frame.locator('body').ariaSnapshot();
    } finally {
      await links.evaluateAll(giveAddresses, null);
    }
  }

  /** A PNG of the recorded viewport. */
  async picture(size: PictureSize = {}): Promise<Buffer> {
    const scale = scaleOf(this.screen, size);
    const [width, height] = [this.screen.width, this.screen.height].map((length) =>
      Math.round(length * scale),
    ) as [number, number];
    await this.#page.setViewportSize({ width, height });
    if (this.#hasMasks) await this.#page.waitForFunction(knowsHidden, null, { timeout: PATIENCE });
    let place = await this.#page.evaluate(settle);
    // The frame around the screen of a device takes room.
    const missing = scale / place.scale;
    if (missing > 1.001) {
      await this.#page.setViewportSize({
        width: Math.ceil(width * missing - 0.01),
        height: Math.ceil(height * missing - 0.01),
      });
      place = await this.#page.evaluate(settle);
    }
    const clip = { x: Math.round(place.x), y: Math.round(place.y), width, height };
    return this.#page.screenshot({ clip, caret: 'initial' });
  }
}

function scaleOf(screen: Screen, { width, height }: PictureSize): number {
  const scales = [
    ...(width === undefined ? [] : [width / screen.width]),
    ...(height === undefined ? [] : [height / screen.height]),
  ];
  return scales.length === 0 ? 1 : Math.min(...scales);
}
