import { useQueryClient } from '@tanstack/react-query';
import type { TimePunch } from '../../../contract/staff.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { useMay, useSession } from '../session/session.tsx';

/** Whether the person at the till is clocked in, and how to change that. Null: not a person who clocks. */
export const useOwnClock = () => {
  const may = useMay();
  const { person } = useSession();
  const queries = useQueryClient();
  const id = person?.id ?? null;
  const possible = id !== null && may('time.clock');
  const punches = useCall('timeClock.list', { staff_id: id ?? 0, per_page: 5 }, { enabled: possible });
  const punch = useCommand('timeClock.punch');
  const recent: readonly TimePunch[] = punches.data?.items ?? [];
  const open = recent.find((each) => each.clocked_out_at === null) ?? null;
  return {
    possible,
    open,
    recent,
    busy: punch.busy,
    error: punch.error ?? punches.error,
    turn: async (): Promise<void> => {
      if (punches.data === undefined) return;
      await punch.run({ direction: open === null ? 'in' : 'out' });
      await queries.invalidateQueries({ queryKey: ['timeClock'] });
    },
  };
};
