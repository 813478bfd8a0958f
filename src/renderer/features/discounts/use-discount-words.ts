import { useTranslation } from 'react-i18next';
import type { Discount } from '../../../contract/discounts.ts';
import type { DiscountType } from '../../../domain/discount.ts';
import { useFormats } from '../session/session.tsx';

/** A day of the week by its number, 0 = Sunday: 4 January 1970 was one. */
const dayOfWeek = (weekday: number): Date => new Date((3 + weekday) * 86_400_000);

/** What people call the days, and a discount's value and times. */
export const useDiscountWords = () => {
  const { t } = useTranslation();
  const { locale, money, currency, day } = useFormats();
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const weekday = (number: number, length: 'short' | 'long' = 'short') => (length === 'short' ? short : long).format(dayOfWeek(number));
  /** Monday first, as a week of work is read. */
  const inOrder = (weekdays: readonly number[]) => [1, 2, 3, 4, 5, 6, 0].filter((number) => weekdays.includes(number));
  const windows = (list: Discount['weekly_windows']) =>
    list
      ?.map(
        ({ weekdays, from, to }) =>
          `${inOrder(weekdays)
            .map((number) => weekday(number))
            .join(', ')} ${from}–${to}`,
      )
      .join(' · ') ?? '';
  return {
    weekday,
    windows,
    value: (type: DiscountType, value: number) =>
      type === 'percentage'
        ? `${value.toLocaleString(locale, { maximumFractionDigits: 4 })} %`
        : money(Math.round(value * 10 ** currency.decimals)),
    when: ({ weekly_windows, start_date, end_date }: Discount) =>
      [
        start_date ? t('discounts.from_day', { day: day(start_date.slice(0, 10)) }) : '',
        end_date ? t('discounts.until_day', { day: day(end_date.slice(0, 10)) }) : '',
        windows(weekly_windows),
      ]
        .filter(Boolean)
        .join(' · ') || t('discounts.always'),
  };
};
