import { fileURLToPath } from 'node:url';

/** An absolute path of something in the project. */
export const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
