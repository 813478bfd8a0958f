import { openPos } from '../../src/core/app.ts';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';

/** Fills an empty data folder with the demo café: its menu and people, nothing sold yet. */
export const makeDemoShop = async (dataDir: string): Promise<void> => {
  const pos = await openPos({ dataDir, inlineWorker: true });
  try {
    await seedDemo(pos);
  } finally {
    await pos.close();
  }
};

/** The demo café's people, as resources/demo-cafe.json has them. */
export const PEOPLE = {
  owner: { name: 'Nora Lind', pin: '1357' },
  manager: { name: 'Tomas Reyes', pin: '2468' },
  cashier: { name: 'Ines Kaya', pin: '1122' },
  kitchen: { name: 'Jonas Abebe', pin: '3344' },
} as const;
