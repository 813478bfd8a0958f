import { Button, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconHistory, IconPlugConnectedX } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { pageClient } from '../../client/page-client.ts';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useClock } from '../lock/use-clock.ts';
import { useRowKeys } from '../orders/use-row-keys.ts';
import { useFormats, useSession } from '../session/session.tsx';
import { businessDayOf } from '../session/shop-clock.ts';
import { saveBytes } from '../shift/save-bytes.ts';
import classes from './audit.module.css';
import { AuditDetail } from './audit-detail.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { AUDIT_PER_PAGE, type AuditFilters, auditQuery, readAuditFilters, writeAuditFilters } from './audit-filters.ts';
import { AuditRowLink } from './audit-row.tsx';
import { valueWriter } from './audit-values.ts';
import { ChainState } from './chain-state.tsx';
import { useVerification } from './use-verification.ts';

/** Who did what, when and from where. Filters, page and the open row are the address. */
export const AuditScreen = () => {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const [params] = useSearchParams();
  const { shop } = useSession();
  const formats = useFormats();
  const first = useRef<HTMLSelectElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { verification, start } = useVerification();
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<Error | null>(null);
  const filters = readAuditFilters(params);
  const openId = /^\/office\/audit\/(\d+)$/.exec(location)?.[1];
  const query = auditQuery(filters, businessDayOf(useClock(), shop));
  // Sign-ins and the like are in the audit without an event.
  const rows = useCall(
    'audit.list',
    { ...query, page: filters.page, per_page: AUDIT_PER_PAGE },
    { placeholderData: keepPreviousData, staleTime: 0 },
  );
  const pages = rows.data?.total_pages ?? 1;
  const address = (id: string | number | undefined, next: AuditFilters) =>
    `/office/audit${id === undefined ? '' : `/${id}`}${writeAuditFilters(next)}`;
  const change = (wanted: Partial<AuditFilters>) => navigate(address(undefined, { ...filters, page: 1, ...wanted }), { replace: true });
  const turn = (by: number) => {
    const page = filters.page + by;
    if (page >= 1 && page <= pages) navigate(address(undefined, { ...filters, page }), { replace: true });
  };
  const close = () => navigate(address(undefined, filters));
  const save = async () => {
    setSaving(true);
    setFault(null);
    try {
      saveBytes(await pageClient().call('audit.export', query), 'audit.csv', 'text/csv');
    } catch (error) {
      setFault(error as Error);
    } finally {
      setSaving(false);
    }
  };
  const walk = useRowKeys(list);
  useShortcuts('audit', {
    up: () => walk(-1),
    down: () => walk(1),
    filter: () => first.current?.focus(),
    newer: () => turn(-1),
    older: () => turn(1),
    verify: () => void start(),
    export: () => void save(),
  });
  useShortcuts('everywhere', { back: () => (openId === undefined ? false : close()) });
  const write = valueWriter(formats, { yes: t('audit.yes'), no: t('audit.no'), nothing: t('audit.nothing') });
  const found = rows.data?.items;
  return (
    <div className={classes.screen} data-open={openId !== undefined || undefined}>
      <h1 className="visually-hidden">{t('office.pages.audit')}</h1>
      <div className={classes.main}>
        <div className={classes.top}>
          <p className={classes.heading} aria-hidden="true">
            {t('office.pages.audit')}
          </p>
          <Button
            variant="default"
            leftSection={<IconDownload size={20} />}
            rightSection={<Keycap>F9</Keycap>}
            onClick={() => void save()}
            loading={saving}
          >
            {t('audit.export')}
          </Button>
        </div>
        <Problem error={fault} />
        <ChainState verification={verification} onVerify={() => void start()} />
        <AuditFilterBar filters={filters} onChange={change} first={first} />
        {!found && rows.error ? (
          <Notice icon={<IconPlugConnectedX size={32} />} title={t('audit.failed')} text={rows.error.message} role="alert">
            <Button onClick={() => void rows.refetch()}>{t('app.try_again')}</Button>
          </Notice>
        ) : found ? (
          found.length === 0 ? (
            <Notice icon={<IconHistory size={32} />} title={t('audit.none')} text={t('audit.none_hint')} role="status">
              {filters.period === 'all' ? null : (
                <Button variant="light" onClick={() => change({ period: 'all', from: '', to: '' })}>
                  {t('audit.periods.all')}
                </Button>
              )}
            </Notice>
          ) : (
            <ul ref={list} className={classes.rows} aria-label={t('office.pages.audit')}>
              {found.map((row) => (
                <AuditRowLink key={row.id} row={row} href={address(row.id, filters)} isOpen={String(row.id) === openId} write={write} />
              ))}
            </ul>
          )
        ) : (
          <Skeleton height={480} radius={18} />
        )}
        {rows.data && rows.data.total > 0 ? (
          <div className={classes.pager}>
            <Button variant="default" disabled={filters.page <= 1} leftSection={<IconChevronLeft size={20} />} onClick={() => turn(-1)}>
              {t('shift.newer')}
            </Button>
            <span className="figures" role="status">
              {[t('audit.found', { count: rows.data.total }), pages > 1 ? t('shift.page', { page: filters.page, pages }) : null]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Button
              variant="default"
              disabled={filters.page >= pages}
              rightSection={<IconChevronRight size={20} />}
              onClick={() => turn(1)}
            >
              {t('shift.older')}
            </Button>
          </div>
        ) : null}
      </div>
      {openId === undefined ? null : <AuditDetail key={openId} id={Number(openId)} write={write} onClose={close} />}
    </div>
  );
};
