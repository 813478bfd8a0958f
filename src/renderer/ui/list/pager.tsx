import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../features/session/session.tsx';
import classes from './list.module.css';
import { PAGE_SIZES } from './list-address.ts';

interface PagerProps {
  readonly found: { readonly total: number; readonly page: number; readonly per_page: number; readonly total_pages: number };
  readonly perPage: number;
  readonly onTurn: (by: 1 | -1) => void;
  readonly onSize: (perPage: number) => void;
}

/** How many there are, which of them are shown, and the way to the others. */
export const Pager = ({ found, perPage, onTurn, onSize }: PagerProps) => {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const number = (value: number) => value.toLocaleString(locale);
  const first = (found.page - 1) * found.per_page + 1;
  return (
    <div className={classes.pager}>
      <span className="figures" role="status">
        {t('list.range', {
          first: number(first),
          last: number(Math.min(found.total, first + found.per_page - 1)),
          total: number(found.total),
        })}
      </span>
      {found.total > PAGE_SIZES[0] ? (
        <select
          className={classes.size}
          aria-label={t('list.per_page')}
          value={perPage}
          onChange={(event) => onSize(Number(event.currentTarget.value))}
        >
          {PAGE_SIZES.map((size) => (
            <option key={size} value={size}>
              {t('list.page_of', { size })}
            </option>
          ))}
        </select>
      ) : null}
      {found.total_pages > 1 ? (
        <span className={classes.turns}>
          <ActionIcon aria-label={t('list.previous')} disabled={found.page <= 1} onClick={() => onTurn(-1)}>
            <IconChevronLeft size={22} />
          </ActionIcon>
          <span className="figures">{t('shift.page', { page: number(found.page), pages: number(found.total_pages) })}</span>
          <ActionIcon aria-label={t('list.next')} disabled={found.page >= found.total_pages} onClick={() => onTurn(1)}>
            <IconChevronRight size={22} />
          </ActionIcon>
        </span>
      ) : null}
    </div>
  );
};
