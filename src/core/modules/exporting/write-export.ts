import { setTimeout } from 'node:timers/promises';
import { LIST_TABLES } from '../../../contract/list-tables.ts';
import { REPORT_TABLES, shownColumns } from '../../../contract/report-tables.ts';
import type { ReportQuestion } from '../../../contract/reports.ts';
import { currencyOf } from '../../../domain/money.ts';
import { LIST_WORDS } from '../../../domain/list-words.ts';
import { REPORT_WORDS } from '../../../domain/report-words.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { formatsFor } from '../printing/index.ts';
import { openReport, type OpenReport } from '../reports/index.ts';
import type { ExportSource } from './cells.ts';
import { openList } from './lists.ts';
import { PAPER_WORDS, type PaperWords } from './paper-words.ts';
import { openSink, type Sink } from './sink.ts';
import type { ExportSubject, ExportTask } from './task.ts';
import { writeCsv } from './write-csv.ts';
import { writePdf } from './write-pdf.ts';
import { writeXlsx } from './write-xlsx.ts';

const WRITERS: Readonly<Record<ExportTask['format'], (source: ExportSource, sink: Sink) => Promise<void>>> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  pdf: writePdf,
};

/** After each piece of work the thread rests for this many times as long: a small computer has few cores, and the till comes first. */
const REST = 1;
const LONGEST_REST_MS = 200;

/** A screen cannot show more of a bar than this in a second. */
const TOLD_EVERY_MS = 100;

/** Writes an export's file whole, and tells how far it is. Answers the rows and bytes written. Refuses an unknown shift with not_found. */
export const writeExport = async (
  ctx: QueryContext,
  task: ExportTask,
  tell: (rows: number, total: number) => void,
): Promise<{ rows: number; total: number; bytes: number }> => {
  const language = /^(nb|nn|no)\b/.test(ctx.settings.language) ? 'nb' : 'en';
  const what = task.subject.kind === 'list' ? openedList(ctx, task.subject, language) : openedReport(ctx, task.subject, language);
  const { report } = what;
  tell(0, report.total);
  let told = Date.now();
  let since = performance.now();
  const source = sourceOf(ctx, task, what, language, async (rows) => {
    if (Date.now() - told >= TOLD_EVERY_MS) {
      told = Date.now();
      tell(rows, report.total);
    }
    await setTimeout(Math.min(LONGEST_REST_MS, (performance.now() - since) * REST));
    since = performance.now();
  });
  const sink = openSink(task.path);
  await WRITERS[task.format](source, sink);
  const bytes = await sink.close();
  return { rows: report.total, total: report.total, bytes };
};

type Language = keyof typeof REPORT_WORDS;
type Subject<K extends ExportSubject['kind']> = Extract<ExportSubject, { kind: K }>;
/** What differs between a report and a list. */
type Opened = Pick<ExportSource, 'title' | 'report' | 'columns' | 'allColumns' | 'words' | 'asked'>;

const openedReport = (ctx: QueryContext, { id, asked }: Subject<'report'>, language: Language): Opened => {
  const words = REPORT_WORDS[language];
  const paper = PAPER_WORDS[language];
  const report = openReport(ctx, id, asked);
  return {
    title: words.titles[id] ?? id,
    report,
    columns: shownColumns(id),
    allColumns: Object.entries(REPORT_TABLES[id].columns),
    words,
    asked: [
      [paper.period, periodOf(paper, language, report)],
      ...filtersOf(ctx, asked, paper, language),
      [paper.counts, words.counts[id] ?? ''],
    ],
  };
};

const openedList = (ctx: QueryContext, { id, asked }: Subject<'list'>, language: Language): Opened => {
  const { titles, columns, words } = LIST_WORDS[language];
  const all = Object.entries(LIST_TABLES[id]);
  return {
    title: titles[id] ?? id,
    report: openList(ctx, id, asked),
    columns: all,
    allColumns: all,
    words: { columns, reasons: words },
    asked: listFiltersOf(ctx, asked, language),
  };
};

