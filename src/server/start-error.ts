/** The HTTP door cannot open as asked. The message is for the person who started it. */
export class ServerStartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ServerStartError';
  }
}
