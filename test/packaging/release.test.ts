import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checksumFaults, writeChecksums } from '../../scripts/packaging/checksums.ts';
import { MANIFESTS, manifestFaults, type System } from '../../scripts/packaging/manifests.ts';
import { inRepository } from '../support/repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

const { version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { version: string };

const NAMES: Record<System, string[]> = {
  windows: [`philo-pos-${version}-setup.exe`],
  mac: [`philo-pos-${version}-mac-universal.zip`, `philo-pos-${version}-mac-universal.dmg`],
  linux: [`philo-pos-${version}-linux-x86_64.AppImage`, `philo-pos_${version}_amd64.deb`],
};

describe('a release', () => {
  let folder: ReturnType<typeof tempFolder>;
  const at = (name: string): string => join(folder.path, name);

  /** Writes a manifest as the packager does. */
  const writeManifest = (system: System, change: object = {}): void => {
    const files = NAMES[system].map((url) => {
      const bytes = readFileSync(at(url));
      return { url, sha512: createHash('sha512').update(bytes).digest('base64'), size: bytes.length };
    });
    const manifest = { version, files, path: files[0]?.url, sha512: files[0]?.sha512, releaseDate: '2026-03-01T10:00:00.000Z', ...change };
    writeFileSync(at(MANIFESTS[system].file), stringify(manifest));
  };

  beforeEach(async () => {
    folder = tempFolder();
    for (const name of Object.values(NAMES).flat()) writeFileSync(at(name), `the bytes of ${name}`);
    for (const system of Object.keys(MANIFESTS) as System[]) writeManifest(system);
    await writeChecksums(folder.path);
  });
  afterEach(() => folder.remove());

  it('is complete with a manifest of each system and checksums of everything', async () => {
    for (const system of Object.keys(MANIFESTS) as System[]) expect(await manifestFaults(folder.path, system, version)).toEqual([]);
    expect(await checksumFaults(folder.path)).toEqual([]);
    const sums = readFileSync(at('SHA256SUMS'), 'utf8').split('\n').filter(Boolean);
    expect(sums.map((line) => line.slice(66))).toEqual(
      [...Object.values(NAMES).flat(), 'latest-linux.yml', 'latest-mac.yml', 'latest.yml'].sort(),
    );
  });

  it('is told from one whose files are other than what was promised', async () => {
    appendFileSync(at(NAMES.windows[0] ?? ''), '!');
    expect(await manifestFaults(folder.path, 'windows', version)).toEqual([expect.stringContaining('is not as long as latest.yml says')]);
    expect(await checksumFaults(folder.path)).toEqual([expect.stringContaining('is not what SHA256SUMS says')]);
    writeFileSync(at(NAMES.windows[0] ?? ''), `THE BYTES OF ${NAMES.windows[0]}`);
    expect(await manifestFaults(folder.path, 'windows', version)).toEqual([expect.stringContaining('is not what latest.yml says')]);
    rmSync(at(NAMES.windows[0] ?? ''));
    expect(await manifestFaults(folder.path, 'windows', version)).toEqual([expect.stringContaining('which is missing')]);
    expect(await checksumFaults(folder.path)).toEqual([expect.stringContaining('but missing')]);
  });

  it('is told from one with an incomplete or misleading manifest', async () => {
    const faultsOf = async (change: object): Promise<string[]> => {
      writeManifest('linux', change);
      return manifestFaults(folder.path, 'linux', version);
    };
    expect(await faultsOf({ version: '0.0.1' })).toEqual([`latest-linux.yml offers version 0.0.1, but ${version} was packed`]);
    expect(await faultsOf({ version: 'next' })).toEqual(['latest-linux.yml: version is not a version']);
    expect(await faultsOf({ files: [] })).toEqual([expect.stringContaining('files')]);
    expect(await faultsOf({ releaseDate: undefined })).toEqual([expect.stringContaining('releaseDate')]);
    expect(await faultsOf({ path: 'https://elsewhere.example/a.deb' })).toEqual(['latest-linux.yml: path is not the bare name of a file']);
    expect(await faultsOf({ path: 'other.deb' })).toEqual([expect.stringContaining('not those of one of its files')]);
    writeFileSync(at('latest-linux.yml'), 'version: [');
    expect(await manifestFaults(folder.path, 'linux', version)).toEqual([expect.stringContaining('cannot be read')]);
  });

  it('is judged by npm run release:check', () => {
    const check = (...args: string[]) =>
      spawnSync(process.execPath, [inRepository('scripts/release-check.ts'), '--out', folder.path, ...args], { encoding: 'utf8' });
    expect(check()).toMatchObject({ status: 0, stdout: `Version ${version} is complete: windows, mac, linux.\n` });
    expect(check('--tag', `v${version}`)).toMatchObject({ status: 0 });
    expect(check('--tag', 'v9.9.9')).toMatchObject({ status: 1, stderr: `the tag is v9.9.9, but package.json says ${version}\n` });
    // Packages that were gathered from several machines bring no checksums of the whole.
    rmSync(at('SHA256SUMS'));
    expect(check()).toMatchObject({ status: 1, stderr: 'SHA256SUMS is missing\n' });
    expect(check('--seal')).toMatchObject({ status: 0 });
    rmSync(at('latest-mac.yml'));
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining('latest-mac.yml is missing') });
    expect(check('--system', 'beos')).toMatchObject({ status: 1, stderr: expect.stringContaining('there is no system beos') });
  });
});
