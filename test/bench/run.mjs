import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { splitAtMarks, writeBetweenMarks } from '../../demo/docs-site/marks.mjs';
import { ROOT } from '../e2e/servers.mjs';
import { Browser, BUILT } from './browser.mjs';
import { growthOf, growthTable, tooFast } from './growth.mjs';
import { MEASURES, plansOf } from './plans.mjs';
import { recordingOf } from './recordings.mjs';
import { bundleRow, rowsOf } from './rows.mjs';
import { markdownOf, readmeTableOf, summaryOf } from './table.mjs';
import { take, takeLimit } from './take.mjs';

/**
 * `npm run bench`: the built element, the page that people write today when they have to show a recording
 * (pages/baseline.mjs) and the limit, which is the same page as static HTML in a frame (pages/limit.mjs), in turns, in
 * the same Chromium, on the same recordings, on a machine that should have nothing else to do. Prints a table: the
 * ratios of the element to the two others first, for these hold on other machines. Then a small one of what grows with
 * the size of a recording; when something grows faster than growth.mjs says it may, the bench ends with 1 and says so.
 *
 *   npm run bench -- --runs 3                  medians of so many runs instead of 5
 *   npm run bench -- --sizes 10,75             recordings of 1, 10, 75, 300 MB; all
 *   npm run bench -- --formats cv              `cv` (fields compressed by posthog-js) or `plain`; both
 *   npm run bench -- --only load,seeks,storm   load tasks memory seeks burst play rate fast nodes idle storm remove
 *                                              several entries; all
 *   npm run bench -- --write                   writes the tables into demo/docs/performance.md as well
 *   npm run bench -- --json                    prints every value of every run as well
 *
 * `node test/bench/run.mjs` is the same without building first. Recordings are made from fixtures/ when they are
 * first needed (a minute, 0.8 GB in the system's temporary folder) and kept there. A "block" is by how much a
 * timer that is always due in four milliseconds is late.
 */
const PLAYERS = ['baseline', 'element'];
const PAGE = join(ROOT, 'demo/docs/performance.md');
const README = join(ROOT, 'README.md');

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1,10,75,300' },
    formats: { type: 'string', default: 'cv,plain' },
    only: { type: 'string', default: MEASURES.join(',') },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const sizes = options.sizes.split(',');
const formats = options.formats.split(',');
const plans = plansOf({ sizes, formats, only: new Set(options.only.split(',')) });

// A page without marks should fail now, not after an hour of measuring.
if (options.write) {
  for (const name of ['summary', 'bench']) splitAtMarks(readFileSync(PAGE, 'utf8'), name);
  splitAtMarks(readFileSync(README, 'utf8'), 'bench');
}
const browser = new Browser();
const load1 = loadavg()[0];
try {
  const recordings = new Map();
  for (const { recording } of plans) {
    report(`recording ${recording}`);
    recordings.set(recording, await recordingOf(recording));
  }
  await browser.start();
  const measured = plans.flatMap(({ title, recording, steps }) =>
    steps.map((step) => ({
      title: step.title ? `${title}, ${step.title}` : title,
      recording,
      measure: step.columns,
      baseline: [],
      element: [],
      limit: [],
      step,
    })),
  );
  const note = (column, outcomes) => {
    for (const { step, outcome } of outcomes) {
      if (outcome.failure) report(`  did not finish: ${outcome.failure}`);
      measured.find((entry) => entry.step === step)[column].push(outcome);
    }
  };
  for (let run = 1; run <= runs; run++) {
    for (const plan of plans) {
      const address = browser.recording(plan.recording);
      const context = { recording: recordings.get(plan.recording), address, browser };
      let taken;
      for (const player of PLAYERS) {
        report(`run ${run}: ${plan.title}, ${player}`);
        taken = await take(plan, player, context);
        note(player, taken);
      }
      // The element's pages, in the same run.
      report(`run ${run}: ${plan.title}, limit`);
      note('limit', await takeLimit(taken, browser));
    }
  }
  const rows = [...rowsOf(measured), bundleRow(join(ROOT, 'dist/portable-replay.js'), BUILT)];
  const growth = growthOf(rows, { sizes, formats });
  const tables = [markdownOf(rows), ...(growth.length > 0 ? [growthTable(growth, sizes)] : [])];
  const text = [...tables, machine()].join('\n\n');
  console.log(text);
  if (options.json)
    console.log(JSON.stringify(measured, (key, value) => (key === 'step' ? undefined : value)));
  if (options.write) {
    writeBetweenMarks(PAGE, 'summary', summaryOf(rows));
    writeBetweenMarks(PAGE, 'bench', text);
    writeBetweenMarks(README, 'bench', readmeTableOf(rows));
  }
  for (const sentence of tooFast(growth)) {
    console.error(sentence);
    process.exitCode = 1;
  }
} finally {
  await browser.stop();
}

function machine() {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Chromium ${browser.version}, ${process.platform}, ${cpus().length} × ${model.trim()}, ${memory} GB`,
    `load ${load1.toFixed(1)} at the start`,
    `medians of ${runs} runs`,
  ].join('; ');
}

/** How far it is; not part of what is printed. */
function report(text) {
  console.error(text);
}
