import type { System } from './manifests.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const missing = (env: Environment, names: readonly string[]): string[] => names.filter((name) => !env[name]);

/**
 * What people will see because a package is not signed, in plain words, one line each; none when it is signed. Which
 * variables sign what is in docs/packaging.md.
 */
export const signingWarnings = (system: System, env: Environment): string[] => {
  if (system === 'linux') return [];
  if (system === 'windows') {
    return env.WIN_CSC_LINK || env.CSC_LINK
      ? []
      : ['Not signed (WIN_CSC_LINK is not set): Windows warns of an unknown publisher before it installs this.'];
  }
  if (!env.CSC_LINK && !env.CSC_NAME) {
    return [
      'Not signed (CSC_LINK is not set): macOS opens this only after it was allowed in System Settings, and updates cannot install it.',
    ];
  }
  const withKey = missing(env, ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']);
  const withPassword = missing(env, ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID']);
  if (withKey.length === 0 || withPassword.length === 0) return [];
  return [`Signed but not notarised (${withKey.join(', ')} not set): macOS says that it cannot check this for malicious software.`];
};
