import type { BrowserWindow } from 'electron';

/** The full screen without a way out: follows the setting, until somebody who may leaves it for this run. */
export class Kiosk {
  readonly #changed: () => void;
  #window: BrowserWindow | null = null;
  #wanted = false;
  #hasLeft = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isOn(): boolean {
    return this.#wanted && !this.#hasLeft;
  }

  cover(window: BrowserWindow): void {
    this.#window = window;
    this.#apply();
    window.on('closed', () => {
      this.#window = null;
    });
  }

  /** Does what the setting says; switched off and on again, it holds again. */
  follow(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#hasLeft = false;
    this.#apply();
  }

  leave(): void {
    if (!this.isOn) return;
    this.#hasLeft = true;
    this.#apply();
  }

  #apply(): void {
    this.#window?.setKiosk(this.isOn);
    this.#changed();
  }
}
