import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test, vi } from 'vitest';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { importArchive, writeArchive } from '../../src/core/modules/exchange/index.ts';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';
import { addPeople } from '../support/people.ts';
import { callerWithRole, openTestApp, tempFolder } from '../support/test-app.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOW = '2026-03-02T12:00:00.000Z';
const LATER = '2026-03-05T12:00:00.000Z';

type Files = Map<string, Buffer>;

const readZip = async (file: string): Promise<Files> => {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: true });
  const files: Files = new Map();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return files;
};

const writeZip = async (files: Iterable<readonly [string, Buffer]>): Promise<string> => {
  const file = join(tempFolder(), 'made.zip');
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
};

const exportOf = async (dataDir: string, now = NOW): Promise<string> => {
  const file = join(tempFolder(), 'shop.zip');
  await writeArchive({ database: join(dataDir, 'philo.db'), file, now, programVersion: '1.0.0' });
  return file;
};

const importInto = (file: string, dataDir: string) => importArchive({ file, dataDir, now: LATER, ownerPin: '975310' });

test('a shop with a past goes out and in, and out again the same', async () => {
  const shop = await openTestApp();
  await seedDemo(shop.pos, { historyDays: 6 });
  await shop.call('keys.create', { name: 'Kitchen screen' });
  const file = await exportOf(shop.dataDir);
  const files = await readZip(file);
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
  for (const part of manifest.parts)
    expect(
      createHash('sha256')
        .update(files.get(part.name) ?? '')
        .digest('hex'),
    ).toBe(part.sha256);
  expect(manifest.parts.find((part: { table: string }) => part.table === 'orders').rows).toBeGreaterThan(50);

  const folder = join(tempFolder(), 'new');
  const imported = await importInto(file, folder);
  expect(imported).toMatchObject({ owner: 'Nora Lind' });
  const again = await readZip(await exportOf(folder, LATER));
  expect([...again.keys()]).toEqual([...files.keys()]);
  for (const [name, bytes] of files) {
    if (name === 'manifest.json') continue;
    expect([name, again.get(name)?.equals(bytes)]).toEqual([name, true]);
  }
  expect({ ...JSON.parse(again.get('manifest.json')?.toString() ?? ''), created_at: '' }).toEqual({ ...manifest, created_at: '' });

  // It is a shop to sell in: the owner signs in with the new PIN, and the books are whole.
  const moved = await openTestApp({ dataDir: folder });
  const { staff } = await moved.call('session.get', {});
  const owner = staff.find((person) => person.name === 'Nora Lind');
  await expect(moved.call('session.signIn', { staff_id: owner?.id ?? 0, pin: '975310' }, callerWithRole(null))).resolves.toMatchObject({
    person: { name: 'Nora Lind' },
  });
  expect(await moved.refusal('session.signIn', { staff_id: owner?.id ?? 0, pin: '1357' }, callerWithRole(null))).toMatchObject({
    code: 'wrong_pin',
  });
});

test('no secret leaves in an archive', async () => {
  const shop = await openTestApp();
  await addPeople(shop);
  await shop.call('keys.create', { name: 'Kitchen screen' });
  const secrets = [
    ...shop.pos.database.rows<{ s: string }>('SELECT pin_hash AS s FROM staff'),
    ...shop.pos.database.rows<{ s: string }>('SELECT key_hash AS s FROM api_keys'),
    ...shop.pos.database.rows<{ s: string }>('SELECT token_hash AS s FROM sessions'),
  ].map((row) => row.s);
  expect(secrets.length).toBeGreaterThan(8);
  const text = [...(await readZip(await exportOf(shop.dataDir))).values()].map((bytes) => bytes.toString()).join('\n');
  for (const secret of secrets) expect(text).not.toContain(secret);
});

/** A sound archive of a small shop, to be spoiled. */
const soundArchive = async (): Promise<Files> => {
  const shop = await openTestApp();
  await shop.call('categories.create', { name: 'Coffee' });
  return readZip(await exportOf(shop.dataDir));
};

const changedManifest = (
  files: Files,
  change: (manifest: Record<string, unknown> & { parts: Record<string, unknown>[] }) => void,
): Files => {
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
  change(manifest);
  return new Map([...files, ['manifest.json', Buffer.from(JSON.stringify(manifest))]]);
};

/** A part with other text, and a manifest that says so: what remains wrong is the text itself. */
const changedPart = (files: Files, table: string, change: (text: string) => string): Files => {
  const name = `tables/${table}.jsonl`;
  const bytes = Buffer.from(change(files.get(name)?.toString() ?? ''));
  const changed = changedManifest(files, (manifest) => {
    const part = manifest.parts.find((one) => one['name'] === name);
    if (!part) throw new Error(name);
    part['bytes'] = bytes.length;
    part['sha256'] = createHash('sha256').update(bytes).digest('hex');
    part['rows'] = bytes.toString().split('\n').length - 1;
  });
  return changed.set(name, bytes);
};

const without = (files: Files, name: string): Files => new Map([...files].filter(([one]) => one !== name));

