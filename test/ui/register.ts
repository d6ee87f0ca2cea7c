import { overlayElements } from '../../src/overlays/elements.ts';
import { controlElements } from '../../src/ui/elements.ts';

for (const [tag, element] of [...controlElements, ...overlayElements]) customElements.define(tag, element);
