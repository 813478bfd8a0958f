import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A program on the path, or null. */
export const programOnPath = (name, env = process.env) => {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    if (folder !== '' && isProgram(file)) return file;
  }
  return null;
};

/** The Chromium that the end-to-end tests drive: PHILO_CHROMIUM, or the system's. Null when there is none. */
export const findChromium = (env = process.env) => {
  if (env.PHILO_CHROMIUM) return isProgram(env.PHILO_CHROMIUM) ? env.PHILO_CHROMIUM : null;
  for (const name of NAMES) {
    const file = programOnPath(name, env);
    if (file) return file;
  }
  return null;
};
