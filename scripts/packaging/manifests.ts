import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { sha512 } from './checksums.ts';

export type System = 'windows' | 'mac' | 'linux';

/** The update manifest of each system, under the name by which the program asks for it, and what it must offer. */
export const MANIFESTS: Record<System, { readonly file: string; readonly offers: readonly string[] }> = {
  windows: { file: 'latest.yml', offers: ['.exe'] },
  mac: { file: 'latest-mac.yml', offers: ['.zip'] },
  linux: { file: 'latest-linux.yml', offers: ['.AppImage', '.deb'] },
};

const checksum = z.string().regex(/^[A-Za-z0-9+/]{86}==$/, 'is not the SHA-512 of a file in base64');
// A bare name: the manifest and its files lie in one folder, on a server as on a stick.
const fileName = z.string().regex(/^[\w][\w.-]*$/, 'is not the bare name of a file');

/** The form of latest*.yml that the program's updater reads. */
export const manifestForm = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'is not a version'),
  files: z.array(z.object({ url: fileName, sha512: checksum, size: z.int().positive() })).min(1),
  path: fileName,
  sha512: checksum,
  releaseDate: z.iso.datetime(),
});

/** What is wrong with a system's manifest in the folder, or with the files that it offers. `version`: of the program packed. */
export const manifestFaults = async (output: string, system: System, version: string): Promise<string[]> => {
  const { file, offers } = MANIFESTS[system];
  if (!existsSync(join(output, file))) return [`${file} is missing`];
  let content: unknown;
  try {
    content = parse(readFileSync(join(output, file), 'utf8'));
  } catch (error) {
    return [`${file} cannot be read: ${String(error)}`];
  }
  const read = manifestForm.safeParse(content);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${file}: ${path.join('.') || 'the whole'} ${message}`);
  const manifest = read.data;
  const faults: string[] = [];
  if (manifest.version !== version) faults.push(`${file} offers version ${manifest.version}, but ${version} was packed`);
  for (const ending of offers) if (!manifest.files.some(({ url }) => url.endsWith(ending))) faults.push(`${file} offers no ${ending}`);
  if (!manifest.files.some(({ url, sha512: sum }) => url === manifest.path && sum === manifest.sha512)) {
    faults.push(`${file}: path and sha512 are not those of one of its files`);
  }
  for (const { url, sha512: sum, size } of manifest.files) {
    const there = join(output, url);
    if (!existsSync(there)) faults.push(`${file} offers ${url}, which is missing`);
    else if (statSync(there).size !== size) faults.push(`${url} is not as long as ${file} says`);
    else if ((await sha512(there)) !== sum) faults.push(`${url} is not what ${file} says`);
  }
  return faults;
};
