import { expect } from 'chai';
import type { ClockRows } from '../../../../src/core/repair/clock/clock-rows.ts';
import { repairClock } from '../../../../src/core/repair/clock/repair-clock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const START = Date.UTC(2024, 4, 6, 9);

interface Row {
  readonly time: number;
  readonly stream?: number;
  readonly isKeyframe?: boolean;
  /** True for an event that its recorder dates back on purpose. */
  readonly isCustom?: boolean;
}

const page = (time: number, stream = 0): Row => ({ time, stream, isKeyframe: true });
const event = (time: number, stream = 0): Row => ({ time, stream });

/** Events that follow each other evenly. */
function steady(from: number, count: number, step = SECOND, stream = 0): Row[] {
  return Array.from({ length: count }, (_, i) => event(from + i * step, stream));
}

/** A page, and events for an hour behind it. */
function session(from = START, stream = 0): Row[] {
  return [page(from, stream), ...steady(from + SECOND, 360, 10 * SECOND, stream)];
}

function moved(rows: readonly Row[], by: number): Row[] {
  return rows.map((row) => ({ ...row, time: row.time + by }));
}

function repair(rows: readonly Row[]) {
  const clock: ClockRows = {
    length: rows.length,
    timestamp: (row) => rows[row]!.time,
    stream: (row) => rows[row]!.stream ?? 0,
    isKeyframe: (row) => rows[row]!.isKeyframe ?? false,
    isTimely: (row) => !rows[row]!.isCustom,
  };
  const { timestamps, ...counts } = repairClock(clock);
  return { times: [...timestamps], ...counts };
}

const timesOf = (rows: readonly Row[]) => rows.map(({ time }) => time);
const NOTHING = { strays: 0, jumped: 0, converted: 0 };

