import type { Locator, Page } from 'playwright-core';
import { Header } from './header.ts';

/** The five questions of a new installation. */
export class FirstRun {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  step(title: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: title });
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next' }).click();
  }

  async language(name: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${name}`) }).click();
    await this.next();
    await this.step('Your shop').waitFor();
  }

  async shop(shop: { readonly name: string; readonly currency: string; readonly zone: string }): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name of the shop' }).fill(shop.name);
    await this.page.getByRole('combobox', { name: 'Currency' }).selectOption(shop.currency);
    await this.page.getByRole('combobox', { name: 'Time zone' }).selectOption(shop.zone);
    await this.next();
    await this.step('Tax and money').waitFor();
  }

  async money(tax: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Tax rate' }).fill(tax);
    await this.next();
    await this.step('You, the owner').waitFor();
  }

  async fillOwner(name: string, pin: string, again: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await this.page.getByLabel('Choose a PIN').fill(pin);
    await this.page.getByLabel('The same PIN again').fill(again);
  }

  async owner(name: string, pin: string): Promise<void> {
    await this.fillOwner(name, pin, pin);
    await this.next();
    await this.step('How do you begin?').waitFor();
  }

  /** Ends at the till, signed in. */
  async finish(start: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${start}`) }).click();
    await this.page.getByRole('button', { name: 'Open the till' }).click();
    await new Header(this.page).navigation.waitFor({ timeout: 60_000 });
  }

  /** Everything at once, with an empty shop. */
  async through(owner: { readonly name: string; readonly pin: string }): Promise<void> {
    await this.language('English');
    await this.shop({ name: 'Test shop', currency: 'USD', zone: 'UTC' });
    await this.money('8');
    await this.owner(owner.name, owner.pin);
    await this.finish('With an empty shop');
  }
}
