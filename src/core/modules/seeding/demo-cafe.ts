import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROLES } from '../../../domain/permissions.ts';
import { shippedFolder } from '../../database/migrations.ts';

const hundredths = z.int().min(0);

const item = z.object({
  name: z.string(),
  description: z.string(),
  price: hundredths,
  /** What each day starts with; left out: unlimited. */
  daily: z.int().gt(0).optional(),
  /** How often it is ordered, beside the others. */
  sells: z.number().gt(0),
  when: z.enum(['all', 'morning', 'lunch', 'afternoon']),
});

const demoCafe = z.object({
  staff: z.array(z.object({ name: z.string(), role: z.enum(ROLES), pin: z.string().regex(/^\d{4,8}$/) })),
  categories: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      /** How likely one of its items is ordered with an add-on. */
      addons: z.number().min(0).max(1),
      items: z.array(item),
    }),
  ),
  addons: z.array(z.object({ name: z.string(), price: hundredths })),
  discounts: z.array(
    z.discriminatedUnion('type', [
      z.object({ name: z.string(), type: z.literal('percentage'), percent: z.number(), is_active: z.boolean() }),
      z.object({ name: z.string(), type: z.literal('flat'), amount: hundredths, is_active: z.boolean() }),
    ]),
  ),
  customers: z.array(z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })),
  /** Who becomes a customer in the course of a made-up past. */
  newcomers: z.array(z.string()),
  notes: z.array(z.string()),
});
export type DemoCafe = z.infer<typeof demoCafe>;
export type TimeOfDay = DemoCafe['categories'][number]['items'][number]['when'];

/** The demo café as it ships: resources/demo-cafe.json. */
export const readDemoCafe = (): DemoCafe =>
  demoCafe.parse(JSON.parse(readFileSync(join(shippedFolder('resources'), 'demo-cafe.json'), 'utf8')));

/** Hundredths of a currency in its minor units; a currency without decimals has prices of the same digits (420 yen for 4.20). */
export const minorOf = (amount: number, decimals: number): number => (decimals > 2 ? amount * 10 ** (decimals - 2) : amount);
