import { copyEvent } from '../hide/copy-event.ts';
import { EventHider } from '../hide/event-hider.ts';
import { FollowedPage } from '../hide/followed-page.ts';
import type { SessionEvent } from '../recording.ts';
import { REDACTED_ATTRIBUTE } from '../rrweb/mask-traces.ts';
import type { HiddenPages } from './hidden-pages.ts';

/** What is left of the events of a session once hidden elements show nothing any more. */
export function* hideEvents(source: Iterable<SessionEvent>, hidden: HiddenPages): Generator<SessionEvent> {
  if (!hidden.isNeeded) {
    yield* source;
    return;
  }
  const windows = new Map<string, { readonly page: FollowedPage; readonly hider: EventHider }>();
  for (const { windowId, event: given } of source) {
    const window = windows.get(windowId) ?? newWindow(windowId, hidden);
    windows.set(windowId, window);
    const event = copyEvent(given);
    window.page.follow(given);
    for (const left of window.hider.hide(event, window.page.tree)) yield { windowId, event: left };
  }
}

function newWindow(windowId: string, hidden: HiddenPages) {
  const page = new FollowedPage();
  const hider = new EventHider(() => hidden.on(windowId, page.count), REDACTED_ATTRIBUTE, hidden.names);
  return { page, hider };
}
