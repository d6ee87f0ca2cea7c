/** A time in a recording as people read it: `0:12`, `1:02:05`. Whole seconds, rounded down as players do. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = twoDigits(whole % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** A time as WebVTT writes it: `00:00:12.345`. */
export function cueTime(seconds: number): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1000));
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000) % 60];
  const rest = String(milliseconds % 60_000).padStart(5, '0');
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${rest.slice(0, 2)}.${rest.slice(2)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
