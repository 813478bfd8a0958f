import { afterEach, describe, expect, test } from 'vitest';
import type { Approval } from '../../src/contract/bridge.ts';
import { useApprovals, withApproval } from '../../src/renderer/client/approvals.ts';
import { CallFailure } from '../../src/renderer/client/failure.ts';
import { clockText, waitOf } from '../../src/renderer/features/lock/use-wait.ts';

const needed = () => new CallFailure('approval_needed', "A refund needs a manager's PIN.");
const manager: Approval = { staff_id: 2, pin: '2468' };

/** A call that wants a manager, and takes only that PIN. */
const guarded = () => {
  const seen: (Approval | undefined)[] = [];
  const attempt = async (approval?: Approval): Promise<string> => {
    seen.push(approval);
    if (!approval) throw needed();
    if (approval.pin !== manager.pin) throw new CallFailure('wrong_pin', 'This PIN is not right. Try again.');
    return 'done';
  };
  return { attempt, seen };
};

const asked = async () => {
  await expect.poll(() => useApprovals.getState().pending).not.toBeNull();
  const { pending } = useApprovals.getState();
  if (!pending) throw new Error('nobody was asked');
  return pending;
};

afterEach(() => useApprovals.getState().pending?.cancel());

describe('a call that needs a manager', () => {
  test('asks, says what for, and is repeated with the PIN', async () => {
    const { attempt, seen } = guarded();
    const call = withApproval(attempt, 'Giving $4.50 back');
    const pending = await asked();
    expect(pending.what).toBe('Giving $4.50 back');
    expect(await pending.submit(manager)).toBeNull();
    expect(await call).toBe('done');
    expect(seen).toEqual([undefined, manager]);
    expect(useApprovals.getState().pending).toBeNull();
  });

  test('keeps asking after a wrong PIN', async () => {
    const { attempt } = guarded();
    const call = withApproval(attempt);
    const pending = await asked();
    expect((await pending.submit({ ...manager, pin: '1111' }))?.code).toBe('wrong_pin');
    expect(useApprovals.getState().pending).toBe(pending);
    expect(await pending.submit(manager)).toBeNull();
    expect(await call).toBe('done');
  });

  test('is refused as before when nobody allows it', async () => {
    const call = withApproval(guarded().attempt).catch((error: unknown) => error);
    (await asked()).cancel();
    expect(await call).toMatchObject({ code: 'approval_needed' });
    expect(useApprovals.getState().pending).toBeNull();
  });

  test('ends with its own refusal where the PIN is not what was wrong', async () => {
    const call = withApproval(async (approval) => {
      throw approval ? new CallFailure('not_refundable', 'More than was paid.') : needed();
    }).catch((error: unknown) => error);
    expect(await (await asked()).submit(manager)).toBeNull();
    expect(await call).toMatchObject({ code: 'not_refundable' });
  });

  test('gives way to a later one', async () => {
    const first = withApproval(guarded().attempt).catch((error: unknown) => error);
    await asked();
    const second = withApproval(guarded().attempt, 'the later');
    expect(await first).toMatchObject({ code: 'approval_needed' });
    await expect.poll(() => useApprovals.getState().pending?.what).toBe('the later');
    await useApprovals.getState().pending?.submit(manager);
    expect(await second).toBe('done');
  });

  test('asks nobody when it needs nobody, or fails otherwise', async () => {
    expect(await withApproval(async () => 7)).toBe(7);
    await expect(withApproval(() => Promise.reject(new CallFailure('not_found', 'gone')))).rejects.toMatchObject({ code: 'not_found' });
    expect(useApprovals.getState().pending).toBeNull();
  });
});

test('a lock-out says how long it lasts, other refusals do not wait', () => {
  expect(waitOf(new CallFailure('locked_out', 'Too many wrong PINs. Wait 30 seconds, then try again.'))).toBe(30);
  expect(waitOf(new CallFailure('rate_limited', 'Too many tries. Wait 1 second.'))).toBe(1);
  expect(waitOf(new CallFailure('wrong_pin', 'This PIN is not right.'))).toBe(0);
  expect(waitOf(null)).toBe(0);
  expect([clockText(27), clockText(605), clockText(60)]).toEqual(['0:27', '10:05', '1:00']);
});
