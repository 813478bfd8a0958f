import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { inRoot } from '../ready/places.mjs';

/** What a package is made for: Node's name of the system, and its processor ("universal": both that macOS runs on). */
export type Target = 'linux-x64' | 'win32-x64' | 'darwin-universal';

export interface PackedFile {
  /** From the archive's root, with / as separator. */
  readonly path: string;
  readonly bytes: number;
  /** Beside the archive instead of in it, where its integrity does not reach. */
  readonly unpacked: boolean;
}

/** Stated budgets in bytes: going over them is a decision, not an accident. */
export const BUDGET = { archive: 26_000_000, screens: 3_500_000, native: 2_600_000 };

/** Every file that may be inside; what matches none of them is needless. */
const OWN_FILES = [
  /^package\.json$/,
  /^LICENSE$/,
  /^migrations\/\d{4}_[a-z0-9_]+\.sql$/,
  /^resources\/[a-z0-9-]+\.json$/,
  /^out\/main\/[\w-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|svg|png|webp|woff2)$/,
];
const PACKAGE_FILES = [
  /\.(?:js|cjs|mjs|json)$/,
  /(?:^|\/)(?:LICEN[CS]E|NOTICE|COPYING)[^/]*$/i,
  // The API's own documentation page is served to browsers.
  /^@fastify\/swagger-ui\/(?:static\/)?[\w-]+\.(?:css|html|png|svg)$/,
  /^pino\/favicon\.ico$/,
  /^pdfkit\/js\/data\/[\w-]+\.(?:afm|icc)$/,
  /^pdfmake\/fonts\/Roboto\/[\w-]+\.ttf$/,
  /^[\w@/.-]+\.css$/,
  /^better-sqlite3\/prebuilds\/[\w-]+\.node$/,
];
const NEVER = [/\.map$/, /\.d\.[cm]?ts$/, /(?:^|\/)(?:test|tests|__tests__|benchmarks?|examples?)\//, /(?:^|\/)\.[^/]+/];

const NATIVE: Record<Target, readonly string[]> = {
  'linux-x64': ['linux-x64'],
  'win32-x64': ['win32-x64'],
  'darwin-universal': ['darwin-arm64', 'darwin-x64'],
};

interface Entry {
  readonly files?: Record<string, Entry>;
  readonly size?: number;
  readonly unpacked?: boolean;
}

/** The files of an archive, those beside it included. */
export const listArchive = (archive: string): PackedFile[] => {
  const found: PackedFile[] = [];
  const walk = (entry: Entry, path: string): void => {
    for (const [name, child] of Object.entries(entry.files ?? {})) {
      const at = path ? `${path}/${name}` : name;
      if (child.files) walk(child, at);
      else found.push({ path: at, bytes: child.size ?? 0, unpacked: child.unpacked === true });
    }
  };
  walk(JSON.parse(getRawHeader(archive).headerString) as Entry, '');
  return found;
};

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/;

/** The names of the packages that the program needs when it runs: what the lock file does not call "dev". */
const runtimePackages = (): Set<string> => {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean }> };
  return new Set(Object.entries(lock.packages).flatMap(([place, { dev }]) => (dev ? [] : [place.replace(/^.*node_modules\//, '')])));
};

const isAllowed = (path: string): boolean => {
  const inPackage = PACKAGE.exec(path);
  const rest = inPackage ? `${inPackage[1]}/${inPackage[2]}` : path;
  return !NEVER.some((never) => never.test(rest)) && (inPackage ? PACKAGE_FILES : OWN_FILES).some((allowed) => allowed.test(rest));
};

/** What cannot be missing, from the repository itself: its migrations, its entry points, the target's native code. */
const required = (target: Target): string[] => [
  'package.json',
  'LICENSE',
  'out/main/index.js',
  'out/main/query-worker-thread.js',
  'out/main/file-work-thread.js',
  'out/main/export-worker-thread.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'resources/demo-cafe.json',
  ...readdirSync(inRoot('migrations')).map((name) => `migrations/${name}`),
  ...NATIVE[target].map((name) => `node_modules/better-sqlite3/prebuilds/${name}.node`),
];

const total = (files: readonly PackedFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** What is wrong with what is inside, one sentence each; none means that everything is there and nothing is needless. */
export const contentFaults = (files: readonly PackedFile[], target: Target): string[] => {
  const faults: string[] = [];
  const there = new Set(files.map(({ path }) => path));
  for (const path of required(target)) if (!there.has(path)) faults.push(`missing: ${path}`);

  const packages = runtimePackages();
  const strangers = new Set<string>();
  for (const { path, unpacked } of files) {
    const packageName = PACKAGE.exec(path)?.[1];
    if (packageName && !packages.has(packageName)) strangers.add(packageName);
    if (!isAllowed(path)) faults.push(`needless: ${path}`);
    if (path.endsWith('.node') !== unpacked)
      faults.push(unpacked ? `outside the archive: ${path}` : `cannot be loaded from the archive: ${path}`);
    if (path.endsWith('.node') && !NATIVE[target].some((name) => path.endsWith(`/${name}.node`)))
      faults.push(`for another system: ${path}`);
  }
  for (const name of strangers) faults.push(`not needed when the program runs: ${name}`);

  const natives = files.filter(({ unpacked }) => unpacked);
  for (const [what, used, allowed] of [
    ['the archive', total(files.filter(({ unpacked }) => !unpacked)), BUDGET.archive],
    ['the screens', total(files.filter(({ path }) => path.startsWith('out/renderer/'))), BUDGET.screens],
    ['native code', total(natives), BUDGET.native * NATIVE[target].length],
  ] as const) {
    if (used > allowed) faults.push(`${what} takes ${used} bytes, more than the ${allowed} that scripts/packaging/contents.ts allows`);
  }
  return faults;
};

/** The folder's one packed app: the archive, and what holds Electron's fuses. Null when the packager made none for the target. */
export const findApp = (output: string, target: Target): { archive: string; program: string } | null => {
  const places = {
    'linux-x64': ['linux-unpacked', 'resources', 'philo-pos'],
    'win32-x64': ['win-unpacked', 'resources', 'Philo POS.exe'],
    'darwin-universal': ['mac-universal', 'Philo POS.app/Contents/Resources', 'Philo POS.app'],
  } as const;
  const [folder, resources, program] = places[target];
  try {
    const archive = join(output, folder, resources, 'app.asar');
    getRawHeader(archive);
    return { archive, program: join(output, folder, program) };
  } catch {
    return null;
  }
};
