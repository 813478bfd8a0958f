import { keepPreviousData } from '@tanstack/react-query';
import type { InputOf, OperationName } from '../../../contract/index.ts';
import { useCall } from '../../client/queries.ts';

/** Reads a view; while it is read again, or for other days, the figures before stay. */
export const useView = <N extends OperationName & `dashboard.${string}`>(name: N, input: InputOf<N>) =>
  useCall(name, input, { placeholderData: keepPreviousData });
