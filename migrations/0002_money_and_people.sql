-- Payments, refunds, the drawer, Z reports and people. Amounts in minor units; a Z covers ranges of ids, so nothing is in two or in none.

CREATE TABLE payment_methods (
  code TEXT PRIMARY KEY CHECK (code GLOB '[a-z]*' AND length(code) <= 30),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'mobile', 'other')),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  display_order INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Only one method is cash: the one whose money lies in the drawer.
CREATE UNIQUE INDEX payment_methods_one_cash ON payment_methods (kind) WHERE kind = 'cash';
INSERT INTO payment_methods (code, name, kind, display_order, created_at, updated_at) VALUES
  ('cash', 'Cash', 'cash', 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
  ('card', 'Card', 'card', 2, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
  ('mobile', 'Mobile', 'mobile', 3, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');

-- What was taken for an order. Append-only.
CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  method TEXT NOT NULL REFERENCES payment_methods (code),
  -- What it settles of the order's total.
  amount INTEGER NOT NULL CHECK (amount >= 0),
  -- Added to the amount because small coins are not used: cash only, either sign.
  rounding INTEGER NOT NULL DEFAULT 0,
  -- On top of the total; not revenue and not taxed.
  tip INTEGER NOT NULL DEFAULT 0 CHECK (tip >= 0),
  tendered INTEGER NOT NULL CHECK (tendered >= 0),
  change_given INTEGER NOT NULL DEFAULT 0 CHECK (change_given >= 0),
  reference TEXT,
  shift_id INTEGER REFERENCES shifts (id),
  business_date TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT 'sale' CHECK (source IN ('sale', 'import')),
  created_at TEXT NOT NULL,
  -- What stays: the money kept is what was given less the change.
  CHECK (tendered - change_given = amount + rounding + tip)
) STRICT;
CREATE INDEX payments_order ON payments (order_id, method, amount);
CREATE INDEX payments_shift ON payments (shift_id, method, amount, rounding, tip);
CREATE INDEX payments_day ON payments (business_date, method, amount, rounding, tip);
CREATE INDEX payments_method ON payments (method);

-- The moment at which an order became paid in full: when its sale counts. Append-only; a later void or refund is a document of its own.
CREATE TABLE settlements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
  shift_id INTEGER REFERENCES shifts (id),
  business_date TEXT NOT NULL,
  settled_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX settlements_shift ON settlements (shift_id);

-- Money given back, each with its own number. A void takes back a whole order before completion; a refund part of it on any day.
CREATE TABLE refunds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  refund_number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('refund', 'void')),
  order_id INTEGER NOT NULL REFERENCES orders (id),
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  -- The sale that is taken back; all 0 when only a deposit of an unsettled order is given back.
  subtotal INTEGER NOT NULL CHECK (subtotal >= 0),
  discount_amount INTEGER NOT NULL CHECK (discount_amount BETWEEN 0 AND subtotal),
  tax_rate INTEGER NOT NULL,
  tax_amount INTEGER NOT NULL CHECK (tax_amount >= 0),
  total INTEGER NOT NULL,
  -- What the customer gets back of what they had paid, before cash rounding.
  amount INTEGER NOT NULL CHECK (amount >= 0),
  tip INTEGER NOT NULL DEFAULT 0 CHECK (tip >= 0),
  shift_id INTEGER REFERENCES shifts (id),
  business_date TEXT NOT NULL,
  made_by TEXT NOT NULL,
  approved_by TEXT,
  created_at TEXT NOT NULL,
  CHECK (total = subtotal - discount_amount + tax_amount)
) STRICT;
CREATE INDEX refunds_order ON refunds (order_id, kind, total);
CREATE INDEX refunds_shift ON refunds (shift_id);
CREATE INDEX refunds_day ON refunds (business_date, kind, total, tax_amount);

