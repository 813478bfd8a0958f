import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../ready/places.mjs';
import { type GeneratedDocument, madeFrom, table } from './document.ts';
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts';

const INTRODUCTION = `Philo POS is [MIT licensed](LICENSE). It is given out with the packages below, each under its own licence. The texts follow the table.

The desktop app also holds [Electron](https://www.electronjs.org) (MIT) with Chromium, Node.js and FFmpeg; their licences are in the files
\`LICENSE.electron.txt\` and \`LICENSES.chromium.html\` beside the program. SQLite, inside better-sqlite3, is in the public domain.`;

const LICENCE_FILE = /^(un)?licen[cs]e|^copying|^notice/i;

const paragraphs = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/** All that the package says about its licence; null: it came without a text. */
const textOf = ({ folder }: ShippedPackage): string | null => {
  const files = readdirSync(inRoot(folder))
    .filter((name) => LICENCE_FILE.test(name) && !/\.(js|ts|json|map)$/i.test(name))
    .sort();
  const texts = files.map((name) => paragraphs(readFileSync(join(root, folder, name), 'utf8'))).filter((text) => text !== '');
  return texts.length === 0 ? null : texts.join('\n\n');
};

const authorOf = ({ folder }: ShippedPackage): string => {
  const { author } = JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8')) as { author?: string | { name?: string } };
  return (typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : author?.name) ?? 'its authors';
};

const title = ({ name, version }: ShippedPackage): string => `${name} ${version}`;

/** A package without a text of its own: what its licence says, where we know it; the conditions of MIT are those of ours. */
const standardText = (one: ShippedPackage): string => {
  const said = `The package holds no text of its licence. Its package.json says: ${one.licence}.`;
  if (one.licence !== 'MIT') return said;
  const ours = paragraphs(readFileSync(inRoot('LICENSE'), 'utf8'));
  return `${said}\n\nCopyright (c) ${authorOf(one)}\n\n${ours.slice(ours.indexOf('Permission is hereby granted'))}`;
};

/** The packages whose licences read the same stand above one text. */
const byText = (packages: readonly ShippedPackage[]): ReadonlyMap<string, ShippedPackage[]> => {
  const groups = new Map<string, ShippedPackage[]>();
  for (const one of packages) {
    const text = textOf(one) ?? standardText(one);
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  return groups;
};

/** The licences of everything that is given out with the program. */
export const licencesDocument: GeneratedDocument = {
  file: 'THIRD-PARTY-LICENCES.md',
  make: () => {
    const packages = shippedPackages(root);
    return (
      [
        '# Licences of others',
        madeFrom('package-lock.json and the packages themselves'),
        INTRODUCTION,
        table(
          ['Package', 'Version', 'Licence'],
          packages.map(({ name, version, licence }) => [name, version, licence]),
        ),
        ...[...byText(packages)].flatMap(([text, group]) => [`## ${group.map(title).join(', ')}`, `~~~text\n${text}\n~~~`]),
      ].join('\n\n') + '\n'
    );
  },
};
