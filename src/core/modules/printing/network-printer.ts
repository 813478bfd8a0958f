import { PrinterConnection, PrinterFailure } from './printer-connection.ts';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** How long to wait for what, in milliseconds. */
export interface Patience {
  readonly connect: number;
  /** For the answer to a question about its state. Printers without a way back never give one. */
  readonly answer: number;
  /** For each piece of the paper to be taken. */
  readonly write: number;
  /** For the word that all of it came through: it has to be printed first. */
  readonly confirm: number;
}

export const PATIENCE: Patience = { connect: 3000, answer: 400, write: 4000, confirm: 12_000 };

/** DLE EOT n, answered at once whatever is waiting to be printed: state of the printer, why it is offline, its paper. */
const ASK_STATE = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4);
/** GS r 1, answered in its turn: whoever answers has taken all that came before. */
const ASK_AFTERWARDS = Uint8Array.of(0x1d, 0x72, 1);

/** One paper at a time: a printer prints what arrives on two connections as one, or refuses the second. */
const queues = new Map<string, Promise<void>>();

/**
 * Sends a paper to a network printer and answers only when there is reason to believe that it arrived whole: the printer
 * confirmed it, or, if it cannot speak, took everything and hung up in order. Throws PrinterFailure with the true reason,
 * in bounded time.
 */
export const sendToPrinter = async (address: PrinterAddress, bytes: Uint8Array, patience: Patience = PATIENCE): Promise<void> => {
  const key = `${address.host}:${address.port}`;
  const sent = afterOthers(queues.get(key), () => converse(address, bytes, patience));
  queues.set(key, sent);
  try {
    await sent;
  } finally {
    if (queues.get(key) === sent) queues.delete(key);
  }
};

const afterOthers = async (before: Promise<void> | undefined, send: () => Promise<void>): Promise<void> => {
  try {
    await before;
  } catch {
    // Told to whoever sent it; the printer may take the next one all the same.
  }
  await send();
};

const converse = async (address: PrinterAddress, bytes: Uint8Array, patience: Patience): Promise<void> => {
  const printer = await PrinterConnection.open(address, patience.connect);
  try {
    await printer.write(ASK_STATE, patience.write);
    const state = await printer.read(3, patience.answer);
    const speaks = state.length > 0;
    refuseBadState(state, address);
    await printer.write(bytes, patience.write);
    if (speaks) await confirmation(printer, address, patience);
    else if (await printer.closesWithin(patience.answer)) throw brokenOff(address);
    else await printer.finish(patience.confirm);
  } finally {
    printer.destroy();
  }
};

const confirmation = async (printer: PrinterConnection, address: PrinterAddress, patience: Patience): Promise<void> => {
  await printer.write(ASK_AFTERWARDS, patience.write);
  const [paper] = await printer.read(1, patience.confirm);
  if (paper !== undefined) return;
  if (printer.isClosed) throw brokenOff(address);
  throw new PrinterFailure(
    'timed_out',
    `The printer at ${address.host}:${address.port} took the paper but did not say that it printed it. Look whether it came out before printing again.`,
  );
};

const brokenOff = (address: PrinterAddress): PrinterFailure =>
  new PrinterFailure(
    'closed_early',
    `The printer at ${address.host}:${address.port} broke the connection off before it had everything. The paper may be incomplete.`,
  );

/** Bits that are the same in every answer to DLE EOT (Epson's command reference): what lacks them is no such answer. */
const isState = (byte: number | undefined): byte is number => byte !== undefined && (byte & 0x93) === 0x12;

const refuseBadState = ([state, offline, paper]: readonly number[], { host, port }: PrinterAddress): void => {
  const name = `${host}:${port}`;
  if (isState(paper) && (paper & 0x60) !== 0) throw new PrinterFailure('out_of_paper', `The printer at ${name} is out of paper.`);
  if (isState(offline) && (offline & 0x20) !== 0) throw new PrinterFailure('out_of_paper', `The printer at ${name} is out of paper.`);
  if (isState(offline) && (offline & 0x04) !== 0) throw new PrinterFailure('cover_open', `The cover of the printer at ${name} is open.`);
  if (isState(state) && (state & 0x08) !== 0) throw new PrinterFailure('offline', `The printer at ${name} is offline. Look at its lights.`);
};
