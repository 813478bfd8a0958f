import type { Page } from 'playwright-core';

/** A manager allows the act that waits, by touch. Answers what they were told it is. */
export const allow = async (page: Page, { name, pin }: { readonly name: string; readonly pin: string }): Promise<string> => {
  const dialog = page.getByRole('dialog', { name: "A manager's PIN is needed" });
  await dialog.waitFor();
  const words = await dialog.innerText();
  await dialog.getByRole('radio', { name }).click();
  const keypad = dialog.getByRole('group', { name: 'Keypad' });
  for (const digit of pin) await keypad.getByRole('button', { name: digit, exact: true }).click();
  await keypad.getByRole('button', { name: 'Allow' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return words;
};
