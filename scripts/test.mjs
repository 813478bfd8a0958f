import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, programOnPath } from './ready/browser.mjs';
import { ensureBuilt } from './ready/built.mjs';
import { ensureInstalled } from './ready/installed.mjs';
import { endWithNpm } from './ready/parent.mjs';
import { inRoot, projectNode } from './ready/places.mjs';
import { runInOurPlace } from './ready/run.mjs';

/** `npm test [-- ARGUMENTS OF VITEST]`: everything, on a fresh clone too. Ends with a line `N passed, N failed`. */
const args = process.argv.slice(2);
const isCi = process.env.CI === 'true' || process.env.CI === '1';
const say = (line) => process.stdout.write(`${line}\n`);

const leftOut = () => {
  const lines = [];
  if (!findChromium()) lines.push('No Chromium: the end-to-end tests (test/e2e) are left out. To run them: apt-get install chromium');
  if (!programOnPath('pdftotext'))
    lines.push('No pdftotext: the tests that read printed PDFs are left out. To run them: apt-get install poppler-utils');
  return lines;
};

const counts = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // The runner did not get as far as counting.
  }
};

const main = async () => {
  await ensureInstalled({ say });
  await ensureBuilt({ say });
  const missing = leftOut();
  for (const line of missing) say(line);
  if (missing.length > 0 && isCi) {
    say('CI runs every test, so this is a failure.');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'philo-test-'));
  const countsFile = join(folder, 'counts.json');
  const reporters = args.some((argument) => argument.startsWith('--reporter')) ? [] : ['--reporter=default'];
  const code = await runInOurPlace(
    projectNode(),
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      inRoot(),
      ...reporters,
      `--reporter=${inRoot('scripts/count-reporter.mjs')}`,
      ...args,
    ],
    { env: { PHILO_TEST_COUNTS: countsFile } },
  );
  const counted = counts(countsFile);
  rmSync(folder, { recursive: true, force: true });
  for (const line of missing) say(line);
  if (!counted) {
    say('The test runner stopped before it had counted.');
    return code === 0 ? 1 : code;
  }
  say(`${counted.passed} passed, ${counted.failed} failed${counted.skipped > 0 ? `, ${counted.skipped} skipped` : ''}`);
  return code === 0 && counted.failed > 0 ? 1 : code;
};

endWithNpm();
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
