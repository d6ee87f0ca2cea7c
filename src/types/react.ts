/**
 * Typings for `<portable-replay>` in JSX of React 19: `import type {} from 'portable-replay/types/react'`, once in a project.
 * React sets properties where the element has them, and attributes otherwise.
 */
import type { HTMLAttributes, RefAttributes } from 'react';
import type { PortableReplayElement } from '../portable-replay-element.ts';
import type { ElementAttributes, ElementEvent, ElementListener, ElementProperties } from './element-props.ts';

/** React listens to events of a custom element where the prop is `on` and the event's name as it is: `ontimeupdate`. */
type Listeners = { [Type in ElementEvent as `on${Type}`]?: ElementListener<Type> | undefined };

/** Without `onPlay`, `onTimeUpdate` and the like, which React calls for its own media elements alone. */
type Inherited = {
  [
    Name in keyof HTMLAttributes<PortableReplayElement> as Lowercase<Name> extends keyof Listeners
      ? never
      : Name
  ]?: HTMLAttributes<PortableReplayElement>[Name];
};

/** What `<portable-replay>` takes in JSX. */
export type PortableReplayProps = Inherited &
  RefAttributes<PortableReplayElement> &
  ElementAttributes<boolean> &
  ElementProperties &
  Listeners;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React has the tags there.
  namespace JSX {
    interface IntrinsicElements {
      'portable-replay': PortableReplayProps;
    }
  }
}
