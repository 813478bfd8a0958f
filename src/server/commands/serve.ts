import { openJsonLog } from '../log.ts';
import { startServer } from '../server.ts';
import { dataFolder, DATA_FLAG, optionalText, wholeNumber, words } from './arguments.ts';
import type { Command } from './command.ts';
import { openShop } from './open-shop.ts';

const STANDARD_ERROR = 2;

/** Serves a shop over HTTP until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  usage: '--data DIR [--port 8000] [--host 127.0.0.1] [--no-auth]',
  summary: 'Serve the shop to browsers and integrators',
  details: [
    'The first line of standard output says where, when it is ready: {"url":"http://127.0.0.1:8000","data":"DIR"}.',
    '--port 0 takes any free port. --no-auth lets everybody in, on a loopback address only. Ctrl+C stops it cleanly.',
  ],
  flags: { ...DATA_FLAG, port: { type: 'string' }, host: { type: 'string' }, 'no-auth': { type: 'boolean' } },
  run: async (args, output) => {
    words(args);
    const dir = dataFolder(args);
    const port = wholeNumber(args, 'port', { min: 0, max: 65_535 }, 8000);
    const host = optionalText(args, 'host') ?? '127.0.0.1';
    const log = openJsonLog({ level: 'INFO', to: STANDARD_ERROR });
    const stopped = stopSignal();
    const pos = await openShop(dir, 'serve', { log });
    try {
      const server = await startServer({ pos, host, port, noAuth: args.flags['no-auth'] === true, log });
      output.data(JSON.stringify({ url: server.url, data: dir }));
      const signal = await stopped.signal;
      log.info({ signal }, 'stopping');
      await server.close();
      return 0;
    } finally {
      await pos.close();
      stopped.forget();
      log.flush();
    }
  },
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The first signal asks for a clean stop; a second one while that takes its time ends the process at once. */
const stopSignal = (): { signal: Promise<string>; forget(): void } => {
  let onSignal: (signal: string) => void = () => {};
  let asked = false;
  const signal = new Promise<string>((resolve) => {
    onSignal = (name) => {
      // Each commit is on disk before it is answered, so even this loses nothing that anybody was told.
      if (asked) process.exit(1);
      asked = true;
      resolve(name);
    };
  });
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal,
    forget: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
};
