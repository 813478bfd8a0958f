/** An amount as a person reads it, in minor units of a currency of two decimals: `-$1,234.50` is -123450. */
export const readMoney = (text: string): number => {
  const match = /^([-−–])?\+?\s*\$\s*([\d,]+)\.(\d\d)$/u.exec(text.trim());
  if (!match) throw new Error(`not an amount: "${text}"`);
  const [, minus, whole = '', cents = ''] = match;
  const minor = Number(whole.replaceAll(',', '')) * 100 + Number(cents);
  return minus && minor !== 0 ? -minor : minor;
};
