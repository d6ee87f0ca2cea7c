import { ReplayError } from '../core/replay-error.ts';

/**
 * A page in a sandbox without `allow-same-origin` has an origin that nobody shares, its own frames neither: they cannot be
 * looked into. Other pages without an origin, such as those at `file:` and `data:` addresses, share theirs.
 *
 * @throws ReplayError `unplayable` where no frame can be looked into
 */
export function assertOpenFrames(): void {
  if (self.origin !== 'null') return;
  const frame = document.createElement('iframe');
  document.documentElement.append(frame);
  const isOpen = frame.contentDocument !== null;
  frame.remove();
  if (!isOpen) throw ReplayError.of({ code: 'unplayable', reason: 'sandboxed' });
}
