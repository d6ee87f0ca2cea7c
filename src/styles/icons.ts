import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Icons on a grid of 24. They repeat what a label says, so screen readers skip them. */
function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawing}</svg>`;
}

export const playIcon = icon(svg`<path class="solid" d="M7.5 4.8v14.4L19 12Z" />`);

export const pauseIcon = icon(
  svg`<rect class="solid" x="6.5" y="5" width="3" height="14" rx="0.6" /><rect class="solid" x="14.5" y="5" width="3" height="14" rx="0.6" />`,
);

export const replayIcon = icon(
  svg`<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.7" /><path d="M4.5 4v4.7h4.7" />`,
);

export const idleIcon = icon(
  svg`<path class="solid" d="M4 6.5v11l7-5.5Z" /><path class="solid" d="M12 6.5v11l7-5.5Z" /><path d="M20.5 6v12" />`,
);

export const windowsIcon = icon(
  svg`<rect x="3.5" y="8" width="12.5" height="11.5" rx="2" /><path d="M8 8V6.5a2 2 0 0 1 2-2h8.5a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H16" />`,
);

export const masksIcon = icon(
  svg`<path d="M3 12c2-4 5.2-6 9-6s7 2 9 6c-2 4-5.2 6-9 6s-7-2-9-6Z" /><circle cx="12" cy="12" r="2.8" />`,
);

export const masksOffIcon = icon(
  svg`<path d="M9.6 6.3A9 9 0 0 1 12 6c3.8 0 7 2 9 6a13 13 0 0 1-2.6 3.5M14.5 17.7A9 9 0 0 1 12 18c-3.8 0-7-2-9-6a13 13 0 0 1 3.7-4.4" /><path d="m4 4 16 16" />`,
);

export const inspectIcon = icon(
  svg`<path d="M8.5 4.5H10a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H8.5M15.5 4.5H14a2 2 0 0 0-2 2M15.5 19.5H14a2 2 0 0 1-2-2M10 12h4" />`,
);

export const inspectorIcon = icon(
  svg`<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" />`,
);

export const transcriptIcon = icon(
  svg`<path d="M5 4.5h14v11.5h-8l-4 3.5v-3.5H5Z" /><path d="M8.5 8.5h7M8.5 12h4.5" />`,
);

export const openIcon = icon(
  svg`<path d="M3.5 18V6.5a2 2 0 0 1 2-2h4l2 2.5h7a2 2 0 0 1 2 2V18a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18Z" />`,
);

export const enterFullscreenIcon = icon(
  svg`<path d="M4.5 9.5v-5h5M14.5 4.5h5v5M19.5 14.5v5h-5M9.5 19.5h-5v-5" />`,
);

export const exitFullscreenIcon = icon(
  svg`<path d="M9.5 4.5v5h-5M19.5 9.5h-5v-5M14.5 19.5v-5h5M4.5 14.5h5v5" />`,
);

export const checkIcon = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`);

export const uploadIcon = icon(
  svg`<path d="M12 15.5V4.5m-4.5 4.5L12 4.5 16.5 9M4.5 15v3a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5v-3" />`,
);

export const lockIcon = icon(
  svg`<rect x="5" y="10.5" width="14" height="9" rx="2" /><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />`,
);

export const alertIcon = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.8v5M12 16.2v.01" />`);

export const infoIcon = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 11.2v5M12 7.8v.01" />`);

export const closeIcon = icon(svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />`);

export const copyIcon = icon(
  svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 5.5a1 1 0 0 0-1-1h-8a2 2 0 0 0-2 2v8a1 1 0 0 0 1 1" />`,
);

export const shareIcon = icon(
  svg`<path d="M12 14.5V4.3m-3.5 3.5L12 4.3l3.5 3.5M8 10.5H6.5A1.5 1.5 0 0 0 5 12v6a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 18v-6a1.5 1.5 0 0 0-1.5-1.5H16" />`,
);

export const previousIcon = icon(svg`<path class="solid" d="M18 6v12l-8.5-6Z" /><path d="M6 5.5v13" />`);

export const nextIcon = icon(svg`<path class="solid" d="M6 6v12l8.5-6Z" /><path d="M18 5.5v13" />`);

/** The triangle is the one that stands for errors on the timeline. */
export const previousErrorIcon = icon(
  svg`<path class="solid" d="M11.5 7.5h9l-4.5 9Z" /><path d="m8 7-5 5 5 5" />`,
);

export const nextErrorIcon = icon(
  svg`<path class="solid" d="M3.5 7.5h9L8 16.5Z" /><path d="m16 7 5 5-5 5" />`,
);

export const captionsIcon = icon(
  svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2" /><path d="M7 11h5M14 11h3M7 14.5h2.5M11.5 14.5H17" />`,
);

export const chaptersIcon = icon(svg`<path d="M5 4.5v15M5 5.5h13l-2.5 4 2.5 4H5" />`);

export const linkIcon = icon(
  svg`<path d="M10 14a3.5 3.5 0 0 0 5 0l3.5-3.5a3.5 3.5 0 0 0-5-5L12.3 6.7M14 10a3.5 3.5 0 0 0-5 0l-3.5 3.5a3.5 3.5 0 0 0 5 5l1.2-1.2" />`,
);

export const moreIcon = icon(
  svg`<circle class="solid" cx="6" cy="12" r="1" /><circle class="solid" cx="12" cy="12" r="1" /><circle class="solid" cx="18" cy="12" r="1" />`,
);

export const notesIcon = icon(
  svg`<path d="M18.5 11V6a1.5 1.5 0 0 0-1.5-1.5H6A1.5 1.5 0 0 0 4.5 6v12A1.5 1.5 0 0 0 6 19.5h5" /><path d="M8 9h7M8 12.5h3.5" /><path d="m13.5 19.5.6-2.6 5-5 2 2-5 5Z" />`,
);

export const editIcon = icon(svg`<path d="m4.5 19.5 1-4L16 5l3 3L8.5 18.5Z" /><path d="m13.5 7.5 3 3" />`);

export const removeIcon = icon(
  svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 11a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5L17.5 7M10 10.5v5.5M14 10.5v5.5" />`,
);

export const playlistIcon = icon(svg`<path d="M4.5 6.5h15M4.5 12h15M4.5 17.5h9" />`);

export const privacyIcon = icon(
  svg`<path d="M12 3.8 5 6.3v5.4c0 4.1 2.8 7 7 8.5 4.2-1.5 7-4.4 7-8.5V6.3Z" /><path d="m9 11.8 2.2 2.2 3.8-4" />`,
);

export const keyboardIcon = icon(
  svg`<rect x="3" y="6.5" width="18" height="11.5" rx="2" /><path d="M7 10.2h.01M10.3 10.2h.01M13.7 10.2h.01M17 10.2h.01M8.5 14.3h7" />`,
);

export const backIcon = icon(
  svg`<path class="solid" d="M11.5 6.5v11L4 12Z" /><path class="solid" d="M20 6.5v11L12.5 12Z" />`,
);

export const forwardIcon = icon(
  svg`<path class="solid" d="M4 6.5v11l7.5-5.5Z" /><path class="solid" d="M12.5 6.5v11L20 12Z" />`,
);

export const sizeIcon = icon(
  svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2" /><path d="M10.5 12H7m1.5-1.5L7 12l1.5 1.5M13.5 12H17m-1.5-1.5L17 12l-1.5 1.5" />`,
);
