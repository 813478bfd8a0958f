import { currencyOf, formatMoney, type Money, type Ppm, PPM } from '../../../domain/money.ts';

/** How amounts, rates and times are written on paper. */
export interface Formats {
  readonly money: (amount: Money) => string;
  readonly count: (count: number) => string;
  readonly rate: (rate: Ppm) => string;
  /** A business day, `YYYY-MM-DD`. */
  readonly day: (day: string) => string;
  /** A UTC instant, on the shop's clock. */
  readonly time: (instant: string) => string;
}

/** The currency signs that the paper's fonts have; a sum must never be printed with a box in place of its currency. */
const PRINTABLE_SIGNS = '$¢£¤¥₣₤₦₧₩₪₫€₱₹₺₼₽';

const withPrintableSign = (text: string, code: string): string =>
  text.replace(/(\p{Sc})(\d?)/u, (found, sign: string, digit: string) =>
    PRINTABLE_SIGNS.includes(sign) ? found : digit === '' ? code : `${code}\u00a0${digit}`,
  );

/** Formats of a language for a shop's currency (ISO code) and time zone (IANA). Times run from 00 to 23, so that none needs a.m. or p.m. */
export const formatsFor = (shop: { language: string; currency: string; time_zone: string }): Formats => {
  const { language } = shop;
  const currency = currencyOf(shop.currency);
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 });
  const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });
  const time = new Intl.DateTimeFormat(language, {
    timeZone: shop.time_zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    money: (amount) => withPrintableSign(formatMoney(amount, currency, language), currency.code),
    count: (value) => count.format(value),
    rate: (rate) => percent.format(rate / PPM),
    day: (value) => day.format(new Date(`${value}T00:00:00.000Z`)),
    time: (instant) => time.format(new Date(instant)),
  };
};
