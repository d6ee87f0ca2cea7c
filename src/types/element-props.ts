import type { LitElement } from 'lit';
import type { PortableReplayEventMap } from '../events.ts';
import type { PortableReplayElement } from '../portable-replay-element.ts';
import type { ChapterInit } from '../tracks/chapters.ts';

/** What templates may set on `<portable-replay>`: taken from its class, so that the typings of all frameworks follow it. */

/** Attributes that have another name than the property that they set. */
interface AttributeProperties {
  'crossorigin': 'crossOrigin';
  'controlslist': 'controlsList';
  'no-controls': 'noControls';
  'no-drop': 'noDrop';
  'no-hotkeys': 'noHotkeys';
  'no-open': 'noOpen';
  'pause-at-chapters': 'pauseAtChapters';
  'remote-assets': 'remoteAssets';
  'share-url': 'shareUrl';
  'speed': 'playbackRate';
  'start-at': 'startAt';
  'window-id': 'windowId';
}

type AttributeValue<Value, On> = Value extends boolean
  ? On
  : Value extends number
    ? Value | `${Value}`
    : Value;

/** @template On what a framework makes a present attribute of, for those that are there or not */
export type ElementAttributes<On> = {
  [Name in keyof AttributeProperties]?: AttributeValue<Takes<AttributeProperties[Name]>, On> | undefined;
};

type Own = Omit<PortableReplayElement, keyof LitElement>;

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- Two such functions are the same only if what they
   test for is identical, `readonly` included; under names they would be taken for the same. */
/** The name if the property can be set: only there is a type the same without `readonly`. */
type IfWritable<Name extends keyof Own> =
  (<T>() => T extends Pick<Own, Name> ? 1 : 2) extends <T>() => T extends { -readonly [N in Name]: Own[N] }
    ? 1
    : 2
    ? Name
    : never;
/* eslint-enable */

/** What can be set, where that is more than what is read; TypeScript does not tell it of an accessor. */
interface Taken {
  chapters: readonly ChapterInit[];
  controlsList: string;
}

type Takes<Name extends keyof Own> = Name extends keyof Taken ? Taken[Name] : Own[Name];

/** Properties that can be set; those that are attributes as well have the same name there, or one of the above. */
export type ElementProperties = {
  [Name in keyof Own as Own[Name] extends (...parameters: never) => unknown ? never : IfWritable<Name>]?:
    Takes<Name> | undefined;
};

export type ElementEvent = keyof PortableReplayEventMap;

export type ElementListener<Type extends ElementEvent> = (
  event: PortableReplayEventMap[Type] & { readonly currentTarget: PortableReplayElement },
) => void;
