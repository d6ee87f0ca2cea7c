import { type MomentOptions, withMoment, withOutput, type WrittenOptions } from '../common-options.ts';
import { Destination } from '../destination.ts';
import { eachReplay } from '../each-replay.ts';
import { findInputs } from '../inputs.ts';
import { EXIT, type Verb } from '../verb.ts';

interface AriaOptions extends MomentOptions, WrittenOptions {
  readonly json?: boolean;
}

export const aria: Verb<AriaOptions> = {
  args: '<files...>',
  examples: [
    'aria checkout-bug.json --at 0:31',
    'aria checkout-bug.json --at 0:31 --json | jq -r .outline',
    'aria backup/ --at 0:10 --out outlines/',
  ],
  configure(command) {
    withMoment(command)
      .option('--json', 'one line for each recording: {"file", "time", "windowId", "href", "outline"}')
      .addHelpText(
        'after',
        `
The outline is what screen readers are told, in the YAML of Playwright's aria snapshots, of the page as the
player shows it. It needs Playwright; \`transcript --seen\` does without.`,
      );
    return withOutput(command, 'the outline');
  },
  async run(args, { at, window: windowId, json = false, ...options }, terminal) {
    const inputs = await findInputs(args, options, terminal);
    const kind = { ending: json ? '.json' : '.yml', isForPeople: !json };
    const destination = await Destination.of(options, inputs.length, kind, terminal);
    return eachReplay(inputs, { masks: 'hide' }, terminal, async ({ replay, ...origin }) => {
      const text = await replay.at({ time: at, windowId }, async (page) => {
        const outline = await page.aria();
        const { time, windowId, href } = page.screen;
        return json ? JSON.stringify({ file: origin.name, time, windowId, href, outline }) : outline;
      });
      await destination.write([`${text}\n`], origin);
      return EXIT.done;
    });
  },
};
