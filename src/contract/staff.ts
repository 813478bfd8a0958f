import { z } from 'zod';
import { PERMISSIONS, ROLES } from '../domain/permissions.ts';
import { operation } from './operation.ts';
import { instantIn, instantOut, name, pageOf, paging, pathId } from './primitives.ts';
import { reason } from './refunds.ts';

export const pin = z.string().regex(/^\d{4,8}$/);

export const staffMember = z.object({
  id: z.int(),
  name: z.string(),
  role: z.enum(ROLES),
  is_active: z.boolean(),
  /** Beside the role's own. */
  granted: z.array(z.enum(PERMISSIONS)),
  withheld: z.array(z.enum(PERMISSIONS)),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type StaffMember = z.infer<typeof staffMember>;

export const timePunch = z.object({
  id: z.int(),
  staff_id: z.int(),
  staff_name: z.string(),
  clocked_in_at: instantOut(),
  clocked_out_at: instantOut().nullable(),
  /** What was clocked, where a correction counts now. */
  original: z.object({ clocked_in_at: instantOut(), clocked_out_at: instantOut().nullable() }).nullable(),
  correction: z.object({ reason: z.string(), corrected_by: z.string(), created_at: instantOut() }).nullable(),
});
export type TimePunch = z.infer<typeof timePunch>;

const permissionList = z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length);

export const staffOperations = {
  'staff.list': operation({
    method: 'GET',
    url: '/api/v1/staff',
    kind: 'query',
    tag: 'Staff',
    permission: 'staff.view',
    summary: 'Staff by name',
    output: z.array(staffMember),
  }),
  'staff.create': operation({
    method: 'POST',
    url: '/api/v1/staff',
    kind: 'command',
    tag: 'Staff',
    permission: 'staff.manage',
    status: 201,
    summary: 'Add a person with a role and a PIN',
    errors: ['already_exists'],
    body: { name: name(100), role: z.enum(ROLES), pin, granted: permissionList.default([]), withheld: permissionList.default([]) },
    output: staffMember,
  }),
  'staff.update': operation({
    method: 'PATCH',
    url: '/api/v1/staff/{staff_id}',
    kind: 'command',
    tag: 'Staff',
    permission: 'staff.manage',
    summary: 'Change a person: name, role, PIN, permissions, or whether they work here',
    errors: ['not_found', 'already_exists', 'last_owner'],
    entity: 'Staff',
    path: { staff_id: pathId() },
    body: {
      name: name(100).optional(),
      role: z.enum(ROLES).optional(),
      pin: pin.optional(),
      is_active: z.boolean().optional(),
      granted: permissionList.optional(),
      withheld: permissionList.optional(),
    },
    output: staffMember,
  }),
  'timeClock.punch': operation({
    method: 'POST',
    url: '/api/v1/time-clock',
    kind: 'command',
    tag: 'Time clock',
    permission: 'time.clock',
    status: 201,
    summary: 'Clock yourself in, or out',
    errors: ['not_staff', 'already_clocked'],
    body: { direction: z.enum(['in', 'out']) },
    output: timePunch,
  }),
  'timeClock.list': operation({
    method: 'GET',
    url: '/api/v1/time-clock',
    kind: 'query',
    tag: 'Time clock',
    permission: 'time.clock',
    summary: 'Clocked hours, newest first; everybody sees their own, a manager all',
    query: { staff_id: z.int().optional(), ...paging },
    output: pageOf(timePunch),
  }),
  'timeClock.correct': operation({
    method: 'POST',
    url: '/api/v1/time-clock/{punch_id}/corrections',
    kind: 'command',
    tag: 'Time clock',
    permission: 'time.manage',
    status: 201,
    summary: 'Correct clocked hours; what was clocked stays',
    errors: ['not_found'],
    entity: 'Time punch',
    path: { punch_id: pathId() },
    body: { clocked_in_at: instantIn(), clocked_out_at: instantIn().nullable(), reason },
    output: timePunch,
  }),
};
