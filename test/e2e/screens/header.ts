import type { Locator, Page } from 'playwright-core';

/** What is on every screen once somebody has signed in. */
export class Header {
  readonly page: Page;
  readonly navigation: Locator;
  readonly connection: Locator;

  constructor(page: Page) {
    this.page = page;
    this.navigation = page.getByRole('navigation', { name: 'Main' });
    this.connection = page.getByTestId('connection');
  }

  async goTo(screen: 'Till' | 'Orders' | 'Shift' | 'Back office'): Promise<void> {
    await this.navigation.getByRole('link', { name: screen }).click();
  }

  /** A page of the back office, from anywhere. */
  async goToOffice(name: string): Promise<void> {
    await this.goTo('Back office');
    await this.page.getByRole('navigation', { name: 'Back office' }).getByRole('link', { name, exact: true }).click();
  }

  async lock(): Promise<void> {
    await this.page.getByRole('button', { name: 'Lock the till' }).click();
    await this.page.getByRole('radiogroup', { name: 'Who is at the till?' }).waitFor();
  }

  async toggleScheme(): Promise<void> {
    await this.page.getByRole('button', { name: /^Switch to (dark|light) colours$/ }).click();
  }

  async showKeys(): Promise<void> {
    await this.page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await this.page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  }
}
