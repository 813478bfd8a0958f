import type { Locator, Page } from 'playwright-core';

/** Who works here, and one of them to change. */
export class StaffScreen {
  readonly page: Page;
  readonly list: Locator;
  readonly find: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: 'Staff' });
    this.find = page.getByRole('textbox', { name: 'Find a person' });
  }

  row(name: string): Locator {
    return this.list.getByRole('button', { name: new RegExp(`^${name}\\b`) });
  }

  /** The form of a person, or of a new one. */
  form(name = 'New person'): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async choose(name: string): Promise<Locator> {
    await this.row(name).click();
    const form = this.form(name);
    await form.waitFor();
    return form;
  }

  async add(person: { name: string; role: 'Owner' | 'Manager' | 'Cashier' | 'Kitchen'; pin: string }): Promise<void> {
    await this.list.getByRole('button', { name: 'Add' }).click();
    const form = this.form();
    await form.getByRole('textbox', { name: 'Name' }).fill(person.name);
    await form.getByRole('radio', { name: person.role }).click();
    await form.getByLabel('PIN', { exact: true }).fill(person.pin);
    await form.getByRole('button', { name: 'Add person' }).click();
    await this.form(person.name).waitFor();
  }

  async save(name: string): Promise<void> {
    await this.form(name).getByRole('button', { name: 'Save' }).click();
    await this.form(name).getByText(`${name} is saved.`).waitFor();
  }

  /** Turns what a person may do on or off, by its words. */
  async switch(name: string, permission: string): Promise<void> {
    await this.form(name).getByRole('switch', { name: permission, exact: true }).click({ force: true });
  }
}

/** The person at the till, behind their name in the header: clock in and out. */
export class You {
  readonly page: Page;
  readonly dialog: Locator;
  readonly state: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name });
    this.state = page.getByTestId('clock-state');
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /Clock in or out$/ })
      .click();
    await this.dialog.waitFor();
  }

  async clock(direction: 'in' | 'out'): Promise<void> {
    await this.dialog.getByRole('button', { name: `Clock ${direction}` }).click();
    await this.dialog.getByRole('button', { name: `Clock ${direction === 'in' ? 'out' : 'in'}` }).waitFor();
  }
}
