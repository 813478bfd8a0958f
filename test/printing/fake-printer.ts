import { createServer, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';

export interface PrinterHabits {
  /** Answers to DLE EOT 1, 2 and 4; null: it cannot speak. */
  readonly state?: readonly [number, number, number] | null;
  /** Reads nothing from the start, or prints nothing and says nothing after its state. */
  readonly stalls?: 'reading' | 'printing';
  /** Breaks the connection off: at once, or when the paper begins. */
  readonly drops?: 'on connect' | 'on paper';
}

export interface FakePrinter {
  readonly port: number;
  /** What was printed, a paper each connection, byte for byte as text. */
  papers(): string[];
  connections(): number;
  /** Which connection's paper began and which was asked after, in turn. */
  readonly log: string[];
  /** From now on it behaves like this. */
  become(habits: PrinterHabits): void;
  stop(): Promise<void>;
}

/** In order, with paper, cover closed (Epson's command reference: bits 1 and 4 are always set). */
export const READY = [0x12, 0x12, 0x12] as const;

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A network printer on a port of this machine that the system chose. */
export const startFakePrinter = async (first: PrinterHabits = {}): Promise<FakePrinter> => {
  let habits = first;
  let connections = 0;
  const papers: number[][] = [];
  const log: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, habits, papers, { log, name: connections });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => stopped(server, sockets);
  cleanups.push(stop);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    papers: () => papers.map((paper) => Buffer.from(paper).toString('latin1')),
    connections: () => connections,
    log,
    become: (next) => void (habits = next),
    stop,
  };
};

const stopped = (server: Server, sockets: ReadonlySet<Socket>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });

const serve = (socket: Socket, habits: PrinterHabits, papers: number[][], { log, name }: { log: string[]; name: number }): void => {
  const state = habits.state === undefined ? READY : habits.state;
  if (habits.drops === 'on connect') {
    socket.destroy();
    return;
  }
  if (habits.stalls === 'reading') {
    socket.pause();
    return;
  }
  const paper: number[] = [];
  let pending: number[] = [];
  socket.on('data', (bytes: Buffer) => {
    pending.push(...bytes);
    let at = 0;
    // A question of three bytes may come in two parts.
    while (at < pending.length && !(isQuestion(pending[at]) && at + 3 > pending.length)) {
      const [byte = 0, command, argument = 0] = pending.slice(at, at + 3);
      if (byte === 0x10 && command === 0x04) {
        if (state) socket.write(Uint8Array.of(state[[1, 2, 4].indexOf(argument)] ?? 0x12));
        at += 3;
      } else if (byte === 0x1d && command === 0x72) {
        log.push(`asked ${name}`);
        if (state && habits.stalls !== 'printing') socket.write(Uint8Array.of(0));
        at += 3;
      } else if (habits.drops === 'on paper') {
        socket.destroy();
        return;
      } else {
        if (paper.length === 0) {
          papers.push(paper);
          log.push(`began ${name}`);
        }
        paper.push(byte);
        at += 1;
      }
    }
    pending = pending.slice(at);
  });
};

const isQuestion = (byte: number | undefined): boolean => byte === 0x10 || byte === 0x1d;
