import type { OperationName, OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { CommandContext, QueryContext } from './context.ts';

export type QueryHandler<N extends OperationName> = (ctx: QueryContext, input: ParsedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;

/** Synchronous by type: inside a command nothing is awaited, so no other call can come between its statements. */
export type CommandHandler<N extends OperationName> = (ctx: CommandContext, input: ParsedInputOf<N>, prepared: unknown) => OutputOf<N>;

/** Slow work that a command needs and that touches nothing, such as hashing a PIN; runs before the command is queued. */
export type Preparation<N extends OperationName> = (ctx: QueryContext, input: ParsedInputOf<N>) => Promise<unknown>;

/** Slow work over files; runs outside the queue and may await. */
export type TaskHandler<N extends OperationName> = (ctx: QueryContext, input: ParsedInputOf<N>) => Promise<OutputOf<N>>;

export type TaskHandlers = { readonly [N in OperationName]?: TaskHandler<N> };
export type QueryHandlers = { readonly [N in OperationName]?: QueryHandler<N> };
export type CommandHandlers = { readonly [N in OperationName]?: CommandHandler<N> };
export type Preparations = { readonly [N in OperationName]?: Preparation<N> };

/** What a module offers to the dispatcher. */
export interface ModuleHandlers {
  readonly queries?: QueryHandlers;
  readonly commands?: CommandHandlers;
  readonly tasks?: TaskHandlers;
  readonly preparations?: Preparations;
}
