import { asArray, asRecord, asText, type Fields } from '../json.ts';
import { attributesOf, nodesOf } from '../rrweb/serialized-node.ts';
import { isScreenshot } from './screen-size.ts';

/** No picture is smaller, in bytes: a JPEG has tables in it. */
const SMALLEST = { jpeg: 100, other: 26 };

/** How many screens of an app are pictures of which too little is left to show anything, such as one that was cut. */
export function countDamagedScreens({ node, adds }: Fields): number {
  let count = 0;
  for (const root of [node, ...asArray(adds).map((add) => asRecord(add)['node'])])
    for (const found of nodesOf(root))
      if (isScreenshot(found) && isDamaged(attributesOf(found)['src'])) count++;
  return count;
}

function isDamaged(address: unknown): boolean {
  const [, base64 = null] = /^data:image\/[\w.+-]+;base64,([^]*)$/.exec(asText(address)) ?? [];
  if (base64 === null) return false;
  return base64.length * 0.75 < (base64.startsWith('/9j/') ? SMALLEST.jpeg : SMALLEST.other);
}
