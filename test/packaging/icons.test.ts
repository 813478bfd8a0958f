import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeIcons } from '../../scripts/packaging/icon-files.ts';
import { inRepository } from '../support/repository.ts';

/** Width and height in a PNG's header. */
const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('the icons', () => {
  let files: Map<string, Uint8Array>;
  beforeAll(async () => {
    files = await makeIcons();
  });

  it('are those that resources/icon.svg makes (else: npm run icons)', () => {
    for (const [path, bytes] of files) {
      const there = existsSync(inRepository(path)) ? readFileSync(inRepository(path)) : Buffer.alloc(0);
      expect([path, there.equals(bytes)]).toEqual([path, true]);
    }
  });

  it('have every size that the systems ask for', () => {
    const pngs = [...files].filter(([path]) => path.endsWith('.png'));
    expect(pngs.map(([, bytes]) => sizeOf(bytes)[0])).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
    for (const [path, bytes] of pngs) expect(path).toContain(`${sizeOf(bytes)[0]}x${sizeOf(bytes)[1]}.png`);

    const ico = Buffer.from(files.get('build/icon.ico') ?? []);
    // Directory entries of 16 bytes after a header of 6; a width of 0 stands for 256.
    const widths = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.readUInt8(6 + index * 16) || 256);
    expect(widths).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);

    const icns = Buffer.from(files.get('build/icon.icns') ?? []);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.includes('ic10')).toBe(true);
  });
});
