import type { FastifyRequest } from 'fastify';
import type { InputIssue } from '../contract/errors.ts';
import type { Operation } from '../contract/operation.ts';
import type { Approval } from '../core/kernel/dispatcher.ts';
import { Refusal } from '../core/kernel/errors.ts';
import { OVERRIDABLE } from '../domain/permissions.ts';

const STAFF = 'x-approval-staff';
const PIN = 'x-approval-pin';

/** Whether a manager's PIN may help with an operation: by its own permission, or by a rule inside it. */
export const mayNeedApproval = (op: Operation): boolean =>
  (op.permission !== 'public' && OVERRIDABLE.has(op.permission)) || op.errors?.includes('approval_needed') === true;

/** The manager's PIN that came with a request, or undefined. Throws invalid_input for half of one or none that could be; it is never echoed. */
export const approvalOf = (request: FastifyRequest): Approval | undefined => {
  const staff = request.headers[STAFF];
  const pin = request.headers[PIN];
  if (staff === undefined && pin === undefined) return undefined;
  const issues = [
    ...faultsOf(STAFF, staff, /^[1-9]\d{0,14}$/, 'Input should be the id of a person'),
    ...faultsOf(PIN, pin, /^\d{4,8}$/, 'Input should be 4 to 8 digits'),
  ];
  if (issues.length > 0)
    throw new Refusal('invalid_input', issues.map((issue) => `${issue.loc.join('.')}: ${issue.msg}`).join('; '), issues);
  return { staff_id: Number(staff), pin: String(pin) };
};

const faultsOf = (header: string, value: string | string[] | undefined, form: RegExp, msg: string): InputIssue[] => {
  if (value === undefined) return [{ type: 'missing', loc: ['header', header], msg: 'Field required', input: null }];
  return typeof value === 'string' && form.test(value) ? [] : [{ type: 'value_error', loc: ['header', header], msg, input: null }];
};