const sourceOf = (
  ctx: QueryContext,
  task: ExportTask,
  what: Opened,
  language: Language,
  progress: ExportSource['progress'],
): ExportSource => {
  const { settings } = ctx;
  const paper = PAPER_WORDS[language];
  const say = formatsFor({ language, currency: settings.currency, time_zone: settings.time_zone });
  const madeBy = actorOf(task.caller);
  return {
    ...what,
    paper,
    language,
    shop: {
      name: settings.shop_name,
      currency: settings.currency,
      time_zone: settings.time_zone,
      decimals: currencyOf(settings.currency).decimals,
    },
    madeAt: ctx.now,
    madeBy,
    asked: [...what.asked, [paper.made, paper.by(say.time(ctx.now), madeBy)], [paper.times_in, settings.time_zone]],
    progress,
  };
};

const periodOf = (paper: PaperWords, language: string, { start, end }: OpenReport): string => {
  const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium' });
  const written = (text: string) => day.format(new Date(`${text}T00:00:00Z`));
  if (end === null) return paper.shift_only;
  if (start === null) return paper.until(written(end));
  return start === end ? written(start) : paper.days(written(start), written(end));
};

/** What was asked beside the days, in words. */
const filtersOf = (ctx: QueryContext, asked: ReportQuestion, paper: PaperWords, language: string): [string, string][] => {
  const nameOf = (table: 'categories' | 'payment_methods', key: 'id' | 'code', value: unknown): string =>
    ctx.db.row<{ name: string }>(`SELECT name FROM ${table} WHERE ${key} = ?`, [value])?.name ?? String(value);
  const values: Readonly<Record<string, string | undefined>> = {
    shift_id: asked.shift_id?.toString(),
    staff: asked.staff,
    who: asked.who === undefined ? undefined : paper.who[asked.who],
    category_id: asked.category_id === undefined ? undefined : nameOf('categories', 'id', asked.category_id),
    method: asked.method === undefined ? undefined : nameOf('payment_methods', 'code', asked.method),
    reason: asked.reason === undefined ? undefined : REPORT_WORDS[language === 'nb' ? 'nb' : 'en'].reasons[asked.reason],
    // 4 January 1970 was a Sunday.
    weekday:
      asked.weekday === undefined
        ? undefined
        : new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(new Date(Date.UTC(1970, 0, 4 + asked.weekday))),
    find: asked.find,
  };
  return Object.entries(values).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[paper.filters[key] ?? key, value]],
  );
};

/** What somebody typed; the rest are codes. */
const TYPED: ReadonlySet<string> = new Set(['search', 'q', 'category']);

const MONEY: ReadonlySet<string> = new Set(['min_price', 'max_price', 'total_from', 'total_to']);

/** The filters of a list, in words; its order is seen from the rows. */
const listFiltersOf = (ctx: QueryContext, asked: Subject<'list'>['asked'], language: Language): [string, string][] => {
  const { columns, words } = LIST_WORDS[language];
  const { sort: _, order: __, ...filters } = asked;
  const { money } = formatsFor({ language, currency: ctx.settings.currency, time_zone: ctx.settings.time_zone });
  const valueOf = (key: string, value: unknown): string => {
    if (key === 'category_id')
      return ctx.db.row<{ name: string }>('SELECT name FROM categories WHERE id = ?', [value])?.name ?? String(value);
    if (MONEY.has(key)) return money(Number(value));
    if (key === 'staff_id') return ctx.db.row<{ name: string }>('SELECT name FROM staff WHERE id = ?', [value])?.name ?? String(value);
    if (key === 'tender')
      return ctx.db.row<{ name: string }>('SELECT name FROM payment_methods WHERE code = ?', [value])?.name ?? String(value);
    return TYPED.has(key) ? String(value) : (words[String(value)] ?? String(value));
  };
  return Object.entries(filters).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[columns[key] ?? key, valueOf(key, value)]],
  );
};
