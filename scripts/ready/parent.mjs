/** How often to look whether npm still lives. */
const LOOK_MS = 400;

/**
 * Ends this process as SIGTERM would when npm, which started it through a shell, is gone: npm ends its shell when it is
 * told to end, but the shell does not tell the program.
 */
export const endWithNpm = () => {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  look.unref();
};
