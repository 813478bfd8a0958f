import { FirstRun } from '../e2e/screens/index.ts';
import type { Scene } from './scene.ts';

/** The five steps of a new installation, in a program that has no shop yet. */
export const FIRST_RUN: readonly Scene[] = [
  { name: 'first-run-language', show: (page) => new FirstRun(page).step('Which language?').waitFor() },
  { name: 'first-run-shop', show: (page) => new FirstRun(page).language('English') },
  { name: 'first-run-money', show: (page) => new FirstRun(page).shop({ name: 'Kaffe Nord', currency: 'NOK', zone: 'Europe/Oslo' }) },
  {
    name: 'first-run-owner',
    show: async (page) => {
      const run = new FirstRun(page);
      await run.money('15');
      await run.fillOwner('Grace Hopper', '4821', '4821');
    },
  },
  {
    name: 'first-run-start',
    show: async (page) => {
      const run = new FirstRun(page);
      await run.next();
      await run.step('How do you begin?').waitFor();
    },
  },
];
