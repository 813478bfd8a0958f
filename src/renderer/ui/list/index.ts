/**
 * How a list of the back office is made.
 *
 * 1. Its list operation takes `search`, `...sorting([...])` (contract/primitives.ts) and filters, all optional, and answers
 *    pageOf(row); rows have `id` and `version`. Its update and delete operations take `ifVersion` and name the error `stale`; the
 *    service calls refuseStale (core/kernel/errors.ts) before it changes anything. HTTP's If-Match and ETag then work too.
 * 2. The page renders <ListPage path operation columns filters sorted ... panel={(open, close) => ...}>. Everything that the
 *    list shows is in the address (`/office/items/12?q=latte&sort=price`), and the page in features/office/pages.ts says
 *    `keys: 'list'`. `exports` saves what is found as a file (contract/list-exports.ts, list-tables.ts and domain/list-words.ts
 *    name what is in it); `switches` lets rows be chosen and switched on or off together (switchRows in core/kernel).
 * 3. The panel is one component keyed by the row: for a new one the form at once, else inside <RecordPanel operation input>.
 *    The form is useEditing({ path, record, blank, read, input, create, update, get, idKey, nameOf }) under <EditPanel>:
 *    faults come from the contract's schemas, unsaved changes are asked about before they are left, and a row that somebody
 *    else changed meanwhile is shown with both values to choose from.
 * Other screens guard unsaved changes with useUnsavedGuard (ui/unsaved.ts).
 */
export { EditPanel } from './edit-panel.tsx';
export { amountOf, flagOf, textOf } from './fields.ts';
export type { Filter } from './filters.ts';
export { ListPage } from './list-page.tsx';
export type { Column } from './list-table.tsx';
export { RecordPanel } from './record-panel.tsx';
export { RemoveButton } from './remove-button.tsx';
export { useEditing } from './use-editing.ts';
