/** Registers `<portable-replay>` and the elements it is made of. The only module whose import has an effect. */
import { ReplayMaskLayerElement } from './masks/replay-mask-layer.ts';
import { ReplayOutlineLayerElement } from './masks/replay-outline-layer.ts';
import { overlayElements } from './overlays/elements.ts';
import { PortableReplayElement } from './portable-replay-element.ts';
import { controlElements } from './controls/elements.ts';
import { panelElements } from './panels/registry.ts';

export * from './index.ts';

const elements: readonly (readonly [tag: string, element: CustomElementConstructor])[] = [
  ...panelElements,
  ...controlElements,
  ...overlayElements,
  ['replay-mask-layer', ReplayMaskLayerElement],
  ['replay-outline-layer', ReplayOutlineLayerElement],
  ['portable-replay', PortableReplayElement],
];

// A page may load two copies, say its own and an embedded one; the first is kept.
for (const [tag, element] of elements) if (!customElements.get(tag)) customElements.define(tag, element);
