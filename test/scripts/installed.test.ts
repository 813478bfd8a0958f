import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { whyInstall } from '../../scripts/ready/installed.mjs';
import { projectNode } from '../../scripts/ready/places.mjs';
import { tempFolder } from '../support/test-app.ts';

let folder: string;

const lock = (file: string, packages: object) =>
  writeFileSync(join(folder, file), JSON.stringify({ packages: { '': { name: 'x' }, ...packages } }));
const a1 = { 'node_modules/a': { version: '1.0.0' } };

beforeEach(() => {
  folder = tempFolder();
  mkdirSync(join(projectNode(folder), '..'), { recursive: true });
  writeFileSync(projectNode(folder), '');
});

describe('whether packages must be installed', () => {
  it('is so on a fresh clone, and after an installation that was cut off', () => {
    lock('package-lock.json', a1);
    expect(whyInstall(folder)).toMatch(/nothing is installed/);
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages": {');
    expect(whyInstall(folder)).toMatch(/nothing is installed/);
  });

  it('is not so when what is installed is what the lock file asks for', () => {
    lock('package-lock.json', { ...a1, 'node_modules/other-system': { version: '1.0.0', optional: true } });
    lock('node_modules/.package-lock.json', a1);
    expect(whyInstall(folder)).toBeNull();
  });

  it('is so when a package is missing or of another version', () => {
    lock('node_modules/.package-lock.json', a1);
    lock('package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
    expect(whyInstall(folder)).toBe('package-lock.json asks for a 1.0.1');
    lock('package-lock.json', { ...a1, 'node_modules/@scope/b': { version: '2.0.0' } });
    expect(whyInstall(folder)).toBe('package-lock.json asks for @scope/b 2.0.0');
  });
});
