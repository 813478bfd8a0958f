/** Who may import whom. ARCHITECTURE in docs/architecture.md says why; scripts/lint-imports.ts keeps it. */

/** For each layer under src/, the layers it may import (itself always). */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  core: ['domain', 'contract'],
  server: ['domain', 'contract', 'core'],
  main: ['domain', 'contract', 'core', 'server'],
  preload: ['contract'],
  renderer: ['domain', 'contract'],
};

/** Modules of src/core/modules, lowest first; a module imports only from levels below its own. */
export const MODULE_LEVELS: readonly (readonly string[])[] = [
  ['audit'],
  ['settings', 'desktop'],
  ['staff', 'catalog', 'customers'],
  ['stock', 'discounts', 'shifts'],
  ['expenses'],
  ['orders'],
  ['payments'],
  ['drawer'],
  ['reports'],
  ['printing', 'importing', 'seeding', 'verification'],
  ['backups', 'exporting', 'privacy'],
  ['exchange'],
  ['setup'],
];

/** Packages that belong to one place. A prefix ending in / means a folder. */
export const RESERVED_PACKAGES: readonly { package: RegExp; only: readonly string[]; why: string }[] = [
  { package: /^electron$/, only: ['src/main/', 'src/preload/'], why: 'only the desktop door knows Electron' },
  { package: /^(fastify|@fastify\/.*)$/, only: ['src/server/'], why: 'only the HTTP door knows Fastify' },
  {
    package: /^(react|react-dom|@mantine\/.*|@tanstack\/.*|wouter|zustand)(\/.*)?$/,
    only: ['src/renderer/'],
    why: 'only the screens know React',
  },
  {
    package: /^better-sqlite3$/,
    only: ['src/core/database/', 'src/core/modules/importing/', 'src/core/modules/verification/', 'src/core/modules/backups/'],
    why: 'the database is opened in one place',
  },
  {
    package: /^(node:.*|fs|path|crypto)$/,
    only: ['src/core/', 'src/server/', 'src/main/'],
    why: 'domain, contract and screens run without Node',
  },
];

/** Names that may stand in one file only. */
export const RESERVED_NAMES: readonly { name: RegExp; only: string; why: string }[] = [
  { name: /\bipcMain\b/, only: 'src/main/ipc.ts', why: 'every message from a screen is checked in one place' },
];
