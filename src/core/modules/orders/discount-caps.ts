import { applyRate, type Money, PPM, type Ppm } from '../../../domain/money.ts';
import { type PersonalPermissions, personMay, type Role } from '../../../domain/permissions.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';

/** The largest part of a sale, in ppm, that a person may take off: an owner all of it, whoever may go over a cashier's cap a manager's. */
const capOf = (ctx: CommandContext, role: Role, personal: PersonalPermissions): Ppm => {
  if (role === 'owner') return PPM;
  return personMay(role, personal, 'discounts.over_cap') ? ctx.settings.discount_cap_manager : ctx.settings.discount_cap_cashier;
};

/**
 * Who allowed discounts of `discounts` on lines of `subtotal`: null where the caller's own cap covers them. The manager who
 * is asked has a cap as well. Refuses with approval_needed.
 */
export const approvalOfDiscount = (ctx: CommandContext, discounts: Money, subtotal: Money): string | null => {
  const covers = (person: { readonly role: Role | null; readonly personal: PersonalPermissions }): boolean =>
    person.role !== null && discounts <= applyRate(subtotal, capOf(ctx, person.role, person.personal));
  if (covers(ctx.caller)) return null;
  const { approver } = ctx;
  if (approver && covers(approver)) return approver.name;
  throw new Refusal(
    'approval_needed',
    approver ? `A discount this large is more than ${approver.name} may allow.` : "A discount this large needs a manager's PIN.",
  );
};
