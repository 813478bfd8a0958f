import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checksumFaults, writeChecksums } from './packaging/checksums.ts';
import { MANIFESTS, manifestFaults, type System } from './packaging/manifests.ts';
import { inRoot } from './ready/places.mjs';

/**
 * `npm run release:check [-- --out DIR] [--system linux]... [--tag v1.2.3] [--seal]`: whether the folder is complete to be
 * published: an update manifest of each system that fits its files, and checksums of everything. --tag: the tag that is
 * released must be that of the version. --seal: writes the checksums first, for packages gathered from several machines.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: inRoot('dist') },
    system: { type: 'string', multiple: true },
    tag: { type: 'string' },
    seal: { type: 'boolean', default: false },
  },
});
const systems = values.system ?? Object.keys(MANIFESTS);
const isSystem = (name: string): name is System => Object.hasOwn(MANIFESTS, name);
const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { version: string };

const faults: string[] = [];
if (values.tag !== undefined && values.tag !== `v${version}`) faults.push(`the tag is ${values.tag}, but package.json says ${version}`);
for (const system of systems) {
  if (isSystem(system)) faults.push(...(await manifestFaults(values.out, system, version)));
  else faults.push(`there is no system ${system}: ${Object.keys(MANIFESTS).join(', ')}`);
}
if (values.seal) await writeChecksums(values.out);
faults.push(...(await checksumFaults(values.out)));
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(
  faults.length === 0 ? `Version ${version} is complete: ${systems.join(', ')}.\n` : `Not to be published: ${faults.length} faults.\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
