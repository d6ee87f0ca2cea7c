/** `shop.example/checkout`: what a page is called where its whole address would be too long. */
export function pageName(href: string): string {
  // Mobile recordings name a screen, which is no address and is shown as it is.
  if (!URL.canParse(href)) return href;
  const { host, pathname } = new URL(href);
  return host + pathname;
}
