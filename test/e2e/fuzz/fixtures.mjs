import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../../../fixtures/shapes.mjs';
import { ROOT } from '../servers.mjs';

export const FIXTURES = join(ROOT, 'fixtures/recordings');
export const CHECKOUT = linesOf(readFileSync(join(FIXTURES, 'checkout.jsonl'), 'utf8'));