describe('repairClock', () => {
  describe('leaves alone', () => {
    const [first, second, third, fourth] = [0, 1, 2, 3].map((i) =>
      steady(START + i * 5 * MINUTE, 100, 3 * SECOND),
    ) as [Row[], Row[], Row[], Row[]];
    const cases: readonly [title: string, rows: readonly Row[]][] = [
      ['nothing', []],
      ['a single event', [event(START)]],
      ['a session without a fault', session()],
      ['a session that starts at 0', session(0)],
      [
        'a session that starts at 0 and goes on after two days',
        [...session(0), ...moved(session(0), 2 * DAY)],
      ],
      ['a session before 1970', session(-WEEK)],
      ['events in reverse', session().reverse()],
      ['a weekend without activity', [...session(), ...moved(session(), 60 * HOUR)]],
      ['a weekend, no new page behind it', [...session(), ...steady(START + 61 * HOUR, 50)]],
      ['a weekend before the larger half', [...session(), ...moved(steady(START, 900), 60 * HOUR)]],
      ['two weekends', [0, 3 * DAY, 8 * DAY].flatMap((by) => moved(session(), by))],
      ['windows listed one after the other', [...session(START, 0), ...session(START, 1)]],
      ['windows listed the later one first', [...session(START + 30 * HOUR, 0), ...session(START, 1)]],
      ['files given the later one first', [...session(START + 60 * HOUR, 1000), ...session(START, 0)]],
      ['two neighbouring batches swapped', [...first, ...third, ...second, ...fourth]],
      ['the last two batches swapped', [...first, ...second, ...fourth, ...third]],
      ['a long batch behind a short one', [...first, ...fourth, ...second, ...third]],
      ['batches in reverse', [...fourth, ...third, ...second, ...first]],
      ['a batch that was sent again', [...first, ...second, ...third, ...second, ...fourth]],
      ['the same file twice', [...session(START, 0), ...session(START, 1000)]],
      ['everything twice in one file', [...session(), ...session()]],
      [
        'custom events that are dated back by five minutes',
        session().flatMap((row) => [row, { time: row.time - 5 * MINUTE, isCustom: true }]),
      ],
      [
        'custom events of one moment long ago, sent together',
        [...session(), ...steady(START + MINUTE, 50, SECOND).map((row) => ({ ...row, isCustom: true }))],
      ],
      ['a few events that come late', [...session(), ...steady(START + MINUTE + 1, 19, SECOND)]],
    ];
    for (const [title, rows] of cases) {
      it(title, () => {
        expect(repair(rows)).to.deep.equal({ times: timesOf(rows), ...NOTHING });
      });
    }
  });

  describe('gives an event far away the time of its neighbour', () => {
    const wild: readonly [title: string, time: number][] = [
      ['years before', START - 5 * 365 * DAY],
      ['years after', START + 60 * 365 * DAY],
      ['at 0', 0],
      ['before 1970', -START],
      ['66 hours before', START - 66 * HOUR],
      ['66 hours after', START + 67 * HOUR],
    ];
    const rows = session();
    const places: readonly [place: string, at: number, neighbour: number][] = [
      ['that comes first', 0, START],
      ['in the middle', 100, rows[99]!.time],
      ['that comes last', rows.length, rows.at(-1)!.time],
    ];
    for (const [title, time] of wild) {
      for (const [place, at, neighbour] of places) {
        for (const isKeyframe of [false, true]) {
          if (isKeyframe && place !== 'in the middle') continue;
          it(`${isKeyframe ? 'page' : 'event'} ${title}, ${place}`, () => {
            const found = repair(rows.toSpliced(at, 0, { time, isKeyframe }));
            expect(found).to.deep.equal({
              times: timesOf(rows).toSpliced(at, 0, neighbour),
              ...NOTHING,
              strays: 1,
            });
          });
        }
      }
    }

    it('in its own stream', () => {
      const far = { time: 0, stream: 1 };
      const late = steady(START + HOUR / 2, 50, SECOND, 1);
      const found = repair([...session(), ...late, far, ...session(START, 2)]);
      expect(found.times[361 + 50]).to.equal(late.at(-1)!.time);
      expect(found.strays).to.equal(1);
    });

    it('in a stream that has nothing else', () => {
      const { times, strays } = repair([...session(), { time: 0, stream: 7 }]);
      expect(times.at(-1)).to.equal(START);
      expect(strays).to.equal(1);
    });

    it('not that of a custom event, which may be dated back', () => {
      const backdated = { time: START + HOUR - 9 * MINUTE, isCustom: true };
      const { times } = repair([...session(), backdated, event(0)]);
      expect(times.at(-1)).to.equal(session().at(-1)!.time);
    });

    it('several of them, each far from the others', () => {
      const rows = session().flatMap((row, i) =>
        i % 90 === 5 ? [row, event(i * 1000 * DAY), event(-i * DAY * 1000)] : [row],
      );
      const found = repair(rows);
      const expected = session().flatMap(({ time }, i) => (i % 90 === 5 ? [time, time, time] : [time]));
      expect(found).to.deep.equal({ times: expected, ...NOTHING, strays: 8 });
    });
  });

  it('dates a recording by its events, not by a lone page far away', () => {
    const rows = [{ time: 0, isKeyframe: true }, ...steady(START, 300)];
    expect(repair(rows).times).to.deep.equal([START, ...timesOf(rows.slice(1))]);
  });

  it('dates a recording by its page when there is little else', () => {
    const rows = [page(START), ...steady(START + 1, 3), ...steady(0, 5)];
    const last = START + 1 + 2 * SECOND;
    expect(repair(rows)).to.deep.equal({
      times: [...timesOf(rows.slice(0, 4)), last, last, last, last, last],
      ...NOTHING,
      strays: 5,
    });
  });

  describe('a clock that was changed by far', () => {
    const before = session();
    const end = before.at(-1)!.time;
    const after = steady(end + SECOND, 400, SECOND);
    const cases: readonly [title: string, by: number, gap: number][] = [
      ['set forward by weeks', 3 * WEEK, 0],
      ['set back by weeks', -3 * WEEK, 0],
      ['set back by two days', -2 * DAY, 0],
      ['set to 1970', -after[0]!.time, 0],
    ];
    for (const [title, by, gap] of cases) {
      it(`goes on without the jump: ${title}`, () => {
        const found = repair([...before, ...moved(after, by)]);
        const expected = moved(after, end + gap - after[0]!.time);
        expect(found).to.deep.equal({
          times: timesOf([...before, ...expected]),
          ...NOTHING,
          jumped: after.length,
        });
      });
    }

    it('goes on without the jump when the recording is dated by what came after it', () => {
      const early = steady(0, 50, SECOND);
      const found = repair([...early, ...before]);
      expect(found).to.deep.equal({
        times: [...timesOf(moved(early, START - 49 * SECOND)), ...timesOf(before)],
        ...NOTHING,
        jumped: 50,
      });
    });

    it('goes on without either of two jumps', () => {
      const last = steady(after.at(-1)!.time + SECOND, 30, SECOND);
      const { times, jumped } = repair([...before, ...moved(after, 3 * WEEK), ...moved(last, 9 * WEEK)]);
      const seam = end + after.at(-1)!.time - after[0]!.time;
      expect(times.slice(-30)).to.deep.equal(timesOf(moved(last, seam - last[0]!.time)));
      expect(jumped).to.equal(430);
    });

    it('keeps an idle weekend behind a jump', () => {
      const monday = moved(after, 3 * WEEK + 60 * HOUR);
      const { times } = repair([...before, ...moved(after, 3 * WEEK), ...monday]);
      expect(times.at(-1)! - times.at(-401)!).to.equal(60 * HOUR);
      expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
    });

    it('puts a stretch into the hole that it left when the clock was put right again', () => {
      const wrong = moved(after, 5 * WEEK);
      const rest = steady(after.at(-1)!.time + SECOND, 100);
      const { times, jumped } = repair([...before, ...wrong, ...rest]);
      expect(times).to.deep.equal(timesOf([...before, ...moved(after, -SECOND), ...rest]));
      expect(jumped).to.equal(after.length);
    });

    it('keeps the times within a stretch that brings a page but few events', () => {
      const few = [page(0), ...steady(SECOND, 5)];
      const { times, jumped } = repair([...before, ...few]);
      expect(times.slice(-6)).to.deep.equal([0, 1, 2, 3, 4, 5].map((i) => end + i * SECOND));
      expect(jumped).to.equal(6);
    });

    it('takes no custom event for the end of what came before', () => {
      const backdated = { time: end - 5 * MINUTE, isCustom: true };
      const { times } = repair([...before, backdated, ...moved(after, 3 * WEEK)]);
      expect(times[before.length + 1]).to.equal(end);
    });
  });

  describe('a clock that was set back a little', () => {
    /** Two hours; the clock is set back in the middle of them. */
    function setBack(by: number, step = 7 * SECOND): { rows: Row[]; at: number } {
      const rows = steady(START, Math.floor((2 * HOUR) / step), step);
      const at = Math.floor(rows.length * 0.6);
      return { rows: [...rows.slice(0, at), ...moved(rows.slice(at), -by)], at };
    }

    for (const [title, by] of [
      ['by an hour', HOUR + 137],
      ['by half an hour', HOUR / 2 + 137],
      ['by five minutes', 5 * MINUTE + 137],
    ] as const) {
      it(`goes on without the jump: ${title}`, () => {
        const { rows, at } = setBack(by);
        const { times, jumped } = repair(rows);
        const shift = rows[at - 1]!.time - rows[at]!.time;
        expect(times).to.deep.equal(timesOf([...rows.slice(0, at), ...moved(rows.slice(at), shift)]));
        expect(jumped).to.equal(rows.length - at);
      });
    }

    it('goes on when that happens twice', () => {
      const { rows, at } = setBack(HOUR + 137);
      const later = at + 100;
      const twice = [...rows.slice(0, later), ...moved(rows.slice(later), -HOUR / 4 - 59)];
      const { times, jumped } = repair(twice);
      expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).to.equal(START + (rows.length - 3) * 7 * SECOND);
      expect(jumped).to.equal(rows.length - at);
    });

    it('takes custom events along', () => {
      const { rows, at } = setBack(HOUR + 137);
      const custom = { time: rows.at(-1)!.time - MINUTE, isCustom: true };
      const { times, jumped } = repair([...rows, custom]);
      expect(times.at(-1)).to.equal(times.at(-2)! - MINUTE);
      expect(jumped).to.equal(rows.length - at + 1);
    });

    it('moves nothing of another stream', () => {
      const { rows } = setBack(HOUR + 137);
      const other = session(START, 1);
      const { times } = repair([...rows, ...other]);
      expect(times.slice(-other.length)).to.deep.equal(timesOf(other));
    });

    it('is found behind an event of the far future', () => {
      const { rows, at } = setBack(HOUR + 137);
      const { times, strays } = repair(rows.toSpliced(100, 0, event(START + 900 * DAY)));
      expect(times[at + 1]).to.equal(rows[at - 1]!.time);
      expect(strays).to.equal(1);
    });

    it('is measured from the event before it, not from one that strays by hours', () => {
      const { rows, at } = setBack(HOUR + 137);
      const { times } = repair(rows.toSpliced(100, 0, event(START + 9 * HOUR)));
      expect(times[at + 1]).to.equal(rows[at - 1]!.time);
    });
  });

  describe('times in other units', () => {
    const rows = session();
    const cases: readonly [title: string, convert: (time: number) => number, precision: number][] = [
      ['seconds', (time) => Math.floor(time / 1000), SECOND],
      ['seconds with a fraction', (time) => time / 1000, 1],
      ['microseconds', (time) => time * 1000, 1],
    ];
    for (const [title, convert, precision] of cases) {
      for (const [place, isConverted] of [
        ['a single one', (i: number) => i === 50],
        ['every third', (i: number) => i % 3 === 1],
        ['the page', (i: number) => i === 0],
        ['all but a few', (i: number) => i > 30],
      ] as const) {
        it(`converts ${title}: ${place}`, () => {
          const mixed = rows.map((row, i) => (isConverted(i) ? { ...row, time: convert(row.time) } : row));
          const { times, ...counts } = repair(mixed);
          expect(counts).to.deep.equal({
            ...NOTHING,
            converted: rows.filter((_, i) => isConverted(i)).length,
          });
          for (const [i, { time }] of rows.entries()) expect(time - times[i]!).to.be.within(0, precision - 1);
        });
      }
    }

    it('does not take a time near 0 for one in another unit', () => {
      const zeros = [0, 1, 1000].map((time) => event(time));
      expect(repair([...session(), ...zeros])).to.include({ converted: 0, strays: 3 });
    });

    it('tells no units in a recording that counts from 0', () => {
      expect(repair([...session(0), event(3 * DAY * 1000)])).to.include({ converted: 0, strays: 1 });
    });
  });

  describe('takes a bounded time for 200,000 rows', () => {
    const COUNT = 200_000;
    const saw = (teeth: number, rise: number) =>
      Array.from({ length: COUNT }, (_, i) => event(START + (i % teeth) * rise + Math.floor(i / teeth)));
    const cases: readonly [title: string, rows: () => readonly Row[]][] = [
      ['in order', () => steady(START, COUNT, 20)],
      ['in reverse', () => steady(START, COUNT, 20).reverse()],
      ['centuries apart', () => steady(-1e15, COUNT, 1e10)],
      ['all strays in a stream of their own', () => [...session(), ...steady(-1e15, COUNT, 1e10, 1)]],
      [
        'a new page every two days',
        () => steady(START, COUNT, 2 * DAY).map((row) => ({ ...row, isKeyframe: true })),
      ],
      ['falling back every other event', () => saw(2, HOUR)],
      ['falling back every thirty events', () => saw(30, 10 * SECOND)],
      ['the same half twice', () => [...steady(START, COUNT / 2, 200), ...steady(START, COUNT / 2, 200)]],
      ['a stream for each', () => steady(START, COUNT, 20).map((row, stream) => ({ ...row, stream }))],
    ];
    for (const [title, rows] of cases) {
      it(title, () => {
        const { times } = repair(rows());
        expect(times.length).to.be.at.least(COUNT);
        expect(times.every(Number.isFinite)).to.be.true;
      });
    }
  });
});
