import { limitsOf } from './measures/limit.mjs';
import { load } from './measures/loading.mjs';

/**
 * All steps of a plan in one new page. One that fails leaves a page that the next cannot be taken in.
 *
 * @param {import('./plans.mjs').Plan} plan
 * @param {'baseline' | 'element'} player
 * @param {import('./plans.mjs').Context} context
 * @returns {Promise<{step: import('./plans.mjs').Step, outcome: import('./rows.mjs').Outcome, pages?: object[]}[]>} with
 *   the pages that the limit is to be measured with
 */
export async function take(plan, player, context) {
  const steps = plan.steps.filter(({ isOwn }) => !isOwn || player === 'element');
  if (steps.length === 0) return [];
  return inPage(context.browser, plan.page ?? player, async (view, attempt) => {
    const outcomes = [];
    // The page and the element are there, and nothing was opened yet.
    const opened = await attempt(async () => {
      await context.browser.quiet();
      return { loaded: plan.isEmpty ? undefined : await load(view, context) };
    });
    const { loaded } = opened.outcome.value ?? {};
    for (const step of steps)
      outcomes.push({ step, ...(await attempt(() => step.take(view, { ...context, loaded }))) });
    return outcomes;
  });
}

/**
 * What the steps of a plan would take at the limit.
 *
 * @param {Awaited<ReturnType<typeof take>>} taken in the element's page, in the same run
 * @param {import('./browser.mjs').Browser} browser
 */
export async function takeLimit(taken, browser) {
  const steps = taken.filter(({ pages }) => pages?.length > 0);
  if (steps.length === 0) return [];
  return inPage(browser, 'limit', async (view, attempt) => {
    const outcomes = [];
    await attempt(() => browser.quiet());
    for (const { step, pages } of steps)
      outcomes.push({ step, ...(await attempt(async () => step.limit(await limitsOf(view, pages)))) });
    return outcomes;
  });
}

/**
 * Hands over a new page, and a function that gives the outcome of something done in it: its failure, or that of
 * something before.
 */
async function inPage(browser, name, action) {
  const view = await browser.open(name);
  let failure;
  const attempt = async (step) => {
    if (failure) return { outcome: { failure } };
    try {
      const { pages, ...value } = (await step()) ?? {};
      return { outcome: { value }, pages };
    } catch (error) {
      failure = reasonOf(error);
      return { outcome: { failure } };
    }
  };
  try {
    return await action(view, attempt);
  } finally {
    await browser.close(view);
  }
}

function reasonOf(error) {
  return error.message
    .split('\n')[0]
    .replace(/^page\.evaluate: /, '')
    .replace(/^Error: /, '');
}
