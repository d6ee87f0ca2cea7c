/** Custom events of PostHog's SDK that tell of another address. */
export const ADDRESS_TAGS: ReadonlySet<unknown> = new Set(['$pageview', '$url_changed']);

/** Custom event in which PostHog's recorder tells of an element that fills the screen, or does no longer. */
export const FULL_SCREEN_TAG = 'rrweb/fullscreen';

/** Custom event of our own: what is known of a page and its user that no event of a recorder tells. */
export const STATE_TAG = 'portable-replay/state';

/** Custom events in which it tells of its own settings. */
export const CONFIG_TAGS: ReadonlySet<unknown> = new Set([
  '$posthog_config',
  '$session_options',
  '$remote_config_received',
]);
