import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPos, type Pos } from '../../src/core/app.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';

/** The sale that is measured: two lines, one add-on each on the first, one limited item. The rival's benchmark sells the same. */
export const SALE = {
  items: [
    { item_id: 1, quantity: 2, addon_ids: [1] },
    { item_id: 2, quantity: 1 },
  ],
} as const;

export const caller = systemCaller('cli', 'Benchmark');

/** A fresh shop with what SALE needs, on the disk that holds the temporary folder. */
export const openBenchShop = async (): Promise<{ pos: Pos; folder: string; done: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'philo-bench-'));
  const pos = await openPos({ dataDir: folder });
  const make = async (name: string, input: object) => {
    const answer = await pos.dispatch(name, input, caller);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  };
  await make('categories.create', { name: 'Drinks' });
  await make('items.create', { category_id: 1, name: 'Latte', price: 450 });
  await make('items.create', { category_id: 1, name: 'Croissant', price: 325, stock_qty: 100_000_000 });
  await make('addons.create', { name: 'Oat milk', price: 60 });
  return {
    pos,
    folder,
    done: async () => {
      await pos.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