CREATE TABLE refund_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  refund_id INTEGER NOT NULL REFERENCES refunds (id),
  order_line_id INTEGER NOT NULL REFERENCES order_lines (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  subtotal INTEGER NOT NULL CHECK (subtotal >= 0),
  discount_share INTEGER NOT NULL CHECK (discount_share >= 0),
  tax_share INTEGER NOT NULL CHECK (tax_share >= 0),
  -- What becomes of the goods.
  goods TEXT NOT NULL CHECK (goods IN ('restock', 'waste', 'kept'))
) STRICT;
CREATE INDEX refund_lines_refund ON refund_lines (refund_id);
CREATE INDEX refund_lines_line ON refund_lines (order_line_id, quantity);

CREATE TABLE refund_tenders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  refund_id INTEGER NOT NULL REFERENCES refunds (id),
  method TEXT NOT NULL REFERENCES payment_methods (code),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  rounding INTEGER NOT NULL DEFAULT 0,
  tip INTEGER NOT NULL DEFAULT 0 CHECK (tip >= 0),
  CHECK (amount + rounding + tip >= 0)
) STRICT;
CREATE INDEX refund_tenders_refund ON refund_tenders (refund_id);
CREATE INDEX refund_tenders_method ON refund_tenders (method);

CREATE TABLE refund_numbers (
  business_date TEXT PRIMARY KEY,
  last_number INTEGER NOT NULL CHECK (last_number >= 1)
) STRICT, WITHOUT ROWID;

-- Cash put into and taken out of the drawer apart from sales, and openings of the drawer with no sale. Append-only.
CREATE TABLE drawer_movements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shift_id INTEGER NOT NULL REFERENCES shifts (id),
  kind TEXT NOT NULL CHECK (kind IN ('paid_in', 'paid_out', 'drop', 'no_sale')),
  amount INTEGER NOT NULL CHECK (amount >= 0 AND (kind = 'no_sale') = (amount = 0)),
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  made_by TEXT NOT NULL,
  approved_by TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX drawer_movements_shift ON drawer_movements (shift_id, kind, amount);

-- What was counted. A mistake is corrected by another count; none is ever changed.
CREATE TABLE cash_counts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shift_id INTEGER NOT NULL REFERENCES shifts (id),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  -- [{"value": minor units, "count": n}], or null where only the sum was given.
  denominations TEXT CHECK (denominations IS NULL OR json_valid(denominations)),
  -- What should have been there at that moment: fixed here, so that the difference can never change.
  expected INTEGER NOT NULL,
  counted_by TEXT NOT NULL,
  note TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX cash_counts_shift ON cash_counts (shift_id, id);

