import type { Page } from 'playwright-core';
import type { Answer } from '../../src/contract/errors.ts';
import { findOperation, type InputOf, type OperationName, type OutputOf } from '../../src/contract/index.ts';
import { decodeOutput, requestOf } from '../../src/contract/wire.ts';
import { startChromium } from './browser.ts';
import { launchDesktop } from './desktop.ts';
import { startServerProcess } from './server-process.ts';

/** The screens, open in front of a cashier, and the API behind them as that cashier may use it. */
export interface OpenTill {
  readonly page: Page;
  /** Calls an operation as whoever is signed in on the page; a refusal is an error. Money in minor units. */
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  close(): Promise<void>;
}

export interface TillDoor {
  readonly name: string;
  open(dataDir: string): Promise<OpenTill>;
}

const valueOf = <T>(name: string, answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
};

const desktop: TillDoor = {
  name: 'the desktop app',
  open: async (dataDir) => {
    const app = await launchDesktop(dataDir);
    const page = await app.window();
    return {
      page,
      call: async (name, input) =>
        valueOf(
          name,
          (await page.evaluate(`pos.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)) as Answer<OutputOf<typeof name>>,
        ),
      close: async () => {
        await app.close();
      },
    };
  },
};

/** Sends a request from inside the page, with its cookie and, for changes, its CSRF token. */
const sendFromPage = (page: Page, request: { method: string; url: string; body?: string }): Promise<{ status: number; bytes: number[] }> =>
  page.evaluate(`(async ({ method, url, body }) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    if (method !== 'GET') {
      const session = await (await fetch('/api/v1/session')).json();
      headers['x-csrf-token'] = session.csrf_token ?? '';
      headers['idempotency-key'] = crypto.randomUUID();
    }
    const response = await fetch(url, { method, headers, body });
    return { status: response.status, bytes: [...new Uint8Array(await response.arrayBuffer())] };
  })(${JSON.stringify(request)})`);

const browser: TillDoor = {
  name: 'a browser',
  open: async (dataDir) => {
    const server = await startServerProcess(dataDir);
    const chromium = await startChromium();
    const page = await chromium.newPage({ acceptDownloads: true, viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}/app/`);
    return {
      page,
      call: async (name, input) => {
        const op = findOperation(name);
        if (!op) throw new Error(`the contract has no ${name}`);
        const { status, bytes } = await sendFromPage(page, requestOf(op, input, 2));
        const body = Uint8Array.from(bytes);
        if (status >= 400) throw new Error(`${name}: ${status}: ${new TextDecoder().decode(body)}`);
        const value: unknown = op.media ? body : decodeOutput(op, JSON.parse(new TextDecoder().decode(body)), 2);
        return value as OutputOf<typeof name>;
      },
      close: async () => {
        await chromium.close();
        await server.close();
      },
    };
  },
};

/** Both ways to the same screens. Shops in these tests have a currency of two decimals. */
export const TILL_DOORS: readonly TillDoor[] = [desktop, browser];
