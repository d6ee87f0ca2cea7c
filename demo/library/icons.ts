import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** As those of the player: they repeat what a label says. */
function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawing}</svg>`;
}

export const libraryIcon = icon(
  svg`<path d="M5 4.5v15M9.5 4.5v15M5 4.5h4.5M5 19.5h4.5M13 5.6l3.9-1.1 3.6 14-3.9 1.1Z" />`,
);

export const keepIcon = icon(svg`<path d="M6.5 4.5h11v15L12 15.2l-5.5 4.3Z" />`);

export const keptIcon = icon(svg`<path class="solid" d="M6.5 4.5h11v15L12 15.2l-5.5 4.3Z" />`);
