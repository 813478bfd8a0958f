/**
 * Idempotency keys of one button. A repeated press of the same request while no answer has come uses the same key, so a
 * double click or a retry after a lost answer never does the thing twice. An answer, good or bad, ends the attempt:
 * refusals are remembered under their key too, so the next press needs a new one.
 */
export class Attempts {
  protected request: string | null = null;
  protected key = '';

  /** The key for this request: the earlier one while that request is unanswered. */
  keyFor(input: unknown): string {
    const request = JSON.stringify(input);
    if (request !== this.request) {
      this.request = request;
      this.key = crypto.randomUUID();
    }
    return this.key;
  }

  answered(): void {
    this.request = null;
  }

  /** The answer was no: nothing was done under this key. */
  refused(): void {
    this.answered();
  }
}
