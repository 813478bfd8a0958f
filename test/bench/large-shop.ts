import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPos, type Pos } from '../../src/core/app.ts';
import { generateOrders } from '../../src/core/modules/seeding/index.ts';

const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000);
/** Over how many days its orders lie. */
export const DAYS = 3 * 365;

/** A shop with many years behind it: the one in the folder that BENCH_SHOP names, else one that is made and thrown away. */
export const openLargeShop = async (): Promise<{ pos: Pos; done: () => Promise<void> }> => {
  const given = process.env.BENCH_SHOP;
  if (given !== undefined && existsSync(given)) {
    const pos = await openPos({ dataDir: given });
    return { pos, done: () => pos.close() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'philo-bench-'));
  const pos = await openPos({ dataDir: folder });
  await generateOrders(pos, { orders: ORDERS, days: DAYS });
  return {
    pos,
    done: async () => {
      await pos.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
