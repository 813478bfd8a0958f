import { describe, expect, it } from 'vitest';
import { NotPossible } from '../../scripts/packaging/not-possible.ts';
import { canUseStandIn, readPlan } from '../../scripts/packaging/plan.ts';
import { signingWarnings } from '../../scripts/packaging/signing.ts';

describe('the arguments of npm run package', () => {
  it('make packages for the system that it runs on, unless told otherwise', () => {
    expect(readPlan([], 'darwin')).toMatchObject({ system: 'mac', target: 'darwin-universal', formats: [], output: null, standIn: false });
    expect(readPlan(['--win'], 'linux')).toMatchObject({ system: 'windows', target: 'win32-x64' });
    expect(readPlan(['--linux', 'AppImage', 'deb', '--out', '/tmp/x'], 'linux')).toMatchObject({
      formats: ['AppImage', 'deb'],
      output: '/tmp/x',
    });
  });

  it.each([[['--linus']], [['dir']], [['--linux', '--win']], [['--linux', '--out']], [['--linux', '../evil']]])('refuse %j', (args) => {
    expect(() => readPlan(args, 'linux')).toThrow(NotPossible);
  });

  it('let a stand-in serve for a Linux folder alone', () => {
    expect(canUseStandIn(readPlan(['--linux', 'dir'], 'linux'))).toBe(true);
    for (const args of [['--linux'], ['--linux', 'deb'], ['--linux', 'dir', 'deb'], ['--win', 'dir']]) {
      expect(canUseStandIn(readPlan(args, 'linux'))).toBe(false);
    }
  });
});

describe('what is said of a package that is not signed', () => {
  it('is nothing for Linux, and nothing for what is signed and notarised', () => {
    expect(signingWarnings('linux', {})).toEqual([]);
    expect(signingWarnings('windows', { WIN_CSC_LINK: 'file.pfx' })).toEqual([]);
    expect(signingWarnings('mac', { CSC_LINK: 'x', APPLE_API_KEY: 'a', APPLE_API_KEY_ID: 'b', APPLE_API_ISSUER: 'c' })).toEqual([]);
    expect(signingWarnings('mac', { CSC_NAME: 'x', APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' })).toEqual([]);
  });

  it('names what people will see, and the variable that is missing', () => {
    expect(signingWarnings('windows', {})).toEqual([expect.stringContaining('WIN_CSC_LINK')]);
    expect(signingWarnings('mac', {})).toEqual([expect.stringContaining('CSC_LINK')]);
    expect(signingWarnings('mac', { CSC_LINK: 'x', APPLE_API_KEY: 'a' })).toEqual([
      expect.stringContaining('APPLE_API_KEY_ID, APPLE_API_ISSUER'),
    ]);
  });
});
