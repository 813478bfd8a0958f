import { main } from './commands/main.ts';
import { terminal } from './commands/terminal.ts';

/** The command line: the program's own entry on Node, without a screen. */
process.exitCode = await main(process.argv.slice(2), terminal());
