import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ShownShortcut } from '../../player-state.ts';
import { keyName } from '../../shortcut-keys.ts';
import type { ShortcutGroup } from '../../locale/words/shortcuts.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';

const GROUPS: readonly ShortcutGroup[] = ['playback', 'moments', 'page', 'panels'];

/** More keys than these are in a row, of which the first and the last are named. */
const MOST_KEYS = 3;

const styles = css`
  td {
    padding-inline-start: 12px;
  }

  kbd {
    display: inline-block;
    min-inline-size: 24px;
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-block-end-width: 2px;
    border-radius: 5px;
    font: 500 12px/18px var(--_font);
    text-align: center;
  }
`;

/**
 * The keyboard shortcuts that work, in groups.
 *
 * @element replay-shortcuts-panel
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to close.
 * @csspart heading - The heading.
 * @csspart close - The button that closes the panel.
 */
export class ReplayShortcutsPanelElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, panelStyles, styles];

  readonly #panel = new PanelController(this);

  /** What to list, in this order within each group. */
  @property({ attribute: false }) shortcuts: readonly ShownShortcut[] = [];

  protected override render(): TemplateResult {
    const { shortcuts } = localeOf(this);
    return this.#panel.render(
      shortcuts.shortcuts,
      html`
        <div class="content">
          ${GROUPS.map((group) => this.#renderGroup(group))}
          <p class="quiet">${shortcuts.escape}</p>
        </div>
      `,
    );
  }

  #renderGroup(group: ShortcutGroup): TemplateResult {
    const words = localeOf(this);
    const rows = this.shortcuts.filter((shortcut) => shortcut.group === group);
    return html`
      <div ?hidden=${rows.length === 0}>
        <h3 id=${group}>${words.shortcuts.groups[group]}</h3>
        <table aria-labelledby=${group}>
          <tbody>
            ${rows.map(
              ({ label, keys }) => html`
                <tr>
                  <th scope="row">${label(words)}</th>
                  <td>${this.#renderKeys(keys)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #renderKeys(keys: readonly string[]): readonly TemplateResult[] | TemplateResult {
    const [first = '', last = ''] = [keys[0], keys.at(-1)];
    if (keys.length > MOST_KEYS) return html`${this.#renderKey(first)} – ${this.#renderKey(last)}`;
    return keys.map((key) => html`${this.#renderKey(key)} `);
  }

  #renderKey(key: string): TemplateResult {
    const named: Readonly<Record<string, string>> = { ...localeOf(this).shortcuts.keys };
    return html`<kbd>${named[keyName(key)] ?? key.toUpperCase()}</kbd>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-shortcuts-panel': ReplayShortcutsPanelElement;
  }
}
