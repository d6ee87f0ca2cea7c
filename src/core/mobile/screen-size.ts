import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';

/** Size of the device's screen in a transformed full snapshot: that of the screenshot, else of the largest views. */
export function screenSizeOf(event: Fields): { width: number; height: number } | null {
  const body = childNamed(childNamed(asRecord(event['data'])['node'], 'html'), 'body');
  const nodes = childNodesOf(body);
  const screenshot = nodes.find(isScreenshot);
  const sizes = (screenshot ? [screenshot] : nodes).map(sizeOf).filter((size) => size !== null);
  const width = sizes.reduce((largest, size) => Math.max(largest, size.width), 0);
  const height = sizes.reduce((largest, size) => Math.max(largest, size.height), 0);
  return width > 0 && height > 0 ? { width, height } : null;
}

export function isScreenshot(node: Fields): boolean {
  const attributes = asRecord(node['attributes']);
  return (
    node['tagName'] === 'img' &&
    sizeOf(node) !== null &&
    ('data-posthog-screenshot' in attributes || 'data-rrweb-mobile-screenshot' in attributes)
  );
}

function sizeOf(node: Fields): { width: number; height: number } | null {
  const { width, height, style } = asRecord(node['attributes']);
  const size = { width: lengthOf(width, style, 'width'), height: lengthOf(height, style, 'height') };
  return size.width > 0 && size.height > 0 ? size : null;
}

function lengthOf(attribute: unknown, style: unknown, property: string): number {
  if (typeof attribute === 'number') return attribute;
  const declaration = new RegExp(`(?:^|;)\\s*${property}:\\s*([\\d.]+)px`);
  return Number(declaration.exec(asText(style))?.[1] ?? 0);
}

function childNamed(node: unknown, tagName: string): Fields | undefined {
  return childNodesOf(node).find((child) => child['tagName'] === tagName);
}

function childNodesOf(node: unknown): readonly Fields[] {
  return asArray(asRecord(node)['childNodes']).filter(isRecord);
}
