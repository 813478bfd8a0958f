import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/ready/browser.mjs';

/** No sandbox, because continuous integration runs as root; the rest stops the browser's own traffic. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts the system's Chromium without a window. Whoever starts it closes it. */
export const startChromium = async (): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium on this machine: apt-get install chromium');
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
};
