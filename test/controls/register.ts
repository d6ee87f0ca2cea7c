import { overlayElements } from '../../src/overlays/elements.ts';
import { controlElements } from '../../src/controls/elements.ts';

for (const [tag, element] of [...controlElements, ...overlayElements]) customElements.define(tag, element);
