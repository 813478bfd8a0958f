import type { CommandContext } from './context.ts';
import { Refusal } from './errors.ts';

interface Versioned {
  readonly id: number;
  readonly name: string;
  readonly version: number;
}

/**
 * Changes rows together, each as it would be changed alone, with its own audit row. All of them or none: refuses with stale, which names
 * every row that has another version than the caller saw, and with not_found. Answers how many were changed.
 */
export const switchRows = <R extends Versioned>(
  ctx: CommandContext,
  rows: readonly { readonly id: number; readonly if_version?: number | undefined }[],
  read: (ctx: CommandContext, id: number) => R,
  write: (ctx: CommandContext, id: number) => R,
): { changed: number } => {
  const seen = new Map(rows.map((row) => [row.id, row.if_version]));
  const before = [...seen.keys()].map((id) => read(ctx, id));
  const stale = before.filter(({ id, version }) => (seen.get(id) ?? version) !== version);
  if (stale.length > 0)
    throw new Refusal('stale', `Changed meanwhile: ${stale.map(({ name }) => name).join(', ')}. Nothing was switched. Look at them again.`);
  return { changed: before.filter(({ id, version }) => write(ctx, id).version !== version).length };
};
