/** What a person at the command line is told, without a stack trace. */
export class NotPossible extends Error {}

/** Ends the process with the code that `main` answers; or with 1 after telling what was not possible, or where it broke. */
export const runCommand = async (main: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof NotPossible ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  }
};
