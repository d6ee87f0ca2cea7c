import { css, html, nothing, type TemplateResult } from 'lit';

/** A number beside the icon of a button, which it would hide. */
export const badgeStyles = css`
  .button:has(.badge) {
    gap: 3px;
  }

  .badge {
    min-inline-size: 15px;
    padding: 0 3.5px;
    border-radius: 8px;
    color: var(--_surface);
    background: var(--_accent);
    font: 600 10px/15px var(--_font);
  }
`;

/** Seen and heard alike, for those who name a control by what they see on it. */
export function badgeText(count: number): string {
  return count > 99 ? '99+' : String(count);
}

/** The number as it stands beside an icon; nothing where there is nothing to count. */
export function renderBadge(count: number): TemplateResult | typeof nothing {
  return count === 0 ? nothing : html`<span class="badge" part="badge">${badgeText(count)}</span>`;
}
