import type { StageSize } from '../rrweb-view/stage-view.ts';

/** The sizes of the page that the menu offers and the key steps through. */
export const STAGE_SIZES: readonly StageSize[] = ['fit', 'width', 'actual'];
