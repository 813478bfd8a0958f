import { REPORT_IDS, REPORT_TABLES, type ReportId } from '../../src/contract/report-tables.ts';
import type { InputOf } from '../../src/contract/index.ts';
import type { TestApp } from '../support/test-app.ts';

type Question = InputOf<'reports.items'>;

/** Beside each report as it is: every filter that it has, alone and all but the shift together. */
const questionsOf = (app: TestApp, id: ReportId): Question[] => {
  const names = (sql: string) => app.pos.database.rows<{ name: string }>(sql).map((row) => row.name);
  const people = names(
    "SELECT settled_by AS name FROM settlements UNION SELECT made_by FROM refunds UNION SELECT coalesce(created_by, '') FROM orders",
  );
  const all: Record<string, readonly unknown[]> = {
    shift_id: names('SELECT id AS name FROM shifts'),
    staff: [...people, 'Nobody'],
    who: ['took', 'settled'],
    category_id: [1, 2],
    method: ['cash', 'card'],
    weekday: [1, 6],
    find: ['te'],
  };
  const filters = REPORT_TABLES[id].filters.filter((filter) => filter in all);
  return [
    {},
    ...filters.flatMap((filter) => (all[filter] ?? []).map((value) => ({ [filter]: value }))),
    Object.fromEntries(filters.filter((filter) => filter !== 'shift_id').map((filter) => [filter, all[filter]?.[0]])),
  ];
};

/** What each report answers for a range, with each of its filters. */
export const everyReport = async (app: TestApp, range: object): Promise<[question: string, answer: unknown][]> => {
  const answers: [string, unknown][] = [];
  for (const id of REPORT_IDS) {
    for (const question of questionsOf(app, id))
      answers.push([`${id} ${JSON.stringify(question)}`, await app.call(`reports.${id}`, { ...range, ...question, per_page: 100 })]);
  }
  return answers;
};
