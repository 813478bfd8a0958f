import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';
import { inRoot } from '../ready/places.mjs';

/** The one drawing that every icon is made from. */
export const ICON_SOURCE = 'resources/icon.svg';

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];

/** Apple's names for the sizes in an icns, in the order in which macOS's own iconutil writes them. */
const APPLE_SIZES = [
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic13'],
  [256, 'ic08'],
  [16, 'ic04'],
  [512, 'ic14'],
  [512, 'ic09'],
  [32, 'ic05'],
  [1024, 'ic10'],
  [32, 'ic11'],
] as const;

/** Apple's grid: the shape fills 824 of 1024 points, with air around it. Other systems show the shape to the edge. */
const withAppleMargin = (svg: string): string => svg.replace('viewBox="0 0 512 512"', 'viewBox="-62 -62 636 636"');

let ready: Promise<void> | undefined;
const loadRenderer = (): Promise<void> => {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return ready;
};

const draw = (svg: string, size: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();

/** Every icon file by its path from the repository's root: what `npm run icons` writes and what is committed. */
export const makeIcons = async (): Promise<Map<string, Uint8Array>> => {
  await loadRenderer();
  const source = readFileSync(inRoot(ICON_SOURCE));
  const svg = source.toString('utf8');
  const files = new Map<string, Uint8Array>([['src/renderer/app/icon.svg', source]]);

  for (const size of LINUX_SIZES) files.set(`build/icons/${size}x${size}.png`, draw(svg, size));

  const ico = new IconIco();
  // Null lets the encoder choose what old versions of Windows can read: bitmaps below 256 points.
  for (const size of WINDOWS_SIZES) await ico.addFromPng(draw(svg, size), null, false);
  files.set('build/icon.ico', ico.encode());

  const icns = new IconIcns();
  const apple = withAppleMargin(svg);
  if (apple === svg) throw new Error(`${ICON_SOURCE} no longer has the view box that the margin for macOS is made from`);
  for (const [size, type] of APPLE_SIZES) await icns.addFromPng(draw(apple, size), [type], true);
  files.set('build/icon.icns', icns.encode());
  return files;
};
