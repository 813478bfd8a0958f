import BetterSqlite3 from 'better-sqlite3';

/** Tables as the original backend makes them; the column types are what its file says, the rows are our own. */
const TABLES = `
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE categories (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL, description TEXT, display_order INTEGER NOT NULL,
  is_active BOOLEAN NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE UNIQUE INDEX ix_categories_name ON categories (name);
CREATE TABLE items (id INTEGER NOT NULL PRIMARY KEY, category_id INTEGER NOT NULL REFERENCES categories (id), name VARCHAR(200) NOT NULL,
  description TEXT, price FLOAT NOT NULL, image_url VARCHAR(500), is_available BOOLEAN NOT NULL, stock_qty INTEGER NOT NULL,
  created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE TABLE addons (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL, price FLOAT NOT NULL, is_available BOOLEAN NOT NULL,
  created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE UNIQUE INDEX ix_addons_name ON addons (name);
CREATE TABLE customers (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(200) NOT NULL, phone VARCHAR(20), email VARCHAR(200),
  total_orders INTEGER NOT NULL, total_spent FLOAT NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE UNIQUE INDEX ix_customers_phone ON customers (phone);
CREATE TABLE discounts (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, value FLOAT NOT NULL,
  is_active BOOLEAN NOT NULL, start_date DATETIME, end_date DATETIME, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE TABLE shifts (id INTEGER NOT NULL PRIMARY KEY, opened_at DATETIME NOT NULL, closed_at DATETIME, opening_cash FLOAT NOT NULL,
  closing_cash FLOAT, status VARCHAR(10) NOT NULL, notes TEXT);
CREATE TABLE expenses (id INTEGER NOT NULL PRIMARY KEY, category VARCHAR(100) NOT NULL, description TEXT, amount FLOAT NOT NULL,
  date DATETIME NOT NULL, shift_id INTEGER REFERENCES shifts (id), created_at DATETIME NOT NULL);
CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY, order_number VARCHAR(20) NOT NULL, customer_id INTEGER REFERENCES customers (id),
  status VARCHAR(20) NOT NULL, payment_method VARCHAR(20) NOT NULL, subtotal FLOAT NOT NULL, tax_amount FLOAT NOT NULL,
  discount_amount FLOAT NOT NULL, discount_id INTEGER REFERENCES discounts (id), total FLOAT NOT NULL,
  shift_id INTEGER REFERENCES shifts (id), notes TEXT, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL);
CREATE TABLE order_items (id INTEGER NOT NULL PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES items (id), quantity INTEGER NOT NULL, unit_price FLOAT NOT NULL, subtotal FLOAT NOT NULL);
CREATE TABLE order_item_addons (id INTEGER NOT NULL PRIMARY KEY, order_item_id INTEGER NOT NULL REFERENCES order_items (id) ON DELETE CASCADE,
  addon_id INTEGER NOT NULL REFERENCES addons (id), price FLOAT NOT NULL);
CREATE TABLE audit_logs (id INTEGER NOT NULL PRIMARY KEY, entity_type VARCHAR(50) NOT NULL, entity_id INTEGER, action VARCHAR(10) NOT NULL,
  old_values TEXT, new_values TEXT, ip_address VARCHAR(45), user_agent VARCHAR(500), timestamp DATETIME NOT NULL);
`;

const MADE = "'2026-03-01 09:00:00.000001', '2026-03-01 09:00:00.000002'";

/** A corner shop with four orders of 10 and 11 March 2026, taxed at 8 percent. */
const ROWS = `
INSERT INTO alembic_version VALUES ('2dc8b42456eb');
INSERT INTO categories VALUES (1, 'Brews', 'From the machine', 1, 1, ${MADE}), (4, 'Counter', NULL, 2, 1, ${MADE});
INSERT INTO items VALUES
  (1, 1, 'Flat white', 'Two shots', 4.2, NULL, 1, -1, ${MADE}),
  (2, 4, 'Rye toast', NULL, 3.75, NULL, 1, 8, ${MADE}),
  (7, 4, 'Lemonade', NULL, 5.0, NULL, 0, 0, ${MADE});
INSERT INTO addons VALUES (1, 'Extra dose', 0.75, 1, ${MADE}), (2, 'Honey', 0.5, 1, ${MADE});
INSERT INTO customers VALUES (1, 'Ida Ås', '+47 900 10 001', NULL, 1, 10.69, ${MADE}), (3, 'Ben Ode', NULL, 'ben@example.net', 1, 15.66, ${MADE});
INSERT INTO discounts VALUES
  (1, 'Neighbours', 'percentage', 10.0, 1, NULL, NULL, ${MADE}),
  (2, 'Two back', 'flat', 2.0, 1, '2026-01-01 00:00:00.000000', '2026-12-31 23:59:59.000000', ${MADE});
INSERT INTO shifts VALUES
  (1, '2026-03-10 06:00:00.868659', '2026-03-10 14:00:00.868659', 150.0, 160.69, 'closed', 'Early'),
  (2, '2026-03-11 06:00:00.000000', NULL, 150.0, NULL, 'open', NULL);
INSERT INTO expenses VALUES
  (1, 'milk', 'Ten litres', 12.4, '2026-03-10 09:30:00.000000', 1, '2026-03-10 09:30:01.000000'),
  (2, 'rent', NULL, 900.0, '2026-03-10 23:30:00.000000', NULL, '2026-03-10 23:30:00.000000');
INSERT INTO orders VALUES
  (1, 'PHI-20260310-0001', 1, 'completed', 'cash', 9.9, 0.79, 0.0, NULL, 10.69, 1, NULL, '2026-03-10 08:15:00.123999', '2026-03-10 08:25:00.000000'),
  (2, 'PHI-20260310-0002', NULL, 'pending', 'card', 8.75, 0.63, 0.88, 1, 8.5, 1, 'By the window', '2026-03-10 13:40:00', '2026-03-10 13:40:00.500000'),
  (5, 'PHI-20260310-0003', 3, 'cancelled', 'mobile', 16.5, 1.16, 2.0, 2, 15.66, NULL, NULL, '2026-03-10 23:45:00.000000', '2026-03-10 23:50:00.000000'),
  (6, 'PHI-20260311-0004', NULL, 'preparing', 'cash', 3.75, 0.3, 0.0, NULL, 4.05, 2, NULL, '2026-03-11 07:00:00.000000', '2026-03-11 07:01:00.000000');
INSERT INTO order_items VALUES (1, 1, 1, 2, 4.2, 9.9), (2, 2, 2, 1, 3.75, 3.75), (3, 2, 7, 1, 5.0, 5.0), (9, 5, 7, 3, 5.0, 16.5), (10, 6, 2, 1, 3.75, 3.75);
INSERT INTO order_item_addons VALUES (1, 1, 1, 0.75), (4, 9, 2, 0.5);
INSERT INTO audit_logs VALUES
  (1, 'Categorie', NULL, 'create', NULL, '{"name":"Counter"}', '127.0.0.1', 'curl/8', '2026-03-10 05:59:00.100200'),
  (2, 'Order', 6, 'update', NULL, 'not json {', '127.0.0.1', NULL, '2026-03-11 07:01:00.000000');
`;

/** Writes a small database as the original backend leaves it; `change` may spoil it before it is closed. */
export const writeOriginal = (file: string, change: (db: BetterSqlite3.Database) => void = () => {}): string => {
  const db = new BetterSqlite3(file);
  db.exec(TABLES);
  db.exec(ROWS);
  change(db);
  db.close();
  return file;
};
