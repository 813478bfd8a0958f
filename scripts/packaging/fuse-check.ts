import { readFileSync } from 'node:fs';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { parse } from 'yaml';
import { inRoot } from '../ready/places.mjs';

/** The fuses by the names that electron-builder.yml gives them. */
const BY_NAME: Record<string, FuseV1Options> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

/** Reads the fuses back out of a packed program (macOS: its .app) and compares them with electron-builder.yml. */
export const fuseFaults = async (program: string): Promise<string[]> => {
  const { electronFuses } = parse(readFileSync(inRoot('electron-builder.yml'), 'utf8')) as { electronFuses: Record<string, boolean> };
  const wire = await getCurrentFuseWire(program);
  const faults: string[] = [];
  for (const [name, option] of Object.entries(BY_NAME)) {
    const wanted = electronFuses[name];
    if (wanted === undefined) faults.push(`electron-builder.yml does not say what the fuse ${name} should be`);
    else if (Number(wire[option]) !== (wanted ? ON : OFF)) faults.push(`the fuse ${name} should be ${wanted ? 'on' : 'off'}, but is not`);
  }
  for (const name of Object.keys(electronFuses)) if (!(name in BY_NAME)) faults.push(`the fuse ${name} is not read back`);
  return faults;
};