const HOSTILE: readonly (readonly [what: string, spoil: (files: Files) => Files | [string, Buffer][], says: RegExp])[] = [
  ['no manifest', (files) => without(files, 'manifest.json'), /no manifest/],
  ['a manifest that is no JSON', (files) => new Map([...files, ['manifest.json', Buffer.from('{')]]), /not JSON/],
  ['a newer format', (files) => changedManifest(files, (manifest) => (manifest['format'] = 2)), /newer than this program/],
  ['a newer database', (files) => changedManifest(files, (manifest) => (manifest['schema_version'] = 999)), /newer Philo POS/],
  ['another program', (files) => changedManifest(files, (manifest) => (manifest['program'] = 'x')), /manifest.json is wrong at program/],
  ['a missing part', (files) => without(files, 'tables/categories.jsonl'), /tables\/categories.jsonl is missing/],
  [
    'a table left out altogether',
    (files) =>
      changedManifest(without(files, 'tables/categories.jsonl'), (manifest) => {
        manifest.parts = manifest.parts.filter((part) => part['table'] !== 'categories');
      }),
    /the table categories is missing/,
  ],
  ['a file that does not belong', (files) => new Map([...files, ['notes.txt', Buffer.from('x')]]), /does not belong/],
  ['an unnamed table', (files) => new Map([...files, ['tables/secrets.jsonl', Buffer.from('')]]), /not in its manifest/],
  [
    'a changed row',
    (files) =>
      new Map([
        ...files,
        ['tables/categories.jsonl', Buffer.from(files.get('tables/categories.jsonl')?.toString().replace('Coffee', 'Coffea') ?? '')],
      ]),
    /does not fit its hash/,
  ],
  ['a row that is no JSON', (files) => changedPart(files, 'categories', () => 'nonsense\n'), /row 1 is not JSON/],
  ['a row with an unknown field', (files) => changedPart(files, 'categories', (text) => text.replace('{', '{"x":1,')), /row 1 is wrong/],
  [
    'a row of the wrong type',
    (files) => changedPart(files, 'categories', (text) => text.replace('"Coffee"', '7')),
    /row 1 is wrong at name/,
  ],
  [
    'a row against the rules',
    (files) => changedPart(files, 'categories', (text) => text.replace('"is_active":1', '"is_active":5')),
    /breaks a rule/,
  ],
  ['a row twice', (files) => changedPart(files, 'categories', (text) => text + text), /breaks a rule/],
  ['half a row', (files) => changedPart(files, 'categories', (text) => text.slice(0, -1)), /middle of a row|rows, but/],
  ['an audit with a row changed', (files) => changedPart(files, 'audit_log', (text) => text.replace('Coffee', 'Tea')), /audit_chain/],
  [
    'a zip bomb',
    (files) => new Map([...files, ['tables/categories.jsonl', Buffer.alloc(30 * 1024 * 1024, 32)]]),
    /far more than it should/,
  ],
  ['one name twice', (files) => [...files, ['tables/categories.jsonl', Buffer.from('')]], /twice/],
];

test('a hostile or damaged archive is refused in clear words and leaves the folder as it was', async () => {
  const sound = await soundArchive();
  await expect(importInto(await writeZip(sound), join(tempFolder(), 'new'))).resolves.toMatchObject({ owner: null });
  for (const [what, spoil, says] of HOSTILE) {
    const file = await writeZip(spoil(new Map(sound)));
    const missing = join(tempFolder(), 'new');
    const empty = tempFolder();
    for (const folder of [missing, empty]) {
      const failure = await importInto(file, folder).then(
        () => null,
        (error: { code?: string; message: string }) => error,
      );
      expect([what, failure?.code, failure?.message]).toEqual([what, 'unsupported_file', expect.stringMatching(says)]);
    }
    expect([what, existsSync(missing), readdirSync(empty)]).toEqual([what, false, []]);
  }
});

test('names that lead out of the archive, and a file that is none, are refused', async () => {
  const sound = await soundArchive();
  const file = await writeZip(sound);
  const bytes = await import('node:fs').then(({ readFileSync }) => readFileSync(file));
  // The library that writes zips refuses such a name, so it is put there by hand; it is as long as the one it replaces.
  const evil = Buffer.from(bytes.toString('latin1').replaceAll('tables/categories.jsonl', '../../../../etc/passwd1'), 'latin1');
  const spoiled = join(tempFolder(), 'evil.zip');
  writeFileSync(spoiled, evil);
  await expect(importInto(spoiled, join(tempFolder(), 'new'))).rejects.toMatchObject({ code: 'unsupported_file' });
  writeFileSync(spoiled, bytes.subarray(0, bytes.length / 2));
  await expect(importInto(spoiled, join(tempFolder(), 'new'))).rejects.toMatchObject({ code: 'unsupported_file' });
  writeFileSync(spoiled, 'no zip at all');
  await expect(importInto(spoiled, join(tempFolder(), 'new'))).rejects.toMatchObject({ code: 'unsupported_file' });
});

test('only an empty folder takes an archive', async () => {
  const shop = await openTestApp();
  const file = await exportOf(shop.dataDir);
  await shop.pos.close();
  const before = readdirSync(shop.dataDir);
  await expect(importInto(file, shop.dataDir)).rejects.toMatchObject({ code: 'already_imported' });
  expect(readdirSync(shop.dataDir)).toEqual(before);
});

test('over the door: written to the folder of exports, and read by its name alone', async () => {
  const shop = await openTestApp();
  const made = await shop.call('archive.export', {});
  expect(made.name).toBe('philo-shop-20260302T120000Z.zip');
  const bytes = await shop.call('archive.download', { archive_name: made.name });
  expect(bytes.length).toBe(made.bytes);
  expect(await shop.refusal('archive.download', { archive_name: '../philo.db' })).toMatchObject({ code: 'invalid_input' });
  expect(await shop.refusal('archive.download', { archive_name: 'philo-shop-20200302T120000Z.zip' })).toMatchObject({ code: 'not_found' });
});
