/**
 * Chromium alone does not know the program's own scheme, so in the browser its pages live under an address that no network
 * has. Everything that the program sees, and everything it says, has the address it would have in Electron.
 */
const SCHEME_SUFFIX = '.app.invalid';

/** app://pos/x -> https://pos.app.invalid/x; other addresses stay as they are. */
export const inBrowser = (address: string): string => {
  const match = /^app:\/\/([^/]+)(.*)$/s.exec(address);
  return match ? `https://${match[1]}${SCHEME_SUFFIX}${match[2]}` : address;
};

/** https://pos.app.invalid/x -> app://pos/x; other addresses stay as they are. */
export const inProgram = (address: string): string => {
  const match = /^https:\/\/([^/]+)\.app\.invalid(.*)$/s.exec(address);
  return match ? `app://${match[1]}${match[2]}` : address;
};
