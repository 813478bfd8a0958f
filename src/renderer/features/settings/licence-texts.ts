/** Packages whose licences read the same, and how they read. */
export interface LicenceText {
  /** Names and versions, as they are shown. */
  readonly packages: string;
  readonly text: string;
}

/** The texts in THIRD-PARTY-LICENCES.md: each a heading with its packages and a block below it. */
export const licenceTextsIn = (file: string): LicenceText[] =>
  [...file.replaceAll('\r\n', '\n').matchAll(/^## (.+)\n\n~~~text\n([\s\S]*?)\n~~~$/gm)].map(([, packages = '', text = '']) => ({
    packages,
    text,
  }));
