import type { Likeness } from '../../../contract/customers.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { foldText } from '../../../domain/search-text.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { customerRow, toCustomer } from './customers.ts';

type Trait = Likeness['same'][number];

interface Known {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Shorter numbers are house extensions or typing errors, and say nothing. */
const TELLING_DIGITS = 6;
/** A number without its country's code ends like one with it. */
const LOCAL_DIGITS = 8;

/** The forms in which two customers may be the same, however they were typed. */
const traitsOf = (customer: Known): (readonly [Trait, string])[] => {
  const traits: [Trait, string][] = [];
  const digits = (customer.phone ?? '').replaceAll(/\D/g, '');
  if (digits.length >= TELLING_DIGITS) traits.push(['phone', digits.slice(-LOCAL_DIGITS)]);
  const email = (customer.email ?? '').trim().toLowerCase();
  if (email.includes('@')) traits.push(['email', email]);
  const name = foldText(customer.name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // A first name alone is shared by too many.
  if (name.includes(' ')) traits.push(['name', name]);
  return traits;
};

const known = (ctx: QueryContext): Known[] =>
  ctx.db.rows<Known>('SELECT id, name, phone, email FROM customers WHERE anonymised_at IS NULL ORDER BY id');

/** Others who share a phone, an e-mail or a whole name with this customer. */
export const likelySame = (ctx: QueryContext, id: number): Likeness[] => {
  const all = known(ctx);
  const own = new Set(all.filter((customer) => customer.id === id).flatMap((customer) => traitsOf(customer).map(keyOf)));
  return all
    .filter((customer) => customer.id !== id)
    .map((customer) => ({ id: customer.id, same: traitsOf(customer).flatMap((trait) => (own.has(keyOf(trait)) ? [trait[0]] : [])) }))
    .filter(({ same }) => same.length > 0)
    .slice(0, 20)
    .map(({ id: other, same }) => ({ customer: toCustomer(ctx, customerRow(ctx, other)), same }));
};

/** Groups of customers that may be one each: who shares anything with one of a group belongs to it. */
export const listDuplicates = (ctx: QueryContext, input: ParsedInputOf<'customers.duplicates'>): OutputOf<'customers.duplicates'> => {
  const holders = new Map<string, { trait: Trait; ids: number[] }>();
  for (const customer of known(ctx)) {
    for (const trait of traitsOf(customer)) {
      const holder = holders.get(keyOf(trait));
      if (holder) holder.ids.push(customer.id);
      else holders.set(keyOf(trait), { trait: trait[0], ids: [customer.id] });
    }
  }
  const groups = joinGroups([...holders.values()].filter((holder) => holder.ids.length > 1));
  const page = groups.slice(offsetOf(input), offsetOf(input) + input.per_page);
  return pageEnvelope(
    page.map(({ same, ids }) => ({ same, customers: ids.map((id) => toCustomer(ctx, customerRow(ctx, id))) })),
    groups.length,
    input,
  );
};

const keyOf = ([trait, value]: readonly [Trait, string]): string => `${trait} ${value}`;

const joinGroups = (shared: readonly { trait: Trait; ids: readonly number[] }[]): { same: Trait[]; ids: number[] }[] => {
  const groupOf = new Map<number, { same: Set<Trait>; ids: Set<number> }>();
  for (const { trait, ids } of shared) {
    const joined = { same: new Set<Trait>([trait]), ids: new Set<number>(ids) };
    for (const id of ids) {
      const earlier = groupOf.get(id);
      for (const one of earlier?.same ?? []) joined.same.add(one);
      for (const one of earlier?.ids ?? []) joined.ids.add(one);
    }
    for (const id of joined.ids) groupOf.set(id, joined);
  }
  return [...new Set(groupOf.values())]
    .map((group) => ({ same: [...group.same].sort(), ids: [...group.ids].sort((a, b) => a - b) }))
    .sort((a, b) => (a.ids[0] ?? 0) - (b.ids[0] ?? 0));
};
