/**
 * Typings for `<portable-replay>` in templates of Vue 3: `import type {} from 'portable-replay/types/vue'`, once in a project.
 * Vue sets properties where the element has them, and attributes otherwise.
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { PortableReplayElement } from '../portable-replay-element.ts';
import type { ElementAttributes, ElementEvent, ElementListener, ElementProperties } from './element-props.ts';

type Listeners = { [Type in ElementEvent as `on${Capitalize<Type>}`]?: ElementListener<Type> | undefined };

/** What `<portable-replay>` takes in templates. An attribute that Vue sets to `false` is there; use the property. */
export type PortableReplayProps = Omit<HTMLAttributes, keyof Listeners> &
  PublicProps &
  ElementAttributes<true | ''> &
  ElementProperties &
  Listeners;

declare module 'vue' {
  interface GlobalComponents {
    'portable-replay': new () => PortableReplayElement & {
      /** For the check of templates alone; no element has it. */
      $props: PortableReplayProps;
    };
  }
}
