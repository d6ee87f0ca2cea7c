import { overlayElements } from '../../src/overlays/elements.ts';
import { controlElements } from '../../src/controls/elements.ts';
import { panelElements } from '../../src/panels/registry.ts';

for (const [tag, element] of [...panelElements, ...controlElements, ...overlayElements])
  customElements.define(tag, element);
