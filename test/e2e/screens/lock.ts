import type { Page } from 'playwright-core';

/** The lock screen: name chips and a PIN pad. */
export const lockScreen = (page: Page) => ({
  chip: (name: string) => page.getByRole('radio', { name, exact: true }),
  key: (name: string) => page.getByRole('group', { name: 'Keypad' }).getByRole('button', { name, exact: true }),
  problem: () => page.getByRole('alert').filter({ hasText: /\S/ }),

  async signIn({ name, pin }: { name: string; pin: string }): Promise<void> {
    await this.chip(name).click();
    for (const digit of pin) await this.key(digit).click();
    await this.key('Sign in').click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  },

  /** Digits go into the PIN wherever the focus is; Left and Right choose the person. */
  async signInByKeyboard({ name, pin }: { name: string; pin: string }, people: number): Promise<void> {
    await page.getByRole('radiogroup', { name: 'Who is at the till?' }).waitFor();
    for (let at = 0; at < people && (await this.chip(name).getAttribute('aria-checked')) !== 'true'; at += 1) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  },
});

/** The screen of an empty installation: the first person becomes the owner. */
export const ownerScreen = (page: Page) => ({
  async create({ name, pin }: { name: string; pin: string }): Promise<void> {
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Choose a PIN').fill(pin);
    await page.getByLabel('The same PIN again').fill(pin);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  },
});
