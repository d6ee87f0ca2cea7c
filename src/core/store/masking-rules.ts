import type { MaskingRules } from '../recording.ts';

/**
 * The recorder's masking rules as its `$session_options` event states them. Missing settings get the recorder's
 * defaults; functions do not survive JSON and regular expressions arrive as `{}`, so only strings count.
 * Source: PostHog/posthog-js: packages/browser/src/extensions/replay/external/lazy-loaded-session-recorder.ts
 */
export function readMaskingRules(options: unknown, windowId: string, timestamp: number): MaskingRules {
  const given: Readonly<Record<string, unknown>> =
    typeof options === 'object' && options !== null ? { ...options } : {};
  const text = (key: string) => (typeof given[key] === 'string' && given[key] !== '' ? given[key] : null);
  const inputs = given['maskInputOptions'];
  return {
    windowId,
    timestamp,
    blockClass: text('blockClass') ?? 'ph-no-capture',
    blockSelector: text('blockSelector'),
    maskTextClass: text('maskTextClass') ?? 'ph-mask',
    maskTextSelector: text('maskTextSelector'),
    ignoreClass: text('ignoreClass') ?? 'ph-ignore-input',
    maskAllInputs: given['maskAllInputs'] !== false,
    maskInputOptions: {
      password: true,
      ...Object.fromEntries(
        Object.entries(typeof inputs === 'object' && inputs !== null ? inputs : {}).filter(
          (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
        ),
      ),
    },
  };
}
