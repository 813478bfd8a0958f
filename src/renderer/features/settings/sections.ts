import type { Permission } from '../../../domain/permissions.ts';
import type { SECTION_FIELDS } from './setting-fields.ts';

export interface SettingsSection {
  /** The end of the address, and the text key `settings.sections.<id>`. */
  readonly id: string;
  readonly permission: Permission;
  /** Whose unsaved changes mark it. */
  readonly forms: readonly (keyof typeof SECTION_FIELDS)[];
}

/** The sections of the settings, in their order. */
export const SECTIONS = [
  { id: 'shop', permission: 'settings.view', forms: ['shop'] },
  { id: 'money', permission: 'settings.view', forms: ['money'] },
  { id: 'time', permission: 'settings.view', forms: ['time'] },
  { id: 'payments', permission: 'settings.view', forms: [] },
  { id: 'drawer', permission: 'settings.view', forms: ['drawer'] },
  { id: 'printers', permission: 'settings.view', forms: ['printers'] },
  { id: 'security', permission: 'settings.view', forms: ['security'] },
  { id: 'network', permission: 'settings.manage', forms: ['network'] },
  { id: 'keys', permission: 'keys.manage', forms: ['integration'] },
  { id: 'backups', permission: 'backups.manage', forms: ['backups'] },
  { id: 'appearance', permission: 'settings.view', forms: ['appearance'] },
  { id: 'desktop', permission: 'settings.manage', forms: ['desktop'] },
  { id: 'about', permission: 'settings.view', forms: [] },
] as const satisfies readonly SettingsSection[];

export type SectionId = (typeof SECTIONS)[number]['id'];
