import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, screensFrom } from '../../src/main/app-protocol.ts';
import { tempFolder } from '../support/test-app.ts';

let answer: (request: Request) => Promise<Response>;

beforeEach(() => {
  const outside = tempFolder();
  const folder = join(outside, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(outside, 'renderer-secrets'));
  writeFileSync(join(outside, 'secret.json'), '{}');
  writeFileSync(join(outside, 'renderer-secrets', 'secret.json'), '{}');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'app.js'), 'start()');
  writeFileSync(join(folder, 'assets', 'notes.exe'), 'no');
  answer = screensFrom(folder);
});

const get = (address: string, method = 'GET') => answer(new Request(address, { method }));

describe("the screens' scheme", () => {
  it('serves the start page and its parts with a policy that lets nothing else run', async () => {
    for (const [address, type] of [
      ['app://pos/', 'text/html; charset=utf-8'],
      ['app://pos/index.html?x=1', 'text/html; charset=utf-8'],
      ['app://pos/assets/app.js', 'text/javascript; charset=utf-8'],
    ] as const) {
      const response = await get(address);
      expect([address, response.status, response.headers.get('content-type')]).toEqual([address, 200, type]);
      expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('has a policy without remote or inline scripts', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it.each([
    'app://pos/../secret.json',
    'app://pos/%2e%2e/secret.json',
    'app://pos/..%2fsecret.json',
    'app://pos/%2e%2e%2frenderer-secrets/secret.json',
    'app://pos/..%5csecret.json',
    'app://pos/assets/%00.js',
    'app://pos/%E0%A4%A.html',
    'app://pos//etc/hosts.json',
    'app://pos/assets',
    'app://pos/assets/missing.js',
    'app://pos/assets/notes.exe',
    'app://other/index.html',
    'app://pos.evil.example/index.html',
  ])('does not have %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it.each(['POST', 'HEAD', 'PUT', 'DELETE'])('does not take %s', async (method) => {
    expect((await get('app://pos/index.html', method)).status).toBe(405);
  });
});
