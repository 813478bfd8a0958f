import { registerHooks } from 'node:module';
import { constants, compileFunction } from 'node:vm';
import { pathToFileURL } from 'node:url';

/** What each running program gets when it imports "electron". */
const offered = new Map<string, Readonly<Record<string, unknown>>>();
const GLOBAL = Symbol.for('philo-pos.electron-stand-ins');
Object.defineProperty(globalThis, GLOBAL, { value: offered, configurable: true });

const SCHEME = 'electron-stand-in:';
/** What packages of ours get that ask for Electron themselves: the program that was started last. */
const LATEST = `${SCHEME}latest`;
const ASKING = /\/node_modules\/electron-updater\//;
let launches = 0;

const launchOf = (url: string | undefined): string | null => (url?.startsWith('file:') ? new URL(url).searchParams.get('launch') : null);

// Each launch is told apart by a query on its modules' addresses: so a program starts afresh, as a new process would.
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'electron' && ASKING.test(context.parentURL ?? '')) return { url: LATEST, format: 'commonjs', shortCircuit: true };
    const launch = launchOf(context.parentURL);
    if (launch === null) return next(specifier, context);
    if (specifier === 'electron') return { url: `${SCHEME}${launch}`, format: 'module', shortCircuit: true };
    const resolved = next(specifier, context);
    const isOwn = specifier.startsWith('.') && resolved.url.startsWith('file:');
    return isOwn ? { ...resolved, url: `${resolved.url}?launch=${launch}` } : resolved;
  },
  load: (url, context, next) => {
    if (!url.startsWith(SCHEME)) return next(url, context);
    if (url === LATEST) {
      // Read anew with each use: the package stays loaded when the next program is started.
      const source = `const programs = globalThis[Symbol.for('philo-pos.electron-stand-ins')];
module.exports = new Proxy({}, { get: (_target, name) => programs.get(String(programs.size))[name] });`;
      return { format: 'commonjs', source, shortCircuit: true };
    }
    const launch = url.slice(SCHEME.length);
    const names = Object.keys(offered.get(launch) ?? {});
    const lines = names.map((name) => `export const ${name} = electron.${name};`);
    const source = `const electron = globalThis[Symbol.for('philo-pos.electron-stand-ins')].get('${launch}');\n${lines.join('\n')}\n`;
    return { format: 'module', source, shortCircuit: true };
  },
});

// Node's own import: the test runner's would read the built program as a source of tests.
const nativeImport = compileFunction('return import(address)', ['address'], {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}) as (address: string) => Promise<unknown>;

/** Imports a built main process afresh, with `electron` as the module of that name. */
export const importWithElectron = async (file: string, electron: Readonly<Record<string, unknown>>): Promise<void> => {
  launches += 1;
  const launch = String(launches);
  offered.set(launch, electron);
  await nativeImport(`${pathToFileURL(file).href}?launch=${launch}`);
};
