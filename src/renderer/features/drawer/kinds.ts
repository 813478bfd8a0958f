import { IconBuildingBank, IconCashMinus, IconCashPlus, IconLockOpen2 } from '@tabler/icons-react';
import type { DrawerMovement } from '../../../contract/drawer.ts';

export type MovementKind = DrawerMovement['kind'];

/** What can be done with the drawer apart from sales, with the sign that it has for the cash in it. */
export const KINDS = [
  { kind: 'paid_in', icon: IconCashPlus, sign: 1 },
  { kind: 'paid_out', icon: IconCashMinus, sign: -1 },
  { kind: 'drop', icon: IconBuildingBank, sign: -1 },
  { kind: 'no_sale', icon: IconLockOpen2, sign: 0 },
] as const satisfies readonly { kind: MovementKind; icon: unknown; sign: -1 | 0 | 1 }[];

/** What a movement did to the cash in the drawer, in minor units. */
export const effectOf = ({ kind, amount }: { kind: MovementKind; amount: number }): number =>
  amount === 0 ? 0 : amount * (KINDS.find((row) => row.kind === kind)?.sign ?? 0);
