-- Money: integer minor units. Rates: ppm. Instants: UTC text YYYY-MM-DDTHH:MM:SS.mmmZ. Days: YYYY-MM-DD.

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  -- default and environment values follow their source at each start; a value that somebody set stays.
  source TEXT NOT NULL CHECK (source IN ('default', 'environment', 'set')),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  name_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'cashier', 'kitchen')),
  pin_hash TEXT NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  csrf_token TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  door TEXT NOT NULL CHECK (door IN ('ipc', 'http')),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_staff ON sessions (staff_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE api_keys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'cashier', 'kitchen')),
  prefix TEXT NOT NULL,
  key_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  last_used_at TEXT,
  revoked_at TEXT
) STRICT;

CREATE TABLE categories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) >= 1),
  name_key TEXT NOT NULL UNIQUE,
  search_text TEXT NOT NULL,
  description TEXT,
  display_order INTEGER NOT NULL DEFAULT 0 CHECK (display_order >= 0),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX categories_shown ON categories (display_order, name);

CREATE TABLE items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  category_id INTEGER NOT NULL REFERENCES categories (id),
  name TEXT NOT NULL CHECK (length(name) >= 1),
  search_text TEXT NOT NULL,
  description TEXT,
  price INTEGER NOT NULL CHECK (price > 0),
  image_url TEXT,
  is_available INTEGER NOT NULL DEFAULT 1 CHECK (is_available IN (0, 1)),
  -- The running balance of stock_movements; -1 = unlimited.
  stock_qty INTEGER NOT NULL DEFAULT -1 CHECK (stock_qty >= -1),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX items_name ON items (name);
CREATE INDEX items_category ON items (category_id, name);
CREATE INDEX items_limited ON items (stock_qty, id) WHERE stock_qty >= 0;

CREATE TABLE addons (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) >= 1),
  name_key TEXT NOT NULL UNIQUE,
  search_text TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),
  is_available INTEGER NOT NULL DEFAULT 1 CHECK (is_available IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX addons_name ON addons (name);

CREATE TABLE customers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) >= 1),
  search_text TEXT NOT NULL,
  phone TEXT UNIQUE CHECK (phone <> ''),
  email TEXT UNIQUE CHECK (email <> ''),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX customers_name ON customers (name);
CREATE INDEX customers_created ON customers (created_at);

CREATE TABLE discounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) >= 1),
  search_text TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('percentage', 'flat')),
  -- ppm for a percentage, minor units for a flat amount.
  value INTEGER NOT NULL CHECK (value > 0 AND (type = 'flat' OR value <= 1000000)),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  start_date TEXT,
  end_date TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (start_date IS NULL OR end_date IS NULL OR start_date <= end_date)
) STRICT;
CREATE INDEX discounts_created ON discounts (created_at, id);

CREATE TABLE shifts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  business_date TEXT NOT NULL,
  opening_cash INTEGER NOT NULL DEFAULT 0 CHECK (opening_cash >= 0),
  closing_cash INTEGER CHECK (closing_cash >= 0),
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  notes TEXT,
  opened_by TEXT,
  closed_by TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX shifts_one_open ON shifts (status) WHERE status = 'open';
CREATE INDEX shifts_opened ON shifts (opened_at, id);
CREATE INDEX shifts_business_date ON shifts (business_date, opened_at);

