import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { ErrorData } from '../../src/contract/errors.ts';
import type { InputOf, OperationName, OutputOf } from '../../src/contract/index.ts';
import { openPos, type OpenOptions, type Pos } from '../../src/core/app.ts';
import { type Caller, systemCaller } from '../../src/core/kernel/caller.ts';
import type { Clock } from '../../src/core/kernel/clock.ts';
import type { DispatchOptions, Dispatched } from '../../src/core/kernel/dispatcher.ts';
import { NO_PERSONAL_PERMISSIONS, type Role } from '../../src/domain/permissions.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  set(instant: string): void;
  advance(ms: number): void;
}

export const testClock = (start = '2026-03-02T12:00:00.000Z'): TestClock => {
  let ms = Date.parse(start);
  return {
    now: () => ms,
    set: (instant) => {
      ms = Date.parse(instant);
    },
    advance: (by) => {
      ms += by;
    },
  };
};

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** An empty folder that is gone after the test. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'philo-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A caller of a role, as a signed-in person or key would be. */
export const callerWithRole = (role: Role | null, door: Caller['door'] = 'ipc'): Caller => ({
  kind: role ? 'staff' : 'nobody',
  id: role ? 1 : null,
  name: role ? `Test ${role}` : 'Nobody',
  role,
  personal: NO_PERSONAL_PERMISSIONS,
  door,
  sessionId: null,
  ip: null,
  userAgent: null,
});

export interface TestApp {
  readonly pos: Pos;
  readonly clock: TestClock;
  readonly dataDir: string;
  /** Calls as the owner and answers the value; a refusal fails the test with its message. */
  call<N extends OperationName>(name: N, input: InputOf<N>, caller?: Caller, options?: DispatchOptions): Promise<OutputOf<N>>;
  /** Calls with any input and answers the whole envelope. */
  answer(name: string, input: unknown, caller?: Caller, options?: DispatchOptions): Promise<Dispatched>;
  /** Calls and answers the code of the refusal; an answer that is none fails the test. */
  refusal(name: OperationName, input: unknown, caller?: Caller): Promise<ErrorData>;
  /** Closes and opens the same folder again. */
  reopen(): Promise<void>;
}

/** A real shop on a real SQLite in a folder of its own, closed and removed after the test. */
export const openTestApp = async (options: Partial<OpenOptions> & { start?: string } = {}): Promise<TestApp> => {
  const clock = testClock(options.start);
  const dataDir = options.dataDir ?? tempFolder();
  const open = () => openPos({ inlineWorker: true, ...options, clock: options.clock ?? clock, dataDir });
  let pos = await open();
  cleanups.push(() => pos.close());
  const owner = systemCaller();
  const answer: TestApp['answer'] = (name, input, caller = owner, callOptions) => pos.dispatch(name, input, caller, callOptions);
  return {
    get pos() {
      return pos;
    },
    clock,
    dataDir,
    answer,
    call: async (name, input, caller, callOptions) => {
      const answered = await answer(name, input, caller, callOptions);
      if (!answered.ok) throw new Error(`${name} was refused: ${answered.error.code}: ${answered.error.message}`);
      return answered.value as never;
    },
    refusal: async (name, input, caller) => {
      const answered = await answer(name, input, caller);
      if (answered.ok) throw new Error(`${name} was not refused, but answered ${JSON.stringify(answered.value)}`);
      return answered.error;
    },
    reopen: async () => {
      await pos.close();
      pos = await open();
    },
  };
};
