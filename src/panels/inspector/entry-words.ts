/** Where a request went, as short as it can be told from others: its path. */
export function pathOfRequest(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search, host } = new URL(url);
  return pathname === '/' ? host : `${pathname}${search}`;
}
