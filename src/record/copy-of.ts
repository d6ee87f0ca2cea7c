/** A copy of plain data. What pages put into events of their own may be more than that: then, as PostHog writes it. */
export function copyOf<T>(data: T): T {
  try {
    return structuredClone(data);
  } catch {
    return JSON.parse(JSON.stringify(data)) as T;
  }
}
