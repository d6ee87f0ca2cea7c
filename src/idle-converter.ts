import type { ComplexAttributeConverter } from 'lit';
import type { IdleMode } from './session/session-state.ts';

/** The attribute `idle`: `keep`, `skip` or a positive number of seconds; anything else counts as `skip`. */
export const idleConverter: ComplexAttributeConverter<IdleMode> = {
  fromAttribute(value) {
    if (value === 'keep') return 'keep';
    const seconds = Number(value ?? '');
    return seconds > 0 ? seconds : 'skip';
  },
  toAttribute: String,
};
