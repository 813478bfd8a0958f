import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, staleTargets } from '../../scripts/ready/built.mjs';
import { inRepository } from '../support/repository.ts';

beforeAll(() => ensureBuilt({ say: (line: string) => process.stderr.write(`${line}\n`), talk: 2 }), 120_000);

const files = (folder: string) => readdirSync(inRepository('out', folder), { recursive: true, encoding: 'utf8' }).sort();
const text = (file: string) => readFileSync(inRepository('out', file), 'utf8');

describe('the built program', () => {
  it('is up to date after building', () => {
    expect(staleTargets()).toEqual([]);
  });

  it('has a preload of one CommonJS file that needs only electron', () => {
    expect(files('preload')).toEqual(['index.cjs']);
    expect([...text('preload/index.cjs').matchAll(/require\((.*?)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
  });

  it.each(['main', 'server'])('has the query thread beside the chunk that starts it, all flat (%s)', (folder) => {
    const all = files(folder);
    expect(all).toContain('query-worker-thread.js');
    expect(all.filter((file) => !/^[\w-]+\.js$/.test(file))).toEqual([]);
    expect(all.some((file) => text(`${folder}/${file}`).includes('./query-worker-thread.js'))).toBe(true);
  });

  it.each(['main', 'server'])('leaves better-sqlite3 and its native part outside (%s)', (folder) => {
    const all = files(folder).map((file) => text(`${folder}/${file}`));
    expect(all.some((code) => /from ["']better-sqlite3["']/.test(code))).toBe(true);
    expect(all.some((code) => code.includes('better_sqlite3.node'))).toBe(false);
  });

  it('has screens that are minified, relative and without maps', () => {
    const all = files('renderer');
    expect(all.filter((file) => file.endsWith('.map'))).toEqual([]);
    expect(text('renderer/index.html')).not.toMatch(/(?:src|href)="\//);
    // The licences of others keep the lines that they were written in.
    const scripts = all.filter((file) => file.endsWith('.js') && !file.includes('LICENCES')).map((file) => text(`renderer/${file}`));
    const lines = scripts.join('\n').split('\n').length;
    expect(scripts.join('').length / lines).toBeGreaterThan(500);
  });
});
