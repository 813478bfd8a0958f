import type { InputOf, OperationName } from '../../../contract/index.ts';
import { useCall } from '../../client/queries.ts';

/**
 * Reads a view; while it is read again, or for other days, the figures before stay. `isAlike` says which ones may: rows by week
 * cannot stand where days are named.
 */
export const useView = <N extends OperationName & `dashboard.${string}`>(
  name: N,
  input: InputOf<N>,
  isAlike: (before: InputOf<N>) => boolean = () => true,
) =>
  useCall(name, input, {
    placeholderData: (before, query) => (query && isAlike(query.queryKey[2] as InputOf<N>) ? before : undefined),
  });
