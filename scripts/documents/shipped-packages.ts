import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from '../lint-imports.ts';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package that is in the program as it is given out. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says it: an SPDX expression. */
  readonly licence: string;
  /** Its folder, from the root. */
  readonly folder: string;
}

/** They hold types alone, so nothing of them is in the program. */
const TYPES_ONLY = /^(@types\/.*|csstype|type-fest|undici-types)$/;

/** What the screens are bundled from: every package that a file of theirs names, CSS and fonts included. */
const packagesOfScreens = (root: string): string[] => {
  const names = globSync('src/{renderer,domain,contract}/**/*.{ts,tsx,css}', { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const written = file.endsWith('.css') ? [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)].map((found) => found[1] ?? '') : [];
    return [...importsOf(text).flatMap((found) => (found.typeOnly ? [] : [found.from])), ...written];
  });
  const bare = names.filter((name) => /^[@a-z]/i.test(name) && !name.startsWith('node:') && !name.includes(':'));
  return [...new Set(bare.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')))];
};

/** Where Node finds `name` from the package in `from`: in its own node_modules or in one further out. */
const resolve = (packages: Readonly<Record<string, LockedPackage>>, from: string, name: string): string | undefined => {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules') - 1))) {
    const folder = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    if (packages[folder]) return folder;
    if (place === '') return undefined;
  }
};

/**
 * The packages that ship, by name and version: what package.json lists under "dependencies", what the screens are bundled
 * from, and all that those depend on. From package-lock.json, without what is optional (it differs from system to system),
 * so the answer is the same on every machine.
 */
export const shippedPackages = (root: string): ShippedPackage[] => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> };
  const found = new Map<string, ShippedPackage>();
  const add = (from: string, name: string): void => {
    if (TYPES_ONLY.test(name)) return;
    const folder = resolve(packages, from, name);
    const locked = folder === undefined ? undefined : packages[folder];
    if (folder === undefined || !locked || found.has(folder)) return;
    found.set(folder, { name, version: locked.version, licence: locked.license ?? 'see its text', folder });
    for (const dependency of Object.keys(locked.dependencies ?? {})) add(folder, dependency);
  };
  for (const name of [...Object.keys(packages['']?.dependencies ?? {}), ...packagesOfScreens(root)]) add('', name);
  const once = new Map([...found.values()].map((one) => [`${one.name} ${one.version}`, one]));
  return [...once.values()].sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
};
