/**
 * Typings for `<portable-replay>` in Svelte 5: `import type {} from 'portable-replay/types/svelte'`, once in a project.
 * Svelte sets properties where the element has them, and attributes otherwise.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { PortableReplayElement } from '../portable-replay-element.ts';
import type { ElementAttributes, ElementEvent, ElementListener, ElementProperties } from './element-props.ts';

type Listeners = { [Type in ElementEvent as `on${Type}`]?: ElementListener<Type> | null | undefined };

/** What `<portable-replay>` takes. An attribute that Svelte sets to `false` is there; use the property. */
export type PortableReplayProps = Omit<HTMLAttributes<PortableReplayElement>, keyof Listeners> &
  ElementAttributes<true | ''> &
  ElementProperties &
  Listeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'portable-replay': PortableReplayProps;
  }
}
