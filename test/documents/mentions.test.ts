import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/server/commands/main.ts';
import { inRepository } from '../support/repository.ts';
import { codeOf, type Document, documents } from './markdown.ts';

const all = documents();
const { scripts } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { scripts: Record<string, string> };

/** What a command line prints to standard output. */
const printed = async (...argv: string[]): Promise<string> => {
  const lines: string[] = [];
  await main(argv, { data: (line) => lines.push(line), talk: () => {}, progress: () => {} });
  return lines.join('\n');
};

/** Each command of the command line, by its usage: `settings get` -> `[KEY] --data DIR`. */
const usages = new Map(
  [...(await printed('--help')).matchAll(/^ {2}philo ([a-z-]+(?: [a-z]+)?)( .*)?$/gm)].map((found) => [found[1] ?? '', found[2] ?? '']),
);

const commandOf = (words: string): string | undefined => {
  const [first = '', second = ''] = words.split(/\s+/);
  return usages.has(`${first} ${second}`) ? `${first} ${second}` : usages.has(first) ? first : undefined;
};

/** Faults of the lines that call the command line: unknown commands and unknown options. */
const faultsOfCommands = (code: string): string[] =>
  [...code.replaceAll('\\\n', ' ').matchAll(/(?:^|[\s;&|(])philo(?: --)? ([a-z][^\n|;&#)]*)/gm)].flatMap(([, words = '']) => {
    const command = commandOf(words);
    if (command === undefined) return [`there is no command: philo ${words}`];
    const usage = usages.get(command) ?? '';
    const options = [...words.matchAll(/(?:^|\s|\[)(--[a-z-]+)/g)].map((found) => found[1] ?? '');
    return options.filter((option) => option !== '--help' && !usage.includes(option)).map((option) => `philo ${command} has no ${option}`);
  });

const faultsOfScripts = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([a-z][\w:-]*)|(start|test)\b)/g)]
    .map((found) => found[1] ?? found[2] ?? '')
    .filter((name) => !Object.hasOwn(scripts, name))
    .map((name) => `there is no npm script ${name}`);

/** All that can read a variable: our sources, and the packager, which reads those of the signatures. */
const readers = globSync(
  [
    'src/**/*.ts',
    'scripts/**/*.{ts,mjs,cjs}',
    'test/**/*.ts',
    'deploy/**',
    '.ci/*',
    '.github/**',
    'node_modules/app-builder-lib/out/**/*.js',
  ],
  { cwd: inRepository('.'), withFileTypes: true },
)
  .filter((entry) => entry.isFile() && !/test[/\\]documents/.test(entry.parentPath))
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
  .join('\n');
/** Named to those who come from there. */
const OF_THE_OLDER_BACKEND = ['DATABASE_URL'];
const known = new Set([...OF_THE_OLDER_BACKEND, ...(readers.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? [])]);

const faultsOfVariables = (code: string): string[] =>
  (code.match(/(?<![\w/.-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w/.-])/g) ?? [])
    .filter((name) => !known.has(name))
    .map((name) => `nothing reads ${name}`);

const faultsOf = ({ text }: Pick<Document, 'text'>): string[] => {
  const code = codeOf(text);
  return [...faultsOfScripts(text), ...code.flatMap(faultsOfCommands), ...code.flatMap(faultsOfVariables)];
};

describe('what the documents tell people to type', () => {
  test('the command line was read', () => expect(usages.size).toBeGreaterThan(10));

  test.each(all.map((document) => [document.file, document] as const))('%s names what exists', (_, document) =>
    expect(faultsOf(document)).toEqual([]),
  );

  test('README shows every command as the command line itself does', () => {
    const readme = readFileSync(inRepository('README.md'), 'utf8');
    expect([...usages].map(([name, usage]) => `philo ${name}${usage}`).filter((line) => !readme.includes(`${line}\n`))).toEqual([]);
  });

  test('a planted fault is found', () => {
    expect(
      faultsOf({ text: 'Type `npm run frobnicate`, `philo frob --data DIR`, `philo verify --fast`, then set `NO_SUCH_THING`.' }),
    ).toEqual([
      'there is no npm script frobnicate',
      'there is no command: philo frob --data DIR',
      'philo verify has no --fast',
      'nothing reads NO_SUCH_THING',
    ]);
    expect(
      faultsOf({ text: '```sh\nnpm run -s philo -- settings set tax_rate 0.25 --data DIR\nphilo serve \\\n  --no-auth\n```' }),
    ).toEqual([]);
  });
});
