import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root } from './places.mjs';

const folder = join(tmpdir(), `philo-pos-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);

const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const holder = () => {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'));
  } catch {
    return null; // Between making the folder and writing into it.
  }
};

/** Runs one installation or build of this checkout at a time, so that two commands started at once do not trip each other. */
export const exclusively = async (work) => {
  for (let unknown = 0; ; ) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = holder();
    unknown = pid === null ? unknown + 1 : 0;
    if ((pid !== null && !isAlive(pid)) || unknown > 20) rmSync(folder, { recursive: true, force: true });
    else await pause(100);
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
