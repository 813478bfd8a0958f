import { connect, type Socket } from 'node:net';

export type PrinterFault =
  | 'refused'
  | 'unknown_host'
  | 'unreachable'
  | 'timed_out'
  | 'closed_early'
  | 'out_of_paper'
  | 'cover_open'
  | 'offline';

/** Why a printer did not take a paper, in words for the person at the till. */
export class PrinterFailure extends Error {
  readonly fault: PrinterFault;

  constructor(fault: PrinterFault, message: string) {
    super(message);
    this.name = 'PrinterFailure';
    this.fault = fault;
  }
}

const UNREACHABLE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL', 'ETIMEDOUT', 'EACCES', 'EPERM']);
/** So much is handed over at a time, so that a printer that stops taking is noticed. */
const PIECE = 4096;

/** A TCP connection to a printer on which nothing is waited for without end. Every fault is a PrinterFailure. */
export class PrinterConnection {
  readonly #socket: Socket;
  readonly #name: string;
  #received: number[] = [];
  #ended = false;
  #closed = false;
  #error: NodeJS.ErrnoException | null = null;
  #wake: () => void = () => undefined;

  private constructor(socket: Socket, name: string) {
    this.#socket = socket;
    this.#name = name;
    socket.on('data', (bytes: Buffer) => this.#on(() => this.#received.push(...bytes)));
    socket.on('end', () => this.#on(() => (this.#ended = true)));
    socket.on('error', (error: NodeJS.ErrnoException) => this.#on(() => (this.#error = error)));
    socket.on('close', () => this.#on(() => (this.#closed = true)));
  }

  /** Connects, or says why that is not possible within the time. */
  static async open(address: { readonly host: string; readonly port: number }, milliseconds: number): Promise<PrinterConnection> {
    const name = `${address.host}:${address.port}`;
    const socket = connect({ host: address.host, port: address.port, noDelay: true });
    const connection = new PrinterConnection(socket, name);
    let open = false;
    socket.on('connect', () => connection.#on(() => (open = true)));
    await connection.#until(() => open || connection.#isOver(), milliseconds);
    if (open && !connection.#error) return connection;
    const failure = connection.#openFailure(address.host, milliseconds);
    socket.destroy();
    throw failure;
  }

  get isClosed(): boolean {
    return this.#ended || this.#isOver();
  }

  /** Hands bytes over, piece by piece; each piece must have gone within the time. */
  async write(bytes: Uint8Array, milliseconds: number): Promise<void> {
    for (let at = 0; at < bytes.length; at += PIECE) {
      this.#failIfOver();
      let gone = false;
      this.#socket.write(bytes.subarray(at, at + PIECE), () => this.#on(() => (gone = true)));
      await this.#until(() => gone || this.isClosed, milliseconds);
      this.#failIfOver();
      if (!gone) throw this.#stalled();
    }
  }

  /** What the printer has said, at least `count` bytes unless the time runs out or it hangs up; it is then forgotten. */
  async read(count: number, milliseconds: number): Promise<number[]> {
    await this.#until(() => this.#received.length >= count || this.isClosed, milliseconds);
    const said = this.#received;
    this.#received = [];
    return said;
  }

  /** Whether the printer hangs up within the time. */
  async closesWithin(milliseconds: number): Promise<boolean> {
    await this.#until(() => this.isClosed, milliseconds);
    return this.isClosed;
  }

  /** Says that nothing more comes, and waits until the printer has hung up as well: it has then read everything. */
  async finish(milliseconds: number): Promise<void> {
    this.#socket.end();
    await this.#until(() => this.isClosed, milliseconds);
    if (this.#error) throw this.#dropped();
    if (!this.isClosed) throw this.#stalled();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #on(change: () => void): void {
    change();
    this.#wake();
  }

  #isOver(): boolean {
    return this.#error !== null || this.#closed;
  }

  #failIfOver(): void {
    if (this.isClosed) throw this.#dropped();
  }

  #until(condition: () => boolean, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#wake = () => {
        if (condition()) done();
      };
      this.#wake();
    });
  }

  #stalled(): PrinterFailure {
    return new PrinterFailure(
      'timed_out',
      `The printer at ${this.#name} accepted the connection but stopped taking the paper. Look whether it hangs or is out of paper.`,
    );
  }

  #dropped(): PrinterFailure {
    return new PrinterFailure(
      'closed_early',
      `The printer at ${this.#name} broke the connection off before it had everything. The paper may be incomplete.`,
    );
  }

  #openFailure(host: string, milliseconds: number): PrinterFailure {
    const code = this.#error?.code ?? '';
    if (code === 'ECONNREFUSED')
      return new PrinterFailure('refused', `The device at ${this.#name} refuses the connection. Is it the printer, and is the port right?`);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      return new PrinterFailure(
        'unknown_host',
        `Nothing in this network is called "${host}". Check the printer's address in the settings.`,
      );
    if (code === '' || UNREACHABLE.has(code)) {
      const seconds = Math.max(1, Math.round(milliseconds / 1000));
      return new PrinterFailure('unreachable', `No answer from ${this.#name} within ${seconds} s. Is the printer on and in this network?`);
    }
    return new PrinterFailure('closed_early', `The connection to ${this.#name} failed (${code}).`);
  }
}
