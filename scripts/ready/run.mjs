import { spawn } from 'node:child_process';
import { root } from './places.mjs';

/**
 * Runs a program in the repository's root. What it says goes to `talk` (a file descriptor of ours). Resolves to its exit
 * code; with `timeout` (ms) it is ended when that is over, and the code is null.
 */
export const run = (program, args, { talk = 1, errors = 2, timeout, env, shell = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', talk, errors],
      env: { ...process.env, ...env },
      shell,
      ...(timeout ? { timeout, killSignal: 'SIGTERM' } : {}),
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
  });

/** Runs a program in our place: same terminal, signals passed on, its exit code answered. */
export const runInOurPlace = (program, args, { env } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: process.cwd(), stdio: 'inherit', env: { ...process.env, ...env } });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
