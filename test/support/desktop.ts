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

/** PHILO_ELECTRON=real or stand-in decides; else Electron itself wherever its binary and a display are here. */
const realElectron = (): string | null => {
  const wanted = process.env.PHILO_ELECTRON;
  if (wanted === 'stand-in') return null;
  const binary = electronBinary();
  const why = whyNoWindow({ platform: process.platform, env: process.env, userId: process.getuid?.() });
  if (wanted === 'real') {
    if (!binary) throw new Error("PHILO_ELECTRON=real, but Electron's binary is not here: node node_modules/electron/install.js");
    return binary;
  }
  if (wanted) throw new Error(`PHILO_ELECTRON is "${wanted}", but should be "real" or "stand-in"`);
  return binary && !why ? binary : null;
};

const launchInElectron = async (executablePath: string, dataDir: string): Promise<DesktopApp> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath, args: [...asRoot, inRepository(), '--data', dataDir], cwd: inRepository() });
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
  const binary = realElectron();
  if (binary) return launchInElectron(binary, dataDir);
  const hosted = await launchInStandIn({ dataDir });
  return { runsIn: 'the stand-in for Electron', window: hosted.window, exited: hosted.exited, close: hosted.close, hosted };
};

/** What the desktop specs of this run use, for people who read its output. */
export const desktopInUse = (): string =>
  realElectron() ? 'Electron itself' : 'the stand-in for Electron (its binary or a display is missing)';
