import { parseArgs } from 'node:util';
import { DataFolderError } from '../../core/database/data-folder-error.ts';
import { Refusal } from '../../core/kernel/errors.ts';
import { EnvironmentError } from '../../core/modules/settings/index.ts';
import { PROGRAM_VERSION } from '../../core/version.ts';
import { ServerStartError } from '../start-error.ts';
import { backupCommand, backupsCommand } from './backup.ts';
import { type Arguments, type Command, type Output, UsageError } from './command.ts';
import { exportShopCommand, importShopCommand } from './archive.ts';
import { generateCommand } from './generate.ts';
import { importPhiloCommand } from './import-philo.ts';
import { keyCreateCommand } from './key-create.ts';
import { restoreCommand } from './restore.ts';
import { seedCommand } from './seed.ts';
import { serveCommand } from './serve.ts';
import { settingsGetCommand, settingsSetCommand } from './settings.ts';
import { sumsCommand } from './sums.ts';
import { verifyCommand } from './verify.ts';

const COMMANDS: readonly Command[] = [
  serveCommand,
  seedCommand,
  importPhiloCommand,
  settingsGetCommand,
  settingsSetCommand,
  keyCreateCommand,
  verifyCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
  exportShopCommand,
  importShopCommand,
  sumsCommand,
  generateCommand,
];

/** Exit codes: the command was not used as it must be; it was, and failed. */
const MISUSED = 2;
const FAILED = 1;

/** Runs the command line and answers the exit code. A failure is one line on standard error. */
export const main = async (argv: readonly string[], output: Output): Promise<number> => {
  const [first] = argv;
  if (first === '--help' || first === '-h' || first === 'help') {
    for (const line of overview()) output.data(line);
    return 0;
  }
  if (first === '--version') {
    output.data(PROGRAM_VERSION);
    return 0;
  }
  const command = findCommand(argv);
  if (!command) {
    output.talk(first === undefined ? 'philo: a command is missing' : `philo: there is no command "${unknownName(argv)}"`);
    for (const line of overview()) output.talk(line);
    return MISUSED;
  }
  try {
    const args = readArguments(command, argv.slice(command.name.split(' ').length));
    if (args.flags['help'] === true) {
      for (const line of helpOf(command)) output.data(line);
      return 0;
    }
    return await command.run(args, output);
  } catch (error) {
    if (error instanceof UsageError) {
      output.talk(`philo ${command.name}: ${error.message}`);
      output.talk(`usage: philo ${command.name} ${command.usage}`);
      return MISUSED;
    }
    output.talk(`philo ${command.name}: ${failureText(error)}`);
    return FAILED;
  }
};

const findCommand = (argv: readonly string[]): Command | undefined =>
  COMMANDS.find((command) => command.name.split(' ').every((word, index) => argv[index] === word));

/** "settings frob" rather than "settings", where the first word is known. */
const unknownName = (argv: readonly string[]): string => {
  const [first = '', second] = argv;
  const isGroup = COMMANDS.some((command) => command.name.startsWith(`${first} `));
  return isGroup && second !== undefined && !second.startsWith('-') ? `${first} ${second}` : first;
};

const readArguments = (command: Command, argv: readonly string[]): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...command.flags, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    return { flags: values, words: positionals };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    // Node adds advice after the first sentence that does not fit here.
    const [sentence = ''] = (error as Error).message.split(/\.\s|\n/);
    throw new UsageError(sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, ''));
  }
};

const overview = (): string[] => [
  'Philo POS from the command line. Data goes to standard output, talk to standard error.',
  '',
  ...COMMANDS.flatMap((command) => [`  philo ${command.name} ${command.usage}`, `      ${command.summary}`]),
  '',
  '  philo COMMAND --help says more about one.',
];

const helpOf = (command: Command): string[] => [
  `usage: philo ${command.name} ${command.usage}`,
  '',
  command.summary,
  ...(command.details ?? []),
];

/** What went wrong, in one line. Only a fault of ours shows its inside. */
const failureText = (error: unknown): string => {
  if (
    error instanceof DataFolderError ||
    error instanceof Refusal ||
    error instanceof EnvironmentError ||
    error instanceof ServerStartError
  ) {
    return error.message.replaceAll(/\s*\n\s*/g, ' ');
  }
  if (process.env['LOG_LEVEL']?.toUpperCase() === 'DEBUG' && error instanceof Error) return error.stack ?? error.message;
  return `this is a fault of Philo POS (${error instanceof Error ? error.message : String(error)}); LOG_LEVEL=DEBUG shows where`;
};
