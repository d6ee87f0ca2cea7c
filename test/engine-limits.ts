/** What a test needs that not every engine has, or not as tests drive it: the one list of what is left out, and why. */
const LIMITS = {
  // Playwright asks Chromium alone for it: over WebDriver BiDi Firefox ignores it, and WebKitWebDriver has no command.
  'forced colours': () => matchMedia('(forced-colors: active)').matches,
};

/** Leaves the test out where the engine does not have what it needs, once that was asked for. */
export function needs(test: Mocha.Context, what: keyof typeof LIMITS): void {
  if (!LIMITS[what]()) test.skip();
}