-- The end of a shift, as it was: never recomputed, never changed.
CREATE TABLE z_reports (
  z_number INTEGER PRIMARY KEY,
  shift_id INTEGER NOT NULL UNIQUE REFERENCES shifts (id),
  business_date TEXT NOT NULL,
  -- The last ids that this Z covers; it begins after those of the Z before.
  last_settlement_id INTEGER NOT NULL,
  last_payment_id INTEGER NOT NULL,
  last_refund_id INTEGER NOT NULL,
  last_order_id INTEGER NOT NULL,
  last_stock_movement_id INTEGER NOT NULL,
  last_audit_id INTEGER NOT NULL,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;

-- Where the first Z begins: what was there before (an imported shop, an earlier version) belongs to none.
CREATE TABLE z_start (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  last_settlement_id INTEGER NOT NULL,
  last_payment_id INTEGER NOT NULL,
  last_refund_id INTEGER NOT NULL,
  last_order_id INTEGER NOT NULL,
  last_stock_movement_id INTEGER NOT NULL,
  last_audit_id INTEGER NOT NULL
) STRICT;

-- Each time a document left the program on paper or as a file. Append-only. A bill is the receipt of an order that is not paid in full.
CREATE TABLE prints (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document TEXT NOT NULL CHECK (document IN ('receipt', 'bill', 'refund', 'drawer', 'x', 'z')),
  document_id INTEGER NOT NULL,
  copy INTEGER NOT NULL CHECK (copy >= 0),
  amount INTEGER NOT NULL DEFAULT 0,
  target TEXT NOT NULL,
  -- What was on it, as raw-deflated JSON; null for a Z, which is always read from its own snapshot.
  paper BLOB CHECK ((paper IS NULL) = (document = 'z')),
  shift_id INTEGER REFERENCES shifts (id),
  printed_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX prints_document ON prints (document, document_id);
CREATE INDEX prints_shift ON prints (shift_id, document, copy, amount);

-- That the network printer took a print, and whether its drawer was opened with it. One print goes out once.
CREATE TABLE print_deliveries (
  print_id INTEGER PRIMARY KEY REFERENCES prints (id),
  printer TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  opened_drawer INTEGER NOT NULL CHECK (opened_drawer IN (0, 1)),
  sent_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- A parked ticket: takes no stock and no number until it is placed.
CREATE TABLE held_tickets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  ticket TEXT NOT NULL CHECK (json_valid(ticket)),
  held_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- Clocked hours. What was clocked stays; a correction is a row of its own, and the newest one counts.
CREATE TABLE time_punches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  clocked_in_at TEXT NOT NULL,
  clocked_out_at TEXT,
  CHECK (clocked_out_at IS NULL OR clocked_out_at >= clocked_in_at)
) STRICT;
CREATE INDEX time_punches_staff ON time_punches (staff_id, clocked_in_at);
CREATE UNIQUE INDEX time_punches_one_open ON time_punches (staff_id) WHERE clocked_out_at IS NULL;

CREATE TABLE time_corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  punch_id INTEGER NOT NULL REFERENCES time_punches (id),
  clocked_in_at TEXT NOT NULL,
  clocked_out_at TEXT,
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  corrected_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK (clocked_out_at IS NULL OR clocked_out_at >= clocked_in_at)
) STRICT;
CREATE INDEX time_corrections_punch ON time_corrections (punch_id, id);

-- Permissions of one person beside their role's.
CREATE TABLE staff_permissions (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  permission TEXT NOT NULL,
  granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
  PRIMARY KEY (staff_id, permission)
) STRICT, WITHOUT ROWID;

-- Wrong PINs: by person, and by the device they were typed on.
CREATE TABLE pin_failures (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_failed_at TEXT NOT NULL,
  locked_until TEXT
) STRICT, WITHOUT ROWID;

ALTER TABLE orders ADD COLUMN paid_amount INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN refunded_amount INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN discount_reason TEXT;
ALTER TABLE orders ADD COLUMN approved_by TEXT;
CREATE INDEX orders_unpaid ON orders (id) WHERE deleted_at IS NULL AND status <> 'cancelled' AND paid_amount < total;

-- A discount of this line alone, before the order's; a comp is one of the whole line, kept apart in the figures.
ALTER TABLE order_lines ADD COLUMN line_discount INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN line_discount_kind TEXT CHECK (line_discount_kind IN ('discount', 'comp'));
ALTER TABLE order_lines ADD COLUMN line_discount_reason TEXT;

ALTER TABLE discounts ADD COLUMN needs_reason INTEGER NOT NULL DEFAULT 0 CHECK (needs_reason IN (0, 1));
-- Weekly windows in the shop's zone: [{"weekdays": [0..6], "from": "15:00", "to": "17:00"}]; null: always.
ALTER TABLE discounts ADD COLUMN weekly_windows TEXT CHECK (weekly_windows IS NULL OR json_valid(weekly_windows));

ALTER TABLE shifts ADD COLUMN float_left INTEGER CHECK (float_left >= 0);
ALTER TABLE shifts ADD COLUMN over_short_comment TEXT;

ALTER TABLE stock_movements ADD COLUMN note TEXT;
ALTER TABLE stock_movements ADD COLUMN refund_id INTEGER REFERENCES refunds (id);

CREATE TRIGGER payments_no_update BEFORE UPDATE ON payments BEGIN SELECT RAISE(ABORT, 'payments is append-only'); END;
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'payments is append-only'); END;
CREATE TRIGGER settlements_no_update BEFORE UPDATE ON settlements BEGIN SELECT RAISE(ABORT, 'settlements is append-only'); END;
CREATE TRIGGER settlements_no_delete BEFORE DELETE ON settlements BEGIN SELECT RAISE(ABORT, 'settlements is append-only'); END;
CREATE TRIGGER refunds_no_update BEFORE UPDATE ON refunds BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END;
CREATE TRIGGER refunds_no_delete BEFORE DELETE ON refunds BEGIN SELECT RAISE(ABORT, 'refunds is append-only'); END;
CREATE TRIGGER drawer_movements_no_update BEFORE UPDATE ON drawer_movements BEGIN SELECT RAISE(ABORT, 'drawer_movements is append-only'); END;
CREATE TRIGGER drawer_movements_no_delete BEFORE DELETE ON drawer_movements BEGIN SELECT RAISE(ABORT, 'drawer_movements is append-only'); END;
CREATE TRIGGER cash_counts_no_update BEFORE UPDATE ON cash_counts BEGIN SELECT RAISE(ABORT, 'cash_counts is append-only'); END;
CREATE TRIGGER cash_counts_no_delete BEFORE DELETE ON cash_counts BEGIN SELECT RAISE(ABORT, 'cash_counts is append-only'); END;
CREATE TRIGGER z_reports_no_update BEFORE UPDATE ON z_reports BEGIN SELECT RAISE(ABORT, 'z_reports is append-only'); END;
CREATE TRIGGER z_reports_no_delete BEFORE DELETE ON z_reports BEGIN SELECT RAISE(ABORT, 'z_reports is append-only'); END;
CREATE TRIGGER prints_no_update BEFORE UPDATE ON prints BEGIN SELECT RAISE(ABORT, 'prints is append-only'); END;
CREATE TRIGGER prints_no_delete BEFORE DELETE ON prints BEGIN SELECT RAISE(ABORT, 'prints is append-only'); END;
CREATE TRIGGER print_deliveries_no_update BEFORE UPDATE ON print_deliveries BEGIN SELECT RAISE(ABORT, 'print_deliveries is append-only'); END;
CREATE TRIGGER print_deliveries_no_delete BEFORE DELETE ON print_deliveries BEGIN SELECT RAISE(ABORT, 'print_deliveries is append-only'); END;

