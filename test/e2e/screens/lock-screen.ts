import type { Locator, Page } from 'playwright-core';

/** The lock screen: name chips, PIN pad. */
export class LockScreen {
  readonly page: Page;
  readonly people: Locator;
  readonly clock: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.people = page.getByRole('radiogroup', { name: 'Who is at the till?' });
    this.clock = page.getByTestId('clock');
    this.problem = page.getByRole('alert');
  }

  person(name: string): Locator {
    return this.people.getByRole('radio', { name });
  }

  /** By touch: the chip, the keys, the arrow. Does not wait for what comes after. */
  async signIn(name: string, pin: string): Promise<void> {
    await this.person(name).click();
    const keypad = this.page.getByRole('group', { name: 'Keypad' });
    for (const digit of pin) await keypad.getByRole('button', { name: digit, exact: true }).click();
    await keypad.getByRole('button', { name: 'Sign in' }).click();
  }

  /** By keyboard alone; ends where the till is unlocked. */
  async signInByKeyboard(name: string, pin: string): Promise<void> {
    await this.people.waitFor();
    const chips = this.people.getByRole('radio');
    for (let tries = await chips.count(); tries > 0; tries -= 1) {
      if (await this.person(name).isChecked()) break;
      await this.page.keyboard.press('ArrowRight');
    }
    await this.page.keyboard.type(pin);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }

  /** A shop that is there but belongs to nobody yet, as after an import: makes the owner and ends signed in. */
  async createOwner(name: string, pin: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await this.page.getByLabel('Choose a PIN').fill(pin);
    await this.page.getByLabel('The same PIN again').fill(pin);
    await this.page.getByRole('button', { name: 'Start' }).click();
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }
}
