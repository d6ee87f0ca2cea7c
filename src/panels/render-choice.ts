import { html, type TemplateResult } from 'lit';

/** A menu of things to do, which goes back to its name once one is chosen. */
export function renderChoice<C extends string>(
  name: string,
  choices: readonly (readonly [choice: C, label: string])[],
  take: (choice: C) => void,
): TemplateResult {
  const handleChange = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    const choice = select.value as C;
    select.value = '';
    take(choice);
  };
  return html`
    <select class="take-out" aria-label=${name} @change=${handleChange}>
      <option value="">${name}</option>
      ${choices.map(([choice, label]) => html`<option value=${choice}>${label}</option>`)}
    </select>
  `;
}
