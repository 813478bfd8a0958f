import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS, personMay, ROLES } from '../../src/domain/permissions.ts';
import { PERMISSION_GROUPS, stateOf, underRole, withPermission } from '../../src/renderer/features/staff/permission-groups.ts';
import { en } from '../../src/renderer/i18n/en.ts';
import { nb } from '../../src/renderer/i18n/nb.ts';

const grouped = PERMISSION_GROUPS.flatMap(({ permissions }) => [...permissions]);
const NOBODY = { granted: [], withheld: [] };

describe('the permissions of a person', () => {
  test('are all there, once: every one but the session that everybody has', () => {
    expect([...grouped].sort()).toEqual(PERMISSIONS.filter((permission) => permission !== 'session').sort());
  });

  test.each([['en', en] as const, ['nb', nb] as const])('have their words in %s', (_, texts) => {
    const words: Record<string, Record<string, string>> = texts.permission;
    for (const permission of grouped) {
      const [family = '', act = ''] = permission.split('.');
      expect(words[family]?.[act], permission).toBeTruthy();
    }
  });

  test('differ from the role only where they were switched', () => {
    const more = withPermission('cashier', NOBODY, 'drawer.no_sale', true);
    expect(more).toEqual({ granted: ['drawer.no_sale'], withheld: [] });
    expect(stateOf('cashier', more, 'drawer.no_sale')).toEqual({ has: true, differs: 'added' });
    const less = withPermission('cashier', more, 'drawer.paid_out', false);
    expect(less).toEqual({ granted: ['drawer.no_sale'], withheld: ['drawer.paid_out'] });
    expect(stateOf('cashier', less, 'drawer.paid_out')).toEqual({ has: false, differs: 'withheld' });
    expect(withPermission('cashier', withPermission('cashier', less, 'drawer.paid_out', true), 'drawer.no_sale', false)).toEqual(NOBODY);
  });

  test('keep only what still differs under another role', () => {
    const personal = { granted: ['drawer.no_sale', 'menu.manage'], withheld: ['payments.take'] } as const;
    expect(underRole('manager', personal)).toEqual({ granted: [], withheld: ['payments.take'] });
    expect(underRole('kitchen', personal)).toEqual({ granted: ['menu.manage', 'drawer.no_sale'], withheld: [] });
    expect(underRole('owner', personal)).toEqual(NOBODY);
  });

  property.prop([fc.constantFrom(...ROLES), fc.array(fc.tuple(fc.constantFrom(...grouped), fc.boolean()), { maxLength: 40 })])(
    'are what the switches show, by the core’s own rule',
    (role, switches) => {
      const personal = switches.reduce(
        (before, [permission, has]) => withPermission(role, before, permission, has),
        underRole(role, NOBODY),
      );
      for (const permission of grouped) {
        expect(stateOf(role, personal, permission).has).toBe(personMay(role, personal, permission));
        const last = switches.findLast(([switched]) => switched === permission);
        if (last && role !== 'owner') expect(personMay(role, personal, permission)).toBe(last[1]);
      }
    },
  );
});
