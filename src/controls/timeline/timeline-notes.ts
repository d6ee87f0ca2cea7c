import { svg, type SVGTemplateResult } from 'lit';
import type { TimeSpan } from '../../session/session-state.ts';
import type { Note } from '../../tracks/note.ts';
import { drawSpans, percent } from './timeline-drawing.ts';
import { tickTimes } from './timeline-markers.ts';
import type { TimelineScale } from './timeline-scale.ts';

/** A bubble with a point, for notes: it differs from ticks and errors by its shape. */
export const NOTE_SHAPE = svg`<path class="note" d="M-4.5 0H4.5V5.5H2L0 8L-2 5.5H-4.5Z" />`;

/** One bubble per moment in view, and a line for each stretch that a note is about. */
export function drawNotes(notes: readonly Note[], scale: TimelineScale): readonly SVGTemplateResult[] {
  const stretches = notes.filter(({ time, end }) => end > time);
  const spans = stretches.map(({ time, end }) => ({ start: time, end }));
  return [
    svg`<g class="noted">${drawSpans(spans, scale)}</g>`,
    ...tickTimes(notes, scale).map(
      (time) => svg`<svg class="at" x=${percent(scale.shareOf(time))}>${NOTE_SHAPE}</svg>`,
    ),
  ];
}

/** What is named, and how much more there is. */
export interface NamesNear {
  readonly nearest: readonly {
    readonly name: string;
    readonly isError?: boolean;
    readonly isNote?: boolean;
  }[];
  readonly more: number;
}

/** What is near a moment, with the notes in a stretch of time around it in front; `most` of all by name. */
export function withNotesNear(
  found: NamesNear,
  notes: readonly Note[],
  near: TimeSpan,
  most: number,
): NamesNear {
  const noted = notes
    .filter(({ time, end }) => time <= near.end && end >= near.start)
    .map(({ text }) => ({ name: text, isNote: true }));
  if (noted.length === 0) return found;
  const all = [...noted, ...found.nearest];
  return { nearest: all.slice(0, most), more: found.more + Math.max(0, all.length - most) };
}
