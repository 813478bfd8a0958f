import type { Target } from './contents.ts';
import type { System } from './manifests.ts';
import { NotPossible } from './not-possible.ts';

export interface PackagePlan {
  readonly system: System;
  readonly target: Target;
  /** The packager's own targets, such as dir or deb; none asks for those of electron-builder.yml. */
  readonly formats: readonly string[];
  /** Where the packages go; null: dist/. */
  readonly output: string | null;
  /** Whether a stand-in takes Electron's place without trying to fetch Electron. */
  readonly standIn: boolean;
}

const SYSTEMS: Record<string, { system: System; target: Target }> = {
  '--win': { system: 'windows', target: 'win32-x64' },
  '--mac': { system: 'mac', target: 'darwin-universal' },
  '--linux': { system: 'linux', target: 'linux-x64' },
};
const OWN_SYSTEM: Partial<Record<NodeJS.Platform, string>> = { win32: '--win', darwin: '--mac', linux: '--linux' };
const USAGE = 'npm run package [-- [--linux|--win|--mac [dir|AppImage|deb|nsis|dmg|zip]...] [--out DIR] [--stand-in]]';

/** Reads the arguments of `npm run package`. Throws NotPossible, which says what is wrong. */
export const readPlan = (args: readonly string[], platform: NodeJS.Platform): PackagePlan => {
  let flag: string | null = null;
  let output: string | null = null;
  let standIn = false;
  const formats: string[] = [];
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (Object.hasOwn(SYSTEMS, argument)) {
      if (flag) throw new NotPossible(`one system at a time: ${USAGE}`);
      flag = argument;
    } else if (argument === '--out') {
      output = rest.shift() ?? null;
      if (!output) throw new NotPossible(`--out needs a folder: ${USAGE}`);
    } else if (argument === '--stand-in') standIn = true;
    else if (flag && /^[A-Za-z]+$/.test(argument)) formats.push(argument);
    else throw new NotPossible(`${argument} is not known: ${USAGE}`);
  }
  const system = SYSTEMS[flag ?? OWN_SYSTEM[platform] ?? ''];
  if (!system) throw new NotPossible(`nothing is packed on ${platform}: ${USAGE}`);
  return { ...system, formats, output, standIn };
};

/** Whether a stand-in for Electron can serve the plan: an unpacked folder for Linux, looked at and never given to a shop. */
export const canUseStandIn = ({ system, formats }: PackagePlan): boolean =>
  system === 'linux' && formats.length > 0 && formats.every((format) => format === 'dir');
