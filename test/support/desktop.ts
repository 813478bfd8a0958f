import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { electronBinary, whyNoWindow } from '../../scripts/ready/electron.mjs';
import { type HostedApp, launchInStandIn } from './electron-host/launch.ts';
import { inRepository } from './repository.ts';

/** The built desktop app, running: in Electron itself, or in the stand-in for it. */
export interface DesktopApp {
  readonly runsIn: 'Electron' | 'the stand-in for Electron';
  /** The window's page. Fails when the program ends without one. */
  readonly window: () => Promise<Page>;
  /** Resolves to the exit code. */
  readonly exited: Promise<number>;
  /** Closes the window as its user does and answers the exit code. */
  readonly close: () => Promise<number>;
  /** Only the stand-in can be looked into. */
  readonly hosted: HostedApp | null;
}

interface RealElectron {
  readonly binary: string;
  /** What it is told to run; a packaged app knows. */
  readonly program: readonly string[];
}

/** PHILO_ELECTRON=real, stand-in or the path of a packaged app decides; else Electron itself wherever its binary and a display are here. */
const realElectron = (): RealElectron | null => {
  const wanted = process.env.PHILO_ELECTRON;
  if (wanted === 'stand-in') return null;
  if (wanted && isAbsolute(wanted)) {
    if (!existsSync(wanted)) throw new Error(`PHILO_ELECTRON is ${wanted}, which is not there`);
    return { binary: wanted, program: [] };
  }
  const binary = electronBinary();
  const why = whyNoWindow({ platform: process.platform, env: process.env, userId: process.getuid?.() });
  if (wanted === 'real') {
    if (!binary) throw new Error("PHILO_ELECTRON=real, but Electron's binary is not here: node node_modules/electron/install.js");
    return { binary, program: [inRepository()] };
  }
  if (wanted) throw new Error(`PHILO_ELECTRON is "${wanted}", but should be "real", "stand-in" or the full path of a packaged app`);
  return binary && !why ? { binary, program: [inRepository()] } : null;
};

const launchInElectron = async ({ binary, program }: RealElectron, dataDir: string): Promise<DesktopApp> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: binary,
    args: [...asRoot, ...program, '--data', dataDir],
    cwd: inRepository(),
  });
  const child = app.process();
  const exited = new Promise<number>((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code ?? 1));
  });
  return {
    runsIn: 'Electron',
    window: () => app.firstWindow(),
    exited,
    close: async () => {
      await app.close();
      return exited;
    },
    hosted: null,
  };
};

/** Starts the built desktop app on a data folder. */
export const launchDesktop = async (dataDir: string): Promise<DesktopApp> => {
  const real = realElectron();
  if (real) return launchInElectron(real, dataDir);
  const hosted = await launchInStandIn({ dataDir });
  return { runsIn: 'the stand-in for Electron', window: hosted.window, exited: hosted.exited, close: hosted.close, hosted };
};

/** What the desktop specs of this run use, for people who read its output. */
export const desktopInUse = (): string => {
  const real = realElectron();
  if (!real) return 'the stand-in for Electron (its binary or a display is missing)';
  return real.program.length === 0 ? `the packaged app ${real.binary}` : 'Electron itself';
};
