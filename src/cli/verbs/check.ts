import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkedReplay } from '../checks/checked-replay.ts';
import { type CheckFailure, failureOf } from '../checks/failure-text.ts';
import { loadChecks } from '../checks/load-checks.ts';
import { withInputs } from '../common-options.ts';
import { eachReplay } from '../each-replay.ts';
import { findInputs, type InputOptions } from '../inputs.ts';
import { coloured, type Output, printable, type Terminal, write } from '../terminal.ts';
import { EXIT, type Verb } from '../verb.ts';

interface CheckOptions extends InputOptions {
  readonly json?: boolean;
}

export const check: Verb<CheckOptions> = {
  args: '<script> <files...>',
  examples: [
    'check checkout.checks.mjs checkout-bug.json',
    "check checkout.checks.mjs 'recordings/*.json' --json | jq 'select(.ok | not)'",
  ],
  configure: (command) =>
    withInputs(command)
      .option('--json', 'one line for each check: {"file", "name", "ok", "message", "place"}')
      .addHelpText(
        'after',
        `
The script is a module whose default export has a function for each check, which gets the replay:

  import assert from 'node:assert/strict';

  export default {
    'the coupon counts': async ({ at }) => {
      assert.equal(await at('0:31').text('.total'), '29.00');
    },
    'nothing goes wrong': async ({ errors }) => {
      assert.deepEqual(await errors(), []);
    },
  };

It ends with 1 when a check fails. It needs Playwright.`,
      ),
  async run([script = '', ...args], { json = false, ...options }, terminal) {
    const checks = await loadChecks(script);
    const inputs = await findInputs(args, options, terminal);
    const address = pathToFileURL(resolve(script)).href;
    const report = new Report(terminal, json);
    const code = await eachReplay(inputs, { masks: 'show' }, terminal, async ({ replay, name: file }) => {
      await report.begin(file);
      const checked = checkedReplay(replay);
      let hasFailed = false;
      for (const [name, run] of checks) {
        terminal.signal.throwIfAborted();
        const failure = await failureIn(() => run(checked), address);
        terminal.signal.throwIfAborted();
        await report.tell(file, name, failure);
        hasFailed ||= failure !== null;
      }
      return hasFailed ? EXIT.found : EXIT.done;
    });
    await report.end();
    return code;
  },
};

async function failureIn(run: () => void | Promise<void>, script: string): Promise<CheckFailure | null> {
  try {
    await run();
    return null;
  } catch (thrown) {
    return failureOf(thrown, script);
  }
}

/** How the checks went, as they go. */
class Report {
  readonly #output: Output;
  readonly #json: boolean;
  #passed = 0;
  #failed = 0;

  constructor({ stdout }: Terminal, json: boolean) {
    this.#output = stdout;
    this.#json = json;
  }

  async begin(file: string): Promise<void> {
    if (!this.#json) await write(this.#output, `${coloured(this.#output, 'bold', printable(file))}\n`);
  }

  async tell(file: string, name: string, failure: CheckFailure | null): Promise<void> {
    if (failure) this.#failed++;
    else this.#passed++;
    const text = this.#json
      ? JSON.stringify({ file, name, ok: failure === null, ...failure })
      : this.#lines(name, failure);
    await write(this.#output, `${text}\n`);
  }

  async end(): Promise<void> {
    if (!this.#json) await write(this.#output, `\n${this.#passed} passed, ${this.#failed} failed\n`);
  }

  #lines(name: string, failure: CheckFailure | null): string {
    if (!failure) return `  ${coloured(this.#output, 'green', '✔')} ${printable(name)}`;
    const { message, place } = failure;
    const told = [...message.split('\n'), ...(place === '' ? [] : [`at ${place}`])].map((line) =>
      line === '' ? '' : `      ${printable(line)}`,
    );
    return [`  ${coloured(this.#output, 'red', '✖')} ${printable(name)}`, ...told].join('\n');
  }
}
