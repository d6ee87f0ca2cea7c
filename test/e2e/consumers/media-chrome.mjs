import assert from 'node:assert/strict';
import { it } from 'node:test';

/** The page of the documentation: the player in the controls of media-chrome. */
export function mediaChrome(open) {
  it('takes part in media-chrome as a video does', async () => {
    const { page, errors, said } = await open('media-chrome/index.html');
    const player = page.locator('portable-replay');
    const controller = page.locator('media-controller');
    const button = (name) => page.locator(`media-${name}-button`);
    const is = (expression, ...values) =>
      page.waitForFunction(
        ([code, given]) => {
          const player = document.querySelector('portable-replay');
          const controller = document.querySelector('media-controller');
          return new Function('player', 'controller', 'given', `return ${code}`)(player, controller, given);
        },
        [expression, values],
      );

    assert.equal(await player.locator('replay-control-bar, replay-start-overlay').count(), 0);
    await is('player.readyState === player.HAVE_ENOUGH_DATA');

    // Times: the whole length, what is read, chapters, and the chapter that is pointed at.
    await is(`Number(document.querySelector('media-time-display').mediaDuration) === player.duration`);
    await is(`document.querySelector('media-time-range').mediaBuffered?.at(-1)?.at(-1) > 0`);
    await is(`document.querySelector('media-time-range').mediaChaptersCues.length === 2`);
    const range = page.locator('media-time-range');
    await range.hover();
    await range.locator('media-preview-time-display', { hasText: /\d:\d\d/ }).waitFor();
    await range.locator('media-preview-chapter-display', { hasText: /Arrives|Looks around/ }).waitFor();

    // Playing, from both sides.
    await button('play').click();
    await is('!player.paused && player.currentTime > 0.1');
    await is(`!controller.hasAttribute('mediapaused')`);
    await player.evaluate((element) => element.pause());
    await is(`controller.hasAttribute('mediapaused')`);
    const before = await player.evaluate((element) => element.currentTime);
    await range.click({ position: { x: 300, y: 10 } });
    await is('player.currentTime > given[0] + 0.5', before);
    await is('!player.seeking');
    await button('seek-backward').click();
    await is('player.currentTime === 0');

    // The rate, and captions over the page.
    await button('playback-rate').click();
    await is('player.playbackRate !== 1');
    await is(
      `document.querySelector('media-playback-rate-button').mediaPlaybackRate === player.playbackRate`,
    );
    await button('captions').click();
    await player.locator('[part=captions]', { hasText: 'A reader opens the shop' }).waitFor();
    await button('captions').click();
    await player.locator('[part=captions]').waitFor({ state: 'detached' });

    // There is no sound.
    await controller.evaluate((element) => element.append(document.createElement('media-volume-range')));
    await page
      .locator('media-volume-range[mediavolumeunavailable=unsupported]')
      .waitFor({ state: 'attached' });

    // A key counts once, also with the focus in the page that is replayed.
    await player.locator('.stage').click();
    await is('!player.paused');
    await page.keyboard.press('k');
    await is('player.paused');
    await page.keyboard.press('f');
    await is('document.fullscreenElement === controller');
    await button('fullscreen').click();
    await is('document.fullscreenElement === null');
    assert.deepEqual([errors, said], [[], []]);
  });
}
