import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './ready/built.mjs';
import { ensureElectron, whyNoWindow } from './ready/electron.mjs';
import { ensureInstalled } from './ready/installed.mjs';
import { endWithNpm } from './ready/parent.mjs';
import { inRoot, projectNode, root } from './ready/places.mjs';
import { run } from './ready/run.mjs';

/**
 * `npm start [-- --browser] [--data DIR] [--port N]`: the program from this folder, on a fresh clone too. The desktop app
 * where there is one and a display to show it on, else the same screens for a browser.
 */
const DEVELOPMENT_DATA = inRoot('data', 'dev');
const USUAL_PORT = 8000;
const HISTORY_DAYS = 14;

const say = (line) => process.stdout.write(`${line}\n`);
const cli = inRoot('out/server/cli.js');

const readOptions = () => {
  const { values } = parseArgs({ options: { browser: { type: 'boolean' }, data: { type: 'string' }, port: { type: 'string' } } });
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error(`--port needs a number, not "${values.port}"`);
  return { browser: values.browser === true || values.port !== undefined, data: values.data, port: values.port };
};

/** The development folder starts with the demo café, so that there is something to see and sell. */
const prepareData = async (given) => {
  if (given !== undefined) return resolve(given);
  if (!existsSync(join(DEVELOPMENT_DATA, 'philo.db'))) {
    say(`Filling data/dev with the demo café and ${HISTORY_DAYS} days of its sales, because this is the first start ...`);
    const code = await run(projectNode(), [cli, 'seed', '--data', DEVELOPMENT_DATA, '--history', String(HISTORY_DAYS)], { talk: 'ignore' });
    if (code !== 0) throw new Error(`filling data/dev failed (exit ${code})`);
    return DEVELOPMENT_DATA; // The people and their PINs were told by the seeding.
  }
  const { staff } = JSON.parse(readFileSync(inRoot('resources/demo-cafe.json'), 'utf8'));
  say(`Demo PINs: ${staff.map(({ name, role, pin }) => `${name} (${role}) ${pin}`).join(', ')}`);
  return DEVELOPMENT_DATA;
};

/** Why the browser is used, and Electron's binary when it is not. */
const chooseDoor = async (browserAskedFor) => {
  if (browserAskedFor) return { why: 'you asked for it' };
  const why = whyNoWindow({ platform: process.platform, env: process.env, userId: process.getuid?.() });
  if (why) return { why };
  const electron = await ensureElectron(say);
  return electron ? { electron } : { why: "Electron's binary is not here and could not be fetched" };
};

const isFree = (port) =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });

/** Passes an interrupt on to the child, and ends with it. */
const endWith = (child) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((end, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => end({ code, signal }));
  });
};

/** The system refused Electron itself: libraries missing, or no sandbox allowed. Any other end is the program's own. */
const couldNotRun = ({ code, signal }) => code === 127 || ['SIGTRAP', 'SIGABRT', 'SIGSEGV', 'SIGILL'].includes(signal);

const openDesktop = async (electron, data) => {
  say('Opening the desktop app, because Electron and a display are here.');
  const child = spawn(electron, [root, '--data', data], { cwd: root, stdio: 'inherit' });
  return endWith(child);
};

/** The server's log goes into a file of the data folder; what it says to people stays here. */
const sortTalk = (talk, data) => {
  mkdirSync(join(data, 'logs'), { recursive: true });
  const log = createWriteStream(join(data, 'logs', 'serve.log'), { flags: 'a' });
  createInterface({ input: talk }).on('line', (line) => {
    if (line.startsWith('{')) log.write(`${line}\n`);
    else process.stderr.write(`${line}\n`);
  });
};

const openBrowserDoor = async (why, data, port) => {
  const chosen = port ?? String((await isFree(USUAL_PORT)) ? USUAL_PORT : 0);
  say(`Serving the screens to a browser, because ${why}.`);
  const child = spawn(projectNode(), [cli, 'serve', '--data', data, '--port', chosen], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  sortTalk(child.stderr, data);
  const lines = createInterface({ input: child.stdout });
  lines.once('line', (line) => {
    const { url } = JSON.parse(line);
    say(`Philo POS is open at ${url}/app/ (data in ${data}, log in its logs folder; Ctrl-C ends it)`);
    lines.on('line', say);
  });
  const { code, signal } = await endWith(child);
  return code ?? (signal === 'SIGINT' ? 130 : 1);
};

const main = async () => {
  const { browser, data: given, port } = readOptions();
  await ensureInstalled({ say });
  const door = await chooseDoor(browser);
  await ensureBuilt({ say });
  const data = await prepareData(given);
  if (door.electron) {
    const ended = await openDesktop(door.electron, data);
    if (!couldNotRun(ended)) return ended.code ?? 1;
    door.why = 'Electron does not run on this system (see above)';
  }
  return openBrowserDoor(door.why, data, port);
};

endWithNpm();
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