CREATE TABLE expenses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  category TEXT NOT NULL CHECK (length(category) >= 1),
  description TEXT,
  amount INTEGER NOT NULL CHECK (amount > 0),
  date TEXT NOT NULL,
  business_date TEXT NOT NULL,
  shift_id INTEGER REFERENCES shifts (id),
  paid_from_till INTEGER NOT NULL DEFAULT 0 CHECK (paid_from_till IN (0, 1)),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (paid_from_till = 0 OR shift_id IS NOT NULL)
) STRICT;
CREATE INDEX expenses_date ON expenses (date, id);
CREATE INDEX expenses_business_date ON expenses (business_date, category, amount);
CREATE INDEX expenses_category ON expenses (category, date);
CREATE INDEX expenses_shift ON expenses (shift_id, paid_from_till, amount);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_number TEXT NOT NULL UNIQUE,
  customer_id INTEGER REFERENCES customers (id) ON DELETE SET NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'preparing', 'ready', 'completed', 'cancelled')),
  payment_method TEXT NOT NULL CHECK (payment_method IN ('cash', 'card', 'mobile')),
  subtotal INTEGER NOT NULL CHECK (subtotal >= 0),
  discount_amount INTEGER NOT NULL DEFAULT 0 CHECK (discount_amount BETWEEN 0 AND subtotal),
  discount_id INTEGER REFERENCES discounts (id),
  discount_name TEXT,
  tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 1000000),
  tax_amount INTEGER NOT NULL CHECK (tax_amount >= 0),
  total INTEGER NOT NULL,
  shift_id INTEGER REFERENCES shifts (id),
  notes TEXT,
  -- Stamped when the order is made; a later change of zone or cut-over does not move it.
  business_date TEXT NOT NULL,
  local_hour INTEGER NOT NULL CHECK (local_hour BETWEEN 0 AND 23),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  items_count INTEGER NOT NULL CHECK (items_count >= 0),
  source TEXT NOT NULL DEFAULT 'sale' CHECK (source IN ('sale', 'import')),
  created_by TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- A deleted order is gone from every view, but its number and its audit rows stay.
  deleted_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (total = subtotal - discount_amount + tax_amount)
) STRICT;
-- deleted_at stands in each of them because SQLite takes a partial index as covering only with the columns that the query names.
CREATE INDEX orders_created ON orders (created_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_status ON orders (status, created_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_method ON orders (payment_method, created_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_customer ON orders (customer_id, status, total, created_at, deleted_at) WHERE deleted_at IS NULL AND customer_id IS NOT NULL;
CREATE INDEX orders_customer_fk ON orders (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX orders_shift ON orders (shift_id, status, payment_method, total, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_discount ON orders (discount_id) WHERE discount_id IS NOT NULL;
-- Covers the dashboards: one range scan gives revenue, counts, hours, tenders and customers of a period.
CREATE INDEX orders_day ON orders (
  business_date, status, local_hour, weekday, payment_method, customer_id, items_count, total, tax_amount, discount_amount,
  deleted_at
) WHERE deleted_at IS NULL;

CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  item_id INTEGER NOT NULL REFERENCES items (id),
  item_name TEXT NOT NULL,
  category_id INTEGER NOT NULL,
  category_name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  subtotal INTEGER NOT NULL CHECK (subtotal >= 0),
  discount_share INTEGER NOT NULL CHECK (discount_share BETWEEN 0 AND subtotal),
  tax_share INTEGER NOT NULL CHECK (tax_share >= 0),
  notes TEXT
) STRICT;
CREATE INDEX order_lines_order ON order_lines (order_id);
CREATE INDEX order_lines_item ON order_lines (item_id);

CREATE TABLE order_line_addons (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_line_id INTEGER NOT NULL REFERENCES order_lines (id),
  addon_id INTEGER NOT NULL REFERENCES addons (id),
  addon_name TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0)
) STRICT;
CREATE INDEX order_line_addons_line ON order_line_addons (order_line_id);
CREATE INDEX order_line_addons_addon ON order_line_addons (addon_id);

-- The last number given out on each business day; never goes back, so a number is never given twice.
CREATE TABLE order_numbers (
  business_date TEXT PRIMARY KEY,
  first_number INTEGER NOT NULL DEFAULT 1,
  last_number INTEGER NOT NULL CHECK (last_number >= 0)
) STRICT, WITHOUT ROWID;

-- Append-only. For a limited item the sum is items.stock_qty, for an unlimited one it is 0.
CREATE TABLE stock_movements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  reason TEXT NOT NULL CHECK (reason IN ('opening', 'sale', 'cancel', 'delete', 'adjustment', 'unlimited', 'receive', 'count', 'waste', 'refund')),
  order_id INTEGER REFERENCES orders (id),
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX stock_movements_item ON stock_movements (item_id, quantity);
CREATE INDEX stock_movements_order ON stock_movements (order_id, item_id, quantity) WHERE order_id IS NOT NULL;
CREATE TRIGGER stock_movements_no_update BEFORE UPDATE ON stock_movements BEGIN
  SELECT RAISE(ABORT, 'stock_movements is append-only');
END;
CREATE TRIGGER stock_movements_no_delete BEFORE DELETE ON stock_movements BEGIN
  SELECT RAISE(ABORT, 'stock_movements is append-only');
END;

-- Append-only; each row carries the hash of the row before it, so an edit or a cut shows.
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  timestamp TEXT NOT NULL,
  business_date TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  entity_id INTEGER,
  action TEXT NOT NULL,
  actor TEXT NOT NULL,
  approved_by TEXT,
  reason TEXT,
  door TEXT NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  old_values TEXT,
  new_values TEXT,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_log_entity ON audit_log (entity_type, entity_id, id);
CREATE INDEX audit_log_action ON audit_log (action, id);
CREATE INDEX audit_log_date ON audit_log (business_date, id);
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;

CREATE TABLE idempotency_keys (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

-- One row for each import into this database.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  summary TEXT NOT NULL CHECK (json_valid(summary)),
  created_at TEXT NOT NULL
) STRICT;
