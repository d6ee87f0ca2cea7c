import { expect } from '@open-wc/testing';
import type { Probe, Way } from '../../fixtures/cases/checks.mjs';
import { toThePixel } from '../engine-limits.ts';
import { pageOf, player } from '../player-harness.ts';
import { frameOf, painted, WAYS, waysOf } from './ways.ts';

export const ALL_WAYS: readonly Way[] = ['jump', 'play', 'back', 'backforth'];

/** What is right of a page at a moment, in whatever way one gets there. */
export interface PageCheck {
  readonly name: string;
  readonly recording: readonly object[];
  /** Seconds from the start. */
  readonly at: number;
  readonly ways?: readonly Way[];
  readonly probe: Probe;
  readonly expect: unknown;
}

/** Declares the tests of some pages. None of them may say or throw anything. */
export function checkPages(checks: readonly PageCheck[]): void {
  for (const check of checks) {
    for (const way of waysOf(check.ways ?? ALL_WAYS)) {
      it(`${check.name} (${check.at} s, ${way})`, async () => {
        const noises = listen();
        const element = await player(check.recording);
        await WAYS[way](element, check.at);
        await painted();
        const found = await check.probe(pageOf(element), frameOf(element));
        expect(toThePixel(found, check.expect)).to.deep.equal(check.expect);
        expect(noises()).to.deep.equal([]);
      });
    }
  }
}

/** Hears errors nobody caught and what is written on the console, until it is asked for them. */
function listen(): () => readonly string[] {
  const noises: string[] = [];
  const { warn, error } = console;
  const onError = (event: ErrorEvent) => noises.push(`error: ${event.message}`);
  const onRejection = ({ reason }: PromiseRejectionEvent) => noises.push(`rejection: ${String(reason)}`);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  console.warn = (...given: unknown[]) => noises.push(`warn: ${given.map(String).join(' ')}`);
  console.error = (...given: unknown[]) => noises.push(`error: ${given.map(String).join(' ')}`);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
    Object.assign(console, { warn, error });
    return noises;
  };
}
