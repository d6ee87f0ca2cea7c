/** What a link to a moment is about. */
interface LinkedMoment {
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** Of the session; may be empty. */
  readonly id: string;
}

/**
 * The link to a moment of a recording. The time is rounded down to tenths of a second, so that what happens there is
 * still to come.
 *
 * @param template such as `https://app.example/replays/{id}?t={time}`
 */
export function momentLink(template: string, { time, id }: LinkedMoment): string {
  const values: Readonly<Record<string, string>> = {
    '{time}': String(Math.floor(time * 10) / 10),
    // Half of a pair of surrogates, which is no character, would be refused.
    '{id}': encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(id))),
  };
  return template.replace(/\{(?:time|id)\}/g, (name) => values[name] ?? name);
}
