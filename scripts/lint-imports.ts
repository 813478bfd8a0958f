import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LAYERS, MODULE_LEVELS, RESERVED_NAMES, RESERVED_PACKAGES } from './house-rules.ts';

export interface Violation {
  /** Path from the root, with / as separator. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface Import {
  readonly from: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

const IMPORT = /(?:^|\n)[ \t]*(?:import|export)(\s+type)?\b(?:[^'";]*?\bfrom\s*)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The imports of a source text: static, re-exported and dynamic. */
export const importsOf = (text: string): Import[] =>
  [...text.matchAll(IMPORT)].map((match) => ({
    from: match[2] ?? match[3] ?? '',
    line: text.slice(0, (match.index ?? 0) + match[0].length).split('\n').length,
    typeOnly: match[1] !== undefined,
  }));

const layerOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];
const moduleOf = (file: string): string | undefined => /^src\/core\/modules\/([^/]+)\//.exec(file)?.[1];
const levelOf = (name: string): number => MODULE_LEVELS.findIndex((level) => level.includes(name));

/** The faults of one file against the house's rules. `file` is its path from the root. */
export const checkFile = (file: string, text: string): Violation[] => {
  const faults: Violation[] = [];
  const fault = (line: number, message: string) => faults.push({ file, line, message });
  for (const found of importsOf(text)) {
    if (found.from.startsWith('.')) checkRelative(file, found, fault);
    else checkPackage(file, found, fault);
  }
  for (const { name, only, why } of RESERVED_NAMES) {
    if (file === only) continue;
    const at = text.search(name);
    if (at >= 0) fault(text.slice(0, at).split('\n').length, `${name.source.replaceAll('\\b', '')} belongs in ${only}: ${why}`);
  }
  return faults;
};

/** What ships beside the program may be read by it. */
const OUTSIDE_SRC = ['resources/', 'package.json', 'THIRD-PARTY-LICENCES.md'];

const checkRelative = (file: string, found: Import, fault: (line: number, message: string) => void): void => {
  const target = posix.normalize(posix.join(posix.dirname(file), found.from.replace(/\?.*$/, '')));
  const from = layerOf(file);
  const to = layerOf(target);
  if (!from) return;
  if (!to) {
    if (!OUTSIDE_SRC.some((place) => target.startsWith(place))) fault(found.line, `${found.from} leads out of src`);
    return;
  }
  if (from === 'preload' && to !== 'preload' && !found.typeOnly) fault(found.line, 'preload imports types only');
  if (from !== to && !LAYERS[from]?.includes(to)) fault(found.line, `${from} may not import ${to}`);
  const ownModule = moduleOf(file);
  const otherModule = moduleOf(target);
  if (!otherModule || ownModule === otherModule) return;
  if (!target.endsWith(`/modules/${otherModule}/index.ts`)) fault(found.line, `${otherModule} is imported only through its index.ts`);
  if (!ownModule) return;
  if (levelOf(ownModule) < 0) fault(found.line, `${ownModule} has no place in MODULE_LEVELS`);
  else if (levelOf(otherModule) >= levelOf(ownModule))
    fault(found.line, `${ownModule} may not import ${otherModule}: modules import downwards only`);
};

const checkPackage = (file: string, found: Import, fault: (line: number, message: string) => void): void => {
  if (!file.startsWith('src/')) return;
  for (const { package: name, only, why } of RESERVED_PACKAGES) {
    if (name.test(found.from) && !only.some((place) => file.startsWith(place)))
      fault(found.line, `${found.from} may not be imported here: ${why}`);
  }
};

/** Checks every source file under `root`/src. */
export const checkHouse = (root: string): Violation[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.split('\\').join('/'))
    .sort()
    .flatMap((file) => checkFile(file, readFileSync(join(root, file), 'utf8')));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = checkHouse(join(dirname(fileURLToPath(import.meta.url)), '..'));
  for (const { file, line, message } of faults) console.error(`${file}:${line}  ${message}`);
  console.error(faults.length === 0 ? 'imports: every file keeps the house’s rules' : `imports: ${faults.length} fault(s)`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
