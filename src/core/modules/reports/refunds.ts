import type { Money } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { DayRange } from './range.ts';

/** Money given back on the range's days. Sales cannot be refunded, so there is none: the one place that knows. */
export const refundsIn = (_ctx: QueryContext, _range: DayRange): Money => 0;
