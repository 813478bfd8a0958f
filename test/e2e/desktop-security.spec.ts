import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/contract/errors.ts';
import { type DesktopApp, launchDesktop } from '../support/desktop.ts';
import { tempFolder } from '../support/temp-folder.ts';

let app: DesktopApp;
let page: Page;
const folder = tempFolder();

beforeAll(async () => {
  app = await launchDesktop(folder.path);
  page = await app.window();
});

afterAll(async () => {
  expect(await app.close()).toBe(0);
  folder.remove();
});

const call = (operation: string, input: string, options = 'undefined') =>
  page.evaluate<Answer<unknown>>(`pos.call(${operation}, ${input}, ${options})`);
const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.error.code);

const logText = (): string => {
  const logs = join(folder.path, 'logs');
  return readdirSync(logs)
    .map((file) => readFileSync(join(logs, file), 'utf8'))
    .join('');
};

describe('a page of the desktop app', () => {
  it('has nothing of Node or Electron, only the bridge', async () => {
    const types = await page.evaluate(
      '[typeof require, typeof process, typeof module, typeof Buffer, typeof ipcRenderer, typeof window.require]',
    );
    expect(types).toEqual(Array.from({ length: 6 }, () => 'undefined'));
    expect(await page.evaluate('Object.keys(pos).sort()')).toEqual(['call', 'on']);
  });

  it('cannot change the bridge', async () => {
    await page.evaluate('try { pos.call = () => 1 } catch {}; try { window.pos = {} } catch {}; try { delete window.pos } catch {}');
    expect(await page.evaluate('Object.keys(pos).sort()')).toEqual(['call', 'on']);
    expect(codeOf(await call('"session.get"', '{}'))).toBe('ok');
  });

  it('comes with its policy as a header', async () => {
    const policy = await page.evaluate(
      "fetch(location.href.split('#')[0]).then((response) => response.headers.get('content-security-policy'))",
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
  });

  it('runs no script of its own making', async () => {
    const ran = await page.evaluate(`new Promise((answer) => {
      document.addEventListener('securitypolicyviolation', (event) => answer(event.effectiveDirective), { once: true });
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
    })`);
    expect(ran).toBe('script-src-elem');
    expect(await page.evaluate('typeof injected')).toBe('undefined');
  });

  it('reaches no other site', async () => {
    const failed = await page.evaluate("fetch('https://elsewhere.example/x').then(() => 'reached', () => 'refused')");
    expect(failed).toBe('refused');
    expect(app.hosted?.seen.strayRequests ?? []).toEqual([]);
  });

  it('cannot be led away', async () => {
    const before = page.url();
    await page.evaluate("document.documentElement.dataset.marker = 'same page'");
    await page.evaluate("location.assign('https://elsewhere.example/away')");
    await expect.poll(logText, { timeout: 10_000 }).toContain('https://elsewhere.example/away","msg":"navigation refused"');
    expect([await page.evaluate('document.documentElement.dataset.marker'), page.url()]).toEqual(['same page', before]);
  });

  it('opens no windows', async () => {
    expect(await page.evaluate("window.open('https://elsewhere.example/')")).toBeNull();
    expect(await page.evaluate('window.open(location.href)')).toBeNull();
    expect(page.context().pages()).toHaveLength(1);
    expect(app.hosted?.seen.openedOutside ?? []).toEqual([]);
  });

  it('is granted no permission', async () => {
    const refused = await page.evaluate(
      'new Promise((answer) => navigator.geolocation.getCurrentPosition(() => answer("granted"), (error) => answer(error.code)))',
    );
    expect(refused).toBe(1);
    const asked = ['geolocation', 'media', 'notifications', 'clipboard-read', 'usb'];
    expect(asked.filter((permission) => app.hosted?.askPermission(permission) ?? false)).toEqual([]);
  });
});

describe('a hostile call', () => {
  it.each(['"no.such"', '"__proto__"', '"constructor"', '"hasOwnProperty"', '""', '"a".repeat(1e6)'])(
    'of %s is refused',
    async (operation) => {
      expect(codeOf(await call(operation, '{}'))).toBe('route_not_found');
    },
  );

  it.each(['undefined', 'null', '7', '{}', '["orders.list"]', 'new Date()'])('with %s for a name is refused', async (operation) => {
    expect(codeOf(await call(operation, '{}'))).toBe('invalid_input');
  });

  it.each([
    'null',
    '[]',
    '"text"',
    '7',
    '{ staff_id: "1", pin: "1234" }',
    '{ staff_id: 1, pin: 1234 }',
    '{ staff_id: NaN, pin: "1234" }',
    'new Map()',
  ])('with the input %s is refused', async (input) => {
    expect(codeOf(await call('"session.signIn"', input))).toBe('invalid_input');
  });

  it('with a function or a DOM node does not leave the page', async () => {
    for (const input of ['{ pin: () => 1 }', '{ pin: document.body }']) {
      await expect(call('"session.signIn"', input)).rejects.toThrow(/could not be cloned/);
    }
  });

  it('with a key named __proto__ reaches no prototype', async () => {
    const answer = await call('"session.signIn"', `JSON.parse('{"__proto__": {"staff_id": 1, "pin": "1234"}}')`);
    expect(codeOf(answer)).toBe('invalid_input');
  });

  it('for what needs a person is refused before anybody signs in', async () => {
    for (const operation of ['"orders.list"', '"settings.get"', '"keys.create"']) {
      expect(codeOf(await call(operation, '{ name: "x" }'))).toBe('unauthenticated');
    }
  });
});

describe('a second start on the same data folder', () => {
  it('ends by itself and brings the first window to the front', async () => {
    const second = await launchDesktop(folder.path);
    expect(await second.exited).toBe(0);
    expect(app.hosted?.isWindowFocused() ?? true).toBe(true);
    expect(codeOf(await call('"session.get"', '{}'))).toBe('ok');
  });
});
