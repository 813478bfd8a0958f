import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where Electron's fuses begin in its binary; after it one byte of version, one of length, then one character for each fuse. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's own defaults, in the wire's order: '1' on, '0' off. */
const FACTORY_FUSES = '10110001';

const SCRIPT = `#!/bin/sh
echo "This package was made for checking only: a stand-in lies here in the place of Electron's program." >&2
exit 1
`;

/** What a Linux distribution of Electron consists of, as far as the packager and its targets look. */
const FILES = {
  LICENSE: "Stands in for Electron's licence.\n",
  'LICENSES.chromium.html': 'Stands in for the licences of Chromium.\n',
  version: 'stand-in\n',
  'chrome-sandbox': '',
  chrome_crashpad_handler: '',
  'chrome_100_percent.pak': '',
  'chrome_200_percent.pak': '',
  'icudtl.dat': '',
  'libEGL.so': '',
  'libGLESv2.so': '',
  'libffmpeg.so': '',
  'libvk_swiftshader.so': '',
  'libvulkan.so.1': '',
  'resources.pak': '',
  'snapshot_blob.bin': '',
  'v8_context_snapshot.bin': '',
  'vk_swiftshader_icd.json': '{}\n',
  'locales/en-US.pak': '',
  'locales/en-GB.pak': '',
  'locales/nb.pak': '',
  'locales/de.pak': '',
};

/**
 * Makes a folder that the packager takes for Electron's Linux distribution, where the real one cannot be had: the same
 * files, empty, and a program that only says what it is but carries fuses to flip and read back.
 */
export const makeStandInElectron = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const program = Buffer.concat([
    Buffer.from(SCRIPT),
    Buffer.from(FUSE_SENTINEL, 'latin1'),
    Buffer.from([1, FACTORY_FUSES.length]),
    Buffer.from(`${FACTORY_FUSES}\n`, 'latin1'),
  ]);
  writeFileSync(join(folder, 'electron'), program);
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) chmodSync(join(folder, name), 0o755);
};
