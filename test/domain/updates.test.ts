import { describe, expect, it } from 'vitest';
import {
  blocksOf,
  judgeStart,
  mayRestart,
  NO_WORK,
  settledStart,
  type StartRecord,
  updateModeOf,
  type UpdateRecord,
  updateServerOf,
} from '../../src/domain/updates.ts';

const update: UpdateRecord = { from: '1.0.0', to: '1.1.0', backup: 'philo-x.db', at: '2026-03-02T12:00:00.000Z' };

describe('what stands in the way of an update', () => {
  it('is nothing where nothing is under way', () => {
    expect(blocksOf(NO_WORK)).toEqual([]);
  });

  it.each(['open_ticket', 'counting', 'exporting', 'backing_up'] as const)('is %s', (block) => {
    expect(blocksOf({ ...NO_WORK, [block]: true })).toEqual([block]);
  });
});

describe('whether the program updates itself', () => {
  const facts = { isInstalled: true, wanted: true, variable: undefined };
  it.each([
    ['automatic', {}],
    ['by_hand', { wanted: false }],
    ['off_by_environment', { variable: 'off' }],
    ['off_by_environment', { variable: ' OFF ', wanted: false }],
    ['automatic', { variable: 'https://updates.example/philo' }],
    ['not_installed', { isInstalled: false, variable: 'off' }],
  ] as const)('%s', (mode, change) => {
    expect(updateModeOf({ ...facts, ...change })).toBe(mode);
  });
});

describe('where updates come from', () => {
  it.each(['https://updates.example/philo', 'http://127.0.0.1:8080/x', 'http://localhost/'])('takes %s', (address) => {
    expect(updateServerOf(address)).toBe(address);
  });

  it.each([undefined, '', 'off', 'http://updates.example/philo', 'ftp://x', 'file:///stick', 'http://127.0.0.1.evil.example/'])(
    'leaves %s aside: others could write on the way',
    (address) => {
      expect(updateServerOf(address)).toBeNull();
    },
  );
});

describe('a start', () => {
  /** Starts of a version in a row, none of which shows the till; what each is offered. */
  const starts = (first: StartRecord | null, version: string, count: number) => {
    let last = first;
    return Array.from({ length: count }, () => {
      const { offer, record } = judgeStart(last, version);
      last = record;
      return offer;
    });
  };

  it('after an update has two tries, and the third offers the backup of before it', () => {
    const installed: StartRecord = { ...settledStart('1.0.0'), update };
    expect(starts(installed, '1.1.0', 3)).toEqual([null, null, update]);
  });

  it('offers nothing once the new version has shown the till', () => {
    expect(starts(settledStart('1.1.0'), '1.1.0', 5)).toEqual([null, null, null, null, null]);
  });

  it('offers nothing where no update was made', () => {
    expect(starts(null, '1.1.0', 4)).toEqual([null, null, null, null]);
  });

  it('of the old version forgets an update that was never put in place', () => {
    const { offer, record } = judgeStart({ ...settledStart('1.0.0'), update }, '1.0.0');
    expect([offer, record]).toEqual([null, { version: '1.0.0', failed: 1, update: null }]);
  });

  it('of yet another version begins anew', () => {
    expect(judgeStart({ version: '1.1.0', failed: 2, update }, '1.2.0')).toEqual({
      offer: null,
      record: { version: '1.2.0', failed: 1, update: null },
    });
  });
});

describe('restarting by itself', () => {
  const limit = { count: 3, withinMs: 1000 };

  it('ends after so many times in so short a time', () => {
    let times: readonly number[] | null = [];
    const went = [0, 100, 200, 300].map((now) => {
      const next: readonly number[] | null = mayRestart(times ?? [], now, limit);
      if (next) times = next;
      return next !== null;
    });
    expect(went).toEqual([true, true, true, false]);
  });

  it('goes on when the others were long ago, and when the clock was set back', () => {
    expect(mayRestart([0, 100, 200], 1150, limit)).toEqual([200, 1150]);
    expect(mayRestart([5000, 5100, 5200], 10, limit)).toEqual([10]);
  });
});
