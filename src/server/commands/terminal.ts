import type { Output } from './command.ts';

const BETWEEN_LINES_MS = 2000;

/** Standard output and standard error of this process. */
export const terminal = (): Output => {
  let isLineOpen = false;
  let lastLine = 0;
  const endLine = () => {
    if (isLineOpen) process.stderr.write('\n');
    isLineOpen = false;
  };
  // Whoever read our output has gone (`philo verify | head`): there is nobody left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    data: (line) => {
      endLine();
      process.stdout.write(`${line}\n`);
    },
    talk: (line) => {
      endLine();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (process.stderr.isTTY) {
        process.stderr.write(`\r\u001b[K${line}`);
        isLineOpen = true;
      } else if (performance.now() - lastLine > BETWEEN_LINES_MS) {
        process.stderr.write(`${line}\n`);
        lastLine = performance.now();
      }
    },
  };
};
