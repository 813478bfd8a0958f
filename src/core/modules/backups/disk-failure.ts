import { Refusal } from '../../kernel/errors.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this user',
  EFBIG: 'the disk does not take a file of this size',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  EEXIST: 'a file stands where its folder should be',
  EIO: 'the disk does not work properly',
  SQLITE_FULL: 'the disk is full',
  SQLITE_CANTOPEN: 'the file cannot be made there',
  SQLITE_READONLY: 'this user may not write there',
};

/** A failure of the disk as a refusal that says what to do; anything else as it was. */
export const asDiskFailure = (error: unknown, what: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const found = Object.keys(WORDS).find((key) => code === key || code.startsWith(`${key}_`));
  const why = found === undefined && code.startsWith('SQLITE_IOERR') ? WORDS['EIO'] : found && WORDS[found];
  return why ? new Refusal('disk_failed', `${what} could not be written: ${why}. Nothing partial was left.`) : error;
};
