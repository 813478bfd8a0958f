import { describe, expect, it } from 'vitest';
import { isOurs, mayOpenOutside } from '../../src/main/addresses.ts';

describe('whose address it is', () => {
  it('knows our screens by scheme and host', () => {
    expect(isOurs('app://pos/index.html#/till', undefined)).toBe(true);
    for (const other of [
      'app://pos.evil.example/',
      'app://posx/',
      'https://pos/',
      'file:///index.html',
      'about:blank',
      'data:text/html,x',
      'javascript:1',
      '',
    ]) {
      expect([other, isOurs(other, undefined)]).toEqual([other, false]);
    }
  });

  it("takes the development server's only where there is one", () => {
    expect(isOurs('http://localhost:5173/x', 'http://localhost:5173')).toBe(true);
    expect(isOurs('http://localhost:5173/x', undefined)).toBe(false);
    expect(isOurs('http://localhost:5174/x', 'http://localhost:5173')).toBe(false);
    expect(isOurs('http://localhost:51730/x', 'http://localhost:5173')).toBe(false);
  });

  it("opens only listed sites in the user's browser", () => {
    expect(mayOpenOutside('https://github.com/x')).toBe(true);
    for (const other of [
      'http://github.com/',
      'https://github.com.evil.example/',
      'https://evil.example/?https://github.com',
      'file:///etc/passwd',
      'javascript:1',
      'app://pos/',
    ]) {
      expect([other, mayOpenOutside(other)]).toEqual([other, false]);
    }
  });
});
