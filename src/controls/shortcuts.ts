/** What a key asks the player to do. Steps and times in seconds. */
export type Shortcut =
  | {
      readonly type:
        'toggle' | 'fullscreen' | 'masks' | 'privacy' | 'share' | 'about' | 'inspect' | 'start' | 'end';
    }
  | { readonly type: 'step'; readonly seconds: number }
  | { readonly type: 'fraction'; readonly of: number }
  | { readonly type: 'rate'; readonly direction: 1 | -1 };

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  ' ': { type: 'toggle' },
  'k': { type: 'toggle' },
  'ArrowLeft': { type: 'step', seconds: -5 },
  'ArrowRight': { type: 'step', seconds: 5 },
  'j': { type: 'step', seconds: -10 },
  'l': { type: 'step', seconds: 10 },
  ',': { type: 'step', seconds: -0.1 },
  '.': { type: 'step', seconds: 0.1 },
  'Home': { type: 'start' },
  'End': { type: 'end' },
  '<': { type: 'rate', direction: -1 },
  '>': { type: 'rate', direction: 1 },
  'f': { type: 'fullscreen' },
  'p': { type: 'masks' },
  'h': { type: 'privacy' },
  'i': { type: 'about' },
  's': { type: 'share' },
  't': { type: 'inspect' },
};

/**
 * The keys of video players. Null when the key has another meaning: with a modifier, where text is entered, or
 * on a control that uses it itself.
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return null;
  if (target.matches('input, textarea, select, [contenteditable]')) return null;
  const isControl = target.matches('button, a, summary, [role^="menu"], [role="slider"]');
  if (isControl && (event.key === ' ' || event.key.startsWith('Arrow') || event.key.length > 1)) return null;
  if (/^[0-9]$/.test(event.key)) return { type: 'fraction', of: Number(event.key) / 10 };
  return SHORTCUTS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
