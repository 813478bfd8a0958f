/**
 * Every way in which a call can be refused. `status` is the HTTP door's, `when` says when it happens and is printed in
 * the documents. Screens and integrators decide by the code, people read the message.
 */
export const ERRORS = {
  invalid_input: { status: 422, when: 'A field is missing, of the wrong kind or out of bounds; details lists every one.' },
  invalid_json: { status: 422, when: 'The body is not JSON.' },
  unauthenticated: { status: 401, when: 'No key or session came with the call, or it is unknown, expired or revoked.' },
  wrong_pin: { status: 401, when: 'The PIN does not belong to this person.' },
  forbidden: { status: 403, when: 'The role of the key or session does not include what the call does.' },
  foreign_origin: { status: 403, when: 'A web page of another site, or a Host name that is not this machine, made the call.' },
  csrf: { status: 403, when: 'A browser session changed something without its CSRF token.' },
  not_found: { status: 404, when: 'Nothing has this id.' },
  route_not_found: { status: 404, when: 'No operation has this path.' },
  method_not_allowed: { status: 405, when: 'The path exists, but not with this method; Allow names those it has.' },
  already_exists: { status: 409, when: 'Another row has this name, phone or e-mail.' },
  stale: { status: 412, when: 'The row changed since the version that If-Match (or if_version) names; the answer holds it as it is now.' },
  in_use: { status: 409, when: 'Orders or items refer to it, so it cannot be deleted; the message says what to do instead.' },
  category_not_empty: { status: 400, when: 'A category that still has items cannot be deleted.' },
  idempotency_mismatch: { status: 409, when: 'The Idempotency-Key was used before with another request.' },
  already_imported: { status: 409, when: 'The data folder already holds data, so nothing can be imported into it.' },
  item_not_available: { status: 400, when: 'The item is switched off.' },
  addon_not_available: { status: 400, when: 'The add-on is switched off.' },
  category_inactive: { status: 400, when: "The item's category is switched off, so it does not sell." },
  insufficient_stock: { status: 400, when: 'Fewer are left than the order asks for.' },
  discount_not_active: { status: 404, when: 'No active discount has this id.' },
  discount_outside_window: { status: 400, when: "Today is outside the discount's start and end." },
  invalid_transition: { status: 400, when: "The order's status cannot become the one asked for." },
  order_completed: { status: 400, when: 'A completed order cannot be deleted.' },
  shift_still_open: { status: 400, when: 'A shift is open, and only one can be.' },
  shift_already_closed: { status: 400, when: 'The shift was closed before.' },
  shift_closed: { status: 400, when: 'The shift is closed and takes no more orders or expenses.' },
  payment_refused: {
    status: 400,
    when: 'The payment does not fit what is due: nothing is due, it is more than is due, or too little was tendered.',
  },
  order_cancelled: { status: 400, when: 'A cancelled order takes no payments.' },
  method_not_available: { status: 400, when: 'The payment method is unknown or switched off.' },
  not_refundable: { status: 400, when: 'More would be given back than was sold or paid.' },
  approval_needed: { status: 403, when: "A manager's PIN is needed for this act; send it with the call." },
  reason_needed: { status: 400, when: 'This discount is given only with a reason.' },
  no_open_shift: { status: 400, when: 'No shift is open, so there is no drawer to use.' },
  open_orders: { status: 400, when: 'Orders are still open, and the shop closes its shifts only without.' },
  count_outdated: { status: 400, when: 'Cash moved in or out of the drawer after the last count.' },
  comment_needed: { status: 400, when: 'Over or short by more than is allowed without a comment.' },
  unlimited_stock: { status: 400, when: 'The item has no stock figure to take from.' },
  damaged_snapshot: { status: 409, when: 'The stored report does not fit its hash, so it is not shown as if it were whole.' },
  customer_anonymised: { status: 409, when: 'Nothing personal is kept of this customer any more, so there is nothing to change.' },
  last_owner: { status: 409, when: 'A shop always has an active owner.' },
  not_staff: { status: 400, when: 'Only a person who signed in can clock in and out.' },
  already_clocked: { status: 400, when: 'Already clocked in, or not clocked in.' },
  locked_out: { status: 429, when: 'Too many wrong PINs for this person or on this device; the message says how long to wait.' },
  export_not_done: { status: 409, when: 'The file is still being written, or could not be.' },
  already_printed: { status: 409, when: 'The printer took this print before; another one is a print of its own, marked as a copy.' },
  no_printer: { status: 400, when: 'No network printer is set.' },
  printer_failed: { status: 502, when: 'The printer did not take the paper; the message says why. The sale stands.' },
  not_here: { status: 403, when: 'A new shop is set up only at the machine that it is installed on.' },
  setup_done: { status: 409, when: 'The owner exists already; more people are added by the owner.' },
  unsupported_file: { status: 400, when: 'The file is damaged, of another program or of a newer version.' },
  bad_rows: { status: 400, when: 'The file has bad rows, so nothing of it was imported; the dry run lists every one.' },
  last_backup: { status: 409, when: 'It is the only verified backup, and a shop keeps one.' },
  not_demo: { status: 409, when: 'Only the demo café can be thrown away.' },
  only_desktop: { status: 409, when: 'It works only at the desktop app itself, not in a browser and not through a key.' },
  updates_off: { status: 409, when: 'Updates are switched off on this computer, or this copy was not installed.' },
  update_blocked: {
    status: 409,
    when: 'A ticket is open, the drawer is being counted, or a file is being written; or no update is ready.',
  },
  disk_failed: { status: 507, when: 'The disk is full or does not take the file; nothing partial was left.' },
  amount_out_of_range: { status: 400, when: 'The total is beyond the largest amount that is kept exactly.' },
  body_too_large: { status: 413, when: 'The body is larger than the door takes.' },
  rate_limited: { status: 429, when: 'Too many tries in a short time; Retry-After says how long to wait.' },
  closing: { status: 503, when: 'The program is shutting down and takes no more calls.' },
  internal: { status: 500, when: 'A fault of ours; nothing was changed, and the log has the details.' },
} as const satisfies Record<string, { status: number; when: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One fault of an input, in the shape that /api/v1 answers (ORIGINAL.md section 1, Errors). */
export interface InputIssue {
  readonly type: string;
  /** Where: `["body", "items", 0, "quantity"]`. */
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input?: unknown;
  readonly ctx?: Readonly<Record<string, unknown>>;
}

/** Two people changed one row: what the first left, and what the second wanted. */
export interface Conflict {
  readonly current: unknown;
  readonly yours: unknown;
}

/** A refusal as data: this is what crosses every door. */
export interface ErrorData {
  readonly code: ErrorCode;
  /** A sentence that a cashier understands. */
  readonly message: string;
  /** Of `invalid_input`: every fault. */
  readonly details?: readonly InputIssue[];
  /** Of `stale`: the row as it is now, and as this call would have left it; both in the shape of the operation's output. */
  readonly conflict?: Conflict;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };
