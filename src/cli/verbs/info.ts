import type { RecordingInfo } from '../../core/index.ts';
import { formatClock } from '../../locale/clock.ts';
import { eachRecording } from '../each-recording.ts';
import { withInputs } from '../common-options.ts';
import { findInputs, type InputOptions } from '../inputs.ts';
import { coloured, type Output, printable, write } from '../terminal.ts';
import { EXIT, type Verb } from '../verb.ts';

interface InfoOptions extends InputOptions {
  readonly json?: boolean;
}

export const info: Verb<InfoOptions> = {
  args: '<files...>',
  configure: (command) => withInputs(command).option('--json', 'one line of JSON for each recording'),
  examples: ['info checkout-bug.json', "info 'backup/**/*.json.gz' --json | jq .duration"],
  async run(args, { json = false, ...options }, terminal) {
    const inputs = await findInputs(args, options, terminal);
    const { stdout } = terminal;
    return eachRecording(inputs, terminal, async ({ recording, name }) => {
      const text = json
        ? `${JSON.stringify({ file: name, ...recording.info })}\n`
        : tableOf(name, recording.info, stdout);
      await write(stdout, text);
      return EXIT.done;
    });
  },
};

function tableOf(name: string, info: RecordingInfo, output: Output): string {
  const { platform, startedAt, duration, producer, packing, windows, files, warnings } = info;
  const rows: [string, string][] = [
    ['Session', info.id || 'unknown'],
    ['Format', [info.format, ...packing.map((name) => `in ${name}`)].join(', ')],
    ['Platform', platform],
    ['Recorder', `${producer.library} ${producer.version}`.trim() || 'unknown'],
    ['Started', startedAt.toISOString()],
    ['Length', formatClock(duration)],
    ['Events', `${info.eventCount}${countsOf(info.counts)}`],
    ...windows.map(({ id, start, end, href }): [string, string] => [
      'Window',
      `${id}  ${formatClock(start)} to ${formatClock(end)}  ${href}`.trimEnd(),
    ]),
    ...files.map(({ name, size, sha256 }): [string, string] => [
      'File',
      [name, `${size} bytes`, `sha256 ${sha256}`].filter(Boolean).join('  '),
    ]),
    ...warnings.map(({ message }): [string, string] => ['Warning', message]),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(
    ([label, value]) => `  ${coloured(output, 'dim', label.padEnd(width))}  ${printable(value)}`,
  );
  return `${[coloured(output, 'bold', printable(name)), ...lines].join('\n')}\n`;
}

function countsOf(counts: RecordingInfo['counts']): string {
  const listed = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return listed.length === 0 ? '' : ` (${listed.map(([kind, count]) => `${count} ${kind}`).join(', ')})`;
}
