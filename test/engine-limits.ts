/** What a test needs that not every engine has, or not as tests drive it: the one list of what is left out, and why. */
const LIMITS = {
  // Playwright asks Chromium alone for it: over WebDriver BiDi Firefox ignores it, and WebKitWebDriver has no command.
  'forced colours': () => matchMedia('(forced-colors: active)').matches,
  // Neither WebKitWebDriver nor WebDriver BiDi of Firefox has a command for it.
  'paper': () => matchMedia('print').matches,
  // WebKit dispatches none at a cue that is not on a track of a media element of its own.
  'events of cues': () => {
    const cue = new VTTCue(0, 1, '');
    let isHeard = false;
    cue.addEventListener('enter', () => (isHeard = true));
    cue.dispatchEvent(new Event('enter'));
    return isHeard;
  },
};

/** Leaves the test out where the engine does not have what it needs, once that was asked for. */
export function needs(test: Mocha.Context, what: keyof typeof LIMITS): void {
  if (!LIMITS[what]()) test.skip();
}

const isChromium = navigator.userAgent.includes('Chrome/');

/**
 * What a probe gives, to compare with what is right. Nothing is changed in Chromium. Elsewhere numbers and lengths that are
 * right to a pixel become what they should be: Firefox puts what is scrolled at a pixel of the screen, which is at no whole
 * one of a page that is shown at another scale, and either makes a text a little wider or narrower.
 */
export function toThePixel(found: unknown, right: unknown): unknown {
  if (isChromium) return found;
  if (isNear(found, right)) return right;
  if (Array.isArray(found) && Array.isArray(right)) {
    return found.map((part, i) => toThePixel(part, right[i]));
  }
  if (!isObject(found) || !isObject(right)) return found;
  return Object.fromEntries(Object.entries(found).map(([key, part]) => [key, toThePixel(part, right[key])]));
}

function isNear(found: unknown, right: unknown): boolean {
  return Math.abs(pixelsOf(found) - pixelsOf(right)) <= 1;
}

/** NaN for what is no length. */
function pixelsOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[\d.]+px$/.test(value) ? parseFloat(value) : NaN;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
