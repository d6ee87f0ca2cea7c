/** What several players on one page take. Each takes the page of several.html, without players. */

/* global bench, probe */

const MANY = 12;

/** One player has read a recording and is at rest; then another opens it. */
export async function second(view, { address, browser }) {
  await view.ask((url) => bench.first(url), address);
  await browser.quiet();
  const measured = await view.ask(
    async (url) => ({ network: await probe.firstByte(url), first: await bench.first(url) }),
    address,
  );
  return { ...measured, pages: [await view.ask(() => bench.lastPage())] };
}

/** How long it is until a page is interactive that has one player, and one that has many. */
export async function grid(view, { address, browser }) {
  const interactive = async (count) => {
    await view.page.reload();
    await browser.quiet();
    return view.ask(([url, players]) => bench.interactive(url, players), [address, count]);
  };
  return { one: await interactive(1), twelve: await interactive(MANY) };
}
