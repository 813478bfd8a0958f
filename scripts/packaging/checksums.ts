import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file beside the packages that `sha256sum --check` reads. */
export const CHECKSUMS = 'SHA256SUMS';

/** What people download and what their program asks for: packages, what updates are computed from, manifests. */
export const releaseFiles = (output: string): string[] =>
  existsSync(output)
    ? readdirSync(output, { withFileTypes: true })
        .filter((entry) => entry.isFile() && /^(?:philo-pos[-_].+|latest.*\.yml)$/.test(entry.name))
        .map(({ name }) => name)
        .sort()
    : [];

const digest = async (file: string, algorithm: 'sha256' | 'sha512', encoding: 'hex' | 'base64'): Promise<string> => {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest(encoding);
};

export const sha256 = (file: string): Promise<string> => digest(file, 'sha256', 'hex');
/** As update manifests write it. */
export const sha512 = (file: string): Promise<string> => digest(file, 'sha512', 'base64');

/** Writes SHA256SUMS over the release's files. Answers their names; none, and no file, when nothing but a folder was made. */
export const writeChecksums = async (output: string): Promise<string[]> => {
  const names = releaseFiles(output);
  const lines: string[] = [];
  for (const name of names) lines.push(`${await sha256(join(output, name))}  ${name}\n`);
  if (names.length > 0) writeFileSync(join(output, CHECKSUMS), lines.join(''));
  return names;
};

/** What is wrong between SHA256SUMS and the files beside it. */
export const checksumFaults = async (output: string): Promise<string[]> => {
  if (!existsSync(join(output, CHECKSUMS))) return [`${CHECKSUMS} is missing`];
  const faults: string[] = [];
  const listed = new Map<string, string>();
  for (const line of readFileSync(join(output, CHECKSUMS), 'utf8').split('\n').filter(Boolean)) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (!sum || !name) faults.push(`${CHECKSUMS} has a line that cannot be read: ${line}`);
    else listed.set(name, sum);
  }
  for (const name of releaseFiles(output)) if (!listed.has(name)) faults.push(`${CHECKSUMS} does not list ${name}`);
  for (const [name, sum] of listed) {
    if (!existsSync(join(output, name))) faults.push(`${name} is listed in ${CHECKSUMS}, but missing`);
    else if ((await sha256(join(output, name))) !== sum) faults.push(`${name} is not what ${CHECKSUMS} says`);
  }
  return faults;
};
