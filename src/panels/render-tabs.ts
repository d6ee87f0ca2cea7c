import { html, type TemplateResult } from 'lit';

interface Tabs<V extends string> {
  readonly views: readonly V[];
  readonly view: V;
  readonly names: Readonly<Record<V, string>>;
  readonly show: (view: V) => void;
}

/** The views of a panel as tabs, which arrow keys go through, and the one that is shown. */
export function renderTabs<V extends string>(
  { views, view, names, show }: Tabs<V>,
  content: TemplateResult,
): TemplateResult {
  const handleKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = views.at((views.indexOf(view) + step) % views.length) ?? view;
    show(next);
    (event.currentTarget as Element).querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`
    <div role="tablist" @keydown=${handleKey}>
      ${views.map(
        (one) => html`
          <button
            id="tab-${one}"
            type="button"
            role="tab"
            aria-selected=${one === view}
            aria-controls="view"
            tabindex=${one === view ? 0 : -1}
            @click=${() => show(one)}
          >
            ${names[one]}
          </button>
        `,
      )}
    </div>
    <div id="view" role="tabpanel" aria-labelledby="tab-${view}">${content}</div>
  `;
}
