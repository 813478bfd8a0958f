import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { writeChecksums } from './packaging/checksums.ts';
import { contentFaults, findApp, listArchive } from './packaging/contents.ts';
import { fuseFaults } from './packaging/fuse-check.ts';
import { makeIcons } from './packaging/icon-files.ts';
import { NotPossible, runCommand } from './packaging/not-possible.ts';
import { canUseStandIn, type PackagePlan, readPlan } from './packaging/plan.ts';
import { signingWarnings } from './packaging/signing.ts';
import { makeStandInElectron } from './packaging/stand-in-electron.ts';
import { ensureBuilt } from './ready/built.mjs';
import { ensureElectron } from './ready/electron.mjs';
import { inRoot, projectNode } from './ready/places.mjs';
import { run } from './ready/run.mjs';

/** An address that leads nowhere: a program packed without one is told in its settings where updates are. */
const NO_UPDATE_URL = 'https://updates.invalid/';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const writeIcons = async (): Promise<void> => {
  for (const [path, bytes] of await makeIcons()) {
    mkdirSync(dirname(inRoot(path)), { recursive: true });
    writeFileSync(inRoot(path), bytes);
  }
};

/** The packager's arguments beyond the plan: none with Electron itself, which it fetches and keeps; or where the stand-in lies. */
const electronArguments = async (plan: PackagePlan, folder: string): Promise<string[]> => {
  if (!plan.standIn && (await ensureElectron(say))) return [];
  if (!canUseStandIn(plan)) {
    throw new NotPossible(
      plan.standIn
        ? 'A stand-in is for --linux dir only: everything else is given to people.'
        : "Electron's program cannot be fetched here, so nothing can be packed that runs. To check what would be inside: npm run package -- --linux dir",
    );
  }
  makeStandInElectron(folder);
  return [`--config.electronDist=${folder}`];
};

const pack = async (plan: PackagePlan, output: string, electron: readonly string[]): Promise<void> => {
  const flag = { windows: '--win', mac: '--mac', linux: '--linux' }[plan.system];
  const unsignedMac = plan.system === 'mac' && !process.env.CSC_LINK && !process.env.CSC_NAME;
  process.env.PHILO_UPDATE_URL ||= NO_UPDATE_URL;
  // Without a certificate of one's own, none that happens to lie in the keychain is taken.
  if (unsignedMac) process.env.CSC_IDENTITY_AUTO_DISCOVERY = 'false';
  const code = await run(projectNode(), [
    inRoot('node_modules/electron-builder/cli.js'),
    flag,
    ...plan.formats,
    '--publish',
    'never',
    `--config.directories.output=${output}`,
    ...electron,
  ]);
  if (code !== 0) throw new NotPossible(`electron-builder ended with ${code}`);
};

const check = async (plan: PackagePlan, output: string): Promise<string[]> => {
  const app = findApp(output, plan.target);
  if (!app) return [`no packed app of ${plan.target} is in ${output}`];
  const files = listArchive(app.archive);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  say(`Inside: ${files.length} files of our own and of packages, ${(bytes / 1e6).toFixed(1)} MB.`);
  return [...contentFaults(files, plan.target), ...(await fuseFaults(app.program))];
};

/** `npm run package`: builds what is stale, draws the icons, packs, then looks at what was packed. docs/packaging.md. */
const main = async (): Promise<number> => {
  const plan = readPlan(process.argv.slice(2), process.platform);
  const output = resolve(plan.output ?? inRoot('dist'));
  const scratch = mkdtempSync(join(tmpdir(), 'philo-package-'));
  try {
    await ensureBuilt({ targets: ['main', 'preload', 'renderer'], say });
    await writeIcons();
    const electron = await electronArguments(plan, join(scratch, 'electron'));
    await pack(plan, output, electron);
    const faults = await check(plan, output);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    const names = await writeChecksums(output);
    if (names.length > 0) say(`Made in ${output}: ${names.join(', ')}, SHA256SUMS.`);
    for (const warning of signingWarnings(plan.system, process.env)) say(warning);
    if (process.env.PHILO_UPDATE_URL === NO_UPDATE_URL) say('No update server is built in (PHILO_UPDATE_URL is not set).');
    if (electron.length > 0) say("Packed with a stand-in, for checking only: Electron's program cannot be had here. It does not start.");
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

await runCommand(main);
