import { useCall } from '../../client/queries.ts';

/** The open shift, null when none is, undefined while unknown. Follows change events. */
export const useOpenShift = () => {
  const shifts = useCall('shifts.list', { status: 'open', per_page: 1 });
  return shifts.data ? (shifts.data.items[0] ?? null) : undefined;
};
