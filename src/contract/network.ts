import { z } from 'zod';
import { operation } from './operation.ts';

/** Where the shop can be reached by other devices, and how that was switched on. */
export const networkState = z.object({
  /** `desktop`: the app itself, switched by the setting network_access. `server`: philo serve, as it was started. */
  door: z.enum(['desktop', 'server']),
  listening: z.boolean(),
  /** Only this machine can reach it. */
  only_here: z.boolean(),
  /** What it listens to; null: nothing. */
  host: z.string().nullable(),
  port: z.int().nullable(),
  /** Started with --no-auth: everybody who reaches it is the owner. */
  open_to_all: z.boolean(),
  /** Why it is not listening although it should, in words. */
  problem: z.string().nullable(),
});
export type NetworkState = z.infer<typeof networkState>;

export const networkOperations = {
  'network.get': operation({
    method: 'GET',
    url: '/api/v1/network',
    kind: 'query',
    tag: 'Settings',
    permission: 'settings.manage',
    summary: 'Whether other devices can reach this shop, and at which addresses',
    output: networkState.extend({
      /** The screens' addresses for other devices, the likeliest first; empty while none can come in. */
      urls: z.array(z.string()),
    }),
  }),
};
