import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { splitAtMarks, writeBetweenMarks } from '../../demo/docs-site/marks.mjs';
import { ROOT } from '../e2e/servers.mjs';
import { Browser, BUILT } from './browser.mjs';
import { load } from './measures.mjs';
import { MEASURES, plansOf } from './plans.mjs';
import { recordingOf } from './recordings.mjs';
import { bundleRow, rowsOf } from './rows.mjs';
import { markdownOf, summaryOf } from './table.mjs';

/**
 * `npm run bench`: the built element and the page that people write today when they have to show a recording
 * (pages/baseline.mjs), in turns, in the same Chromium, on the same recordings, on a machine that should have
 * nothing else to do. Prints a table: the ratio of the two first, for that is what holds on other machines.
 *
 *   npm run bench -- --runs 5                  medians of so many runs instead of 3
 *   npm run bench -- --sizes 10,75             recordings of 10, 75, 300 MB; all
 *   npm run bench -- --formats cv              `cv` (fields compressed by posthog-js) or `plain`; both
 *   npm run bench -- --only load,seeks,storm   load memory seeks burst play rate fast nodes idle storm remove
 *                                              entries; all
 *   npm run bench -- --write                   writes the tables into demo/docs/performance.md as well
 *   npm run bench -- --json                    prints every value of every run as well
 *
 * `node test/bench/run.mjs` is the same without building first. Recordings are made from fixtures/ when they are
 * first needed (a minute, 0.8 GB in the system's temporary folder) and kept there. A "block" is by how much a
 * timer that is always due in four milliseconds is late.
 */
const PLAYERS = ['baseline', 'element'];
const PAGE = join(ROOT, 'demo/docs/performance.md');

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '10,75,300' },
    formats: { type: 'string', default: 'cv,plain' },
    only: { type: 'string', default: MEASURES.join(',') },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const plans = plansOf({
  sizes: options.sizes.split(','),
  formats: options.formats.split(','),
  only: new Set(options.only.split(',')),
});

// A page without marks should fail now, not after an hour of measuring.
if (options.write) ['summary', 'bench'].forEach((name) => splitAtMarks(readFileSync(PAGE, 'utf8'), name));
const browser = new Browser();
const load1 = loadavg()[0];
try {
  const recordings = new Map();
  for (const { recording } of plans) {
    report(`recording ${recording}`);
    recordings.set(recording, await recordingOf(recording));
  }
  await browser.start();
  const measured = plans.flatMap(({ title, steps }) =>
    steps.map((step) => ({
      title: step.title ? `${title}, ${step.title}` : title,
      measure: step.columns,
      baseline: [],
      element: [],
      step,
    })),
  );
  for (let run = 1; run <= runs; run++) {
    for (const plan of plans) {
      for (const player of PLAYERS) {
        report(`run ${run}: ${plan.title}, ${player}`);
        const outcomes = await take(plan, player, recordings.get(plan.recording));
        for (const { step, outcome } of outcomes) {
          measured.find((entry) => entry.step === step)[player].push(outcome);
        }
      }
    }
  }
  const rows = [...rowsOf(measured), bundleRow(join(ROOT, 'dist/portable-replay.js'), BUILT)];
  const text = `${markdownOf(rows)}\n\n${machine()}`;
  console.log(text);
  if (options.json)
    console.log(JSON.stringify(measured, (key, value) => (key === 'step' ? undefined : value)));
  if (options.write) {
    writeBetweenMarks(PAGE, 'summary', summaryOf(rows));
    writeBetweenMarks(PAGE, 'bench', text);
  }
} finally {
  await browser.stop();
}

/** All steps of a plan in one new page. One that fails leaves a page that the next cannot be taken in. */
async function take({ recording: name, isEmpty, steps: all }, player, recording) {
  const steps = all.filter(({ isOwn }) => !isOwn || player === 'element');
  const outcomes = [];
  if (steps.length === 0) return outcomes;
  const context = { recording, address: browser.recording(name), browser };
  const view = await browser.open(player);
  let failure;
  try {
    if (!isEmpty) context.loaded = await load(view, context);
  } catch (error) {
    failure = reasonOf(error);
  }
  for (const step of steps) {
    try {
      outcomes.push({ step, outcome: failure ? { failure } : { value: await step.take(view, context) } });
    } catch (error) {
      failure = reasonOf(error);
      outcomes.push({ step, outcome: { failure } });
    }
  }
  if (failure) report(`  did not finish: ${failure}`);
  await browser.close(view);
  return outcomes;
}

function reasonOf(error) {
  return error.message
    .split('\n')[0]
    .replace(/^page\.evaluate: /, '')
    .replace(/^Error: /, '');
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
