/** True for addresses whose traffic nobody else reads: encrypted, or within this computer. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The address of a PostHog, as somebody typed it; one below a path is fine.
 *
 * @throws TypeError for one that a key must not be sent to
 */
export function parseHost(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) throw new TypeError(`An address is written https://eu.posthog.com, not "${text}".`);
  if (!isPrivate(url)) throw new TypeError('The key is sent over https alone: write https://… as the host.');
  if (url.username || url.password) throw new TypeError('The host takes no name and no password.');
  return new URL(url.pathname.replace(/\/*$/, '/'), url.origin);
}
