/** The speeds that the menu offers and the keys step through. Any other positive one works by property. */
export const PLAYBACK_RATES: readonly number[] = [0.25, 0.5, 1, 1.5, 2, 4, 8, 16];
