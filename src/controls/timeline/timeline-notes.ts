import { svg, type SVGTemplateResult } from 'lit';
import type { Note } from '../../tracks/note.ts';
import { drawSpans, percent } from './timeline-drawing.ts';
import { tickTimes } from './timeline-markers.ts';
import { shareOf } from './timeline-spans.ts';

/** A bubble with a point, for notes: it differs from ticks and errors by its shape. */
export const NOTE_SHAPE = svg`<path class="note" d="M-4.5 0H4.5V5.5H2L0 8L-2 5.5H-4.5Z" />`;

/** One bubble per moment, and a line for each stretch that a note is about. */
export function drawNotes(notes: readonly Note[], duration: number): readonly SVGTemplateResult[] {
  const stretches = notes.filter(({ time, end }) => end > time);
  const spans = stretches.map(({ time, end }) => ({ start: time, end }));
  return [
    svg`<g class="noted">${drawSpans(spans, duration)}</g>`,
    ...tickTimes(notes, duration).map(
      (time) => svg`<svg class="at" x=${percent(shareOf(time, duration))}>${NOTE_SHAPE}</svg>`,
    ),
  ];
}

/** Something that is named, and what it is. */
interface Named {
  readonly name: string;
  readonly isError?: boolean;
  readonly isNote?: boolean;
}

interface NamesNear {
  readonly nearest: readonly Named[];
  readonly more: number;
}

/**
 * What is near a moment, and the notes at most `reach` seconds from it in front of that; `most` of all by name.
 *
 * @param near what else there is
 */
export function withNotesNear(
  near: NamesNear,
  notes: readonly Note[],
  moment: number,
  reach: number,
  most: number,
): NamesNear {
  const noted = notes
    .filter(({ time, end }) => time - reach <= moment && moment <= end + reach)
    .map(({ text }): Named => ({ name: text, isNote: true }));
  if (noted.length === 0) return near;
  const all = [...noted, ...near.nearest];
  return { nearest: all.slice(0, most), more: near.more + Math.max(0, all.length - most) };
}