-- Orders that were there before payments were kept: paid in full by their method, as their figures always said.
INSERT INTO payments (order_id, method, amount, tendered, shift_id, business_date, taken_by, source, created_at)
  SELECT id, payment_method, total, total, shift_id, business_date, coalesce(created_by, 'Imported'), 'import', created_at
  FROM orders WHERE deleted_at IS NULL AND status <> 'cancelled' AND total > 0 ORDER BY id;
INSERT INTO settlements (order_id, shift_id, business_date, settled_by, created_at)
  SELECT id, shift_id, business_date, coalesce(created_by, 'Imported'), created_at
  FROM orders WHERE deleted_at IS NULL AND status <> 'cancelled' ORDER BY id;
UPDATE orders SET paid_amount = total WHERE deleted_at IS NULL AND status <> 'cancelled';
INSERT INTO z_start (only, last_settlement_id, last_payment_id, last_refund_id, last_order_id, last_stock_movement_id, last_audit_id)
  SELECT 1, (SELECT coalesce(max(id), 0) FROM settlements), (SELECT coalesce(max(id), 0) FROM payments), 0, (SELECT coalesce(max(id), 0) FROM orders),
    (SELECT coalesce(max(id), 0) FROM stock_movements), (SELECT coalesce(max(id), 0) FROM audit_log);

-- A customer's totals are their live orders less refunds.
DROP INDEX orders_customer;
CREATE INDEX orders_customer ON orders (customer_id, status, total, refunded_amount, created_at, deleted_at)
  WHERE deleted_at IS NULL AND customer_id IS NOT NULL;
