import { InvalidArgumentError, Option } from 'commander';
import { type MomentOptions, withMoment, withOutput, type WrittenOptions } from '../common-options.ts';
import { Destination } from '../destination.ts';
import { eachReplay } from '../each-replay.ts';
import { findInputs } from '../inputs.ts';
import { EXIT, UsageError, type Verb } from '../verb.ts';

interface ScreenshotOptions extends MomentOptions, WrittenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly masks: boolean;
}

export const screenshot: Verb<ScreenshotOptions> = {
  args: '<files...>',
  examples: [
    'screenshot checkout-bug.json --at 0:31 --out checkout-bug.png',
    'screenshot checkout-bug.json --at 31 --width 640 > small.png',
    'screenshot backup/ --at 0:10 --out pictures/',
  ],
  configure(command) {
    withMoment(command)
      .addOption(
        new Option('--width <pixels>', 'width of the picture; by default that of the page').argParser(
          pixelsOf,
        ),
      )
      .addOption(
        new Option('--height <pixels>', 'height of the picture; with a width, it fits into both').argParser(
          pixelsOf,
        ),
      )
      .option('--no-masks', 'without the marks over what the recorder has hidden')
      .addHelpText(
        'after',
        '\nThe picture is a PNG of the page as the player shows it. It needs Playwright.',
      );
    return withOutput(command, 'the picture');
  },
  async run(args, { at, window: windowId, width, height, masks, ...options }, terminal) {
    const inputs = await findInputs(args, options, terminal);
    const kind = { ending: '.png', isForPeople: false };
    const destination = await Destination.of(options, inputs.length, kind, terminal);
    if (!destination.isFile && terminal.stdout.isTTY)
      throw new UsageError('A terminal shows no pictures: name a file, as --out page.png');
    const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
    return eachReplay(inputs, { masks: masks ? 'show' : 'hide' }, terminal, async ({ replay, ...origin }) => {
      const picture = await replay.at({ time: at, windowId }, (page) => page.picture(size));
      await destination.write([picture], origin);
      return EXIT.done;
    });
  },
};

/** So large a picture can be at most: what Chromium draws. */
const MOST_PIXELS = 16_384;

function pixelsOf(text: string): number {
  const pixels = Number(text);
  if (!Number.isInteger(pixels) || pixels < 1 || pixels > MOST_PIXELS)
    throw new InvalidArgumentError(`A length is a whole number of pixels, ${MOST_PIXELS} at most.`);
  return pixels;
}
