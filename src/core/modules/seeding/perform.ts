import { contract, type InputOf, type OperationName, type OutputOf, type ParsedInputOf } from '../../../contract/index.ts';
import type { Caller } from '../../kernel/caller.ts';
import { CommandContext } from '../../kernel/context.ts';
import type { CommandHandlers } from '../../kernel/handlers.ts';
import { catalogHandlers } from '../catalog/index.ts';
import { customerHandlers } from '../customers/index.ts';
import { discountHandlers } from '../discounts/index.ts';
import { expenseHandlers } from '../expenses/index.ts';
import { drawerHandlers } from '../drawer/index.ts';
import { paymentHandlers } from '../payments/index.ts';
import { shiftHandlers } from '../shifts/index.ts';
import { stockHandlers } from '../stock/index.ts';

const handlers: CommandHandlers = Object.assign(
  {},
  ...[
    catalogHandlers,
    stockHandlers,
    customerHandlers,
    discountHandlers,
    shiftHandlers,
    expenseHandlers,
    paymentHandlers,
    drawerHandlers,
  ].map((module) => module.commands),
);

/** The same transaction at another moment and by another person: how a past is made by today's services. */
export const contextAt = (ctx: CommandContext, at: { nowMs: number; caller: Caller }): CommandContext =>
  new CommandContext({ db: ctx.db, caller: at.caller, nowMs: at.nowMs, settings: () => ctx.settings, log: ctx.log });

/** Runs an operation's real handler inside a command, with its input checked as a door would. */
export const perform = <N extends OperationName>(ctx: CommandContext, name: N, input: InputOf<N>): OutputOf<N> => {
  const handler = handlers[name];
  if (!handler) throw new Error(`${name} is not a command that seeding may run`);
  return handler(ctx, contract[name].input.parse(input) as ParsedInputOf<N>, undefined);
};
