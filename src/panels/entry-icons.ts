import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Icons on a grid of 24, smaller than those of the bar. They repeat what words say, so screen readers skip them. */
function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawing}</svg>`;
}

export const pageEntryIcon = icon(svg`<path d="M6 3.5h8l4 4v13H6Z" /><path d="M14 3.5v4h4" />`);
export const clickEntryIcon = icon(
  svg`<path d="M9 9.5 20 13l-4.8 2L13 20Z" /><path d="M6 6 4 4M6 10H3M10 6V3" />`,
);
export const inputEntryIcon = icon(
  svg`<rect x="3" y="7" width="18" height="10" rx="2" /><path d="M7 10v4M10.5 14H17" />`,
);
export const viewEntryIcon = icon(
  svg`<rect x="3.5" y="5" width="17" height="14" rx="2" /><path d="M3.5 9h17" />`,
);
export const consoleEntryIcon = icon(svg`<path d="m5 7 5 5-5 5M12.5 17.5H19" />`);
export const requestEntryIcon = icon(svg`<path d="M7 4v15m-3-3 3 3 3-3M17 20V5m-3 3 3-3 3 3" />`);
export const errorEntryIcon = icon(
  svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.2M12 16.2v.01" />`,
);
export const signalEntryIcon = icon(svg`<path d="M12 4 21 19.5H3Z" /><path d="M12 10v4M12 16.8v.01" />`);
export const customEntryIcon = icon(svg`<path d="M6 20V4.5h11l-2.5 4 2.5 4H6" />`);
export const annotationEntryIcon = icon(svg`<path d="M4 5h16v11h-9l-4.5 4v-4H4Z" />`);
export const idleEntryIcon = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`);
