-- What each business day comes to, so that a year's figures are read from its days and not from its orders. Amounts in minor units.
-- Nothing here is a fact of its own: it can be thrown away and summed again (philo sums), and `philo verify` compares it with the orders.

CREATE TABLE sales_days (
  business_date TEXT PRIMARY KEY,
  -- open: read from the orders themselves. summing: being added up; any change meanwhile makes it open again. summed: read from here.
  state TEXT NOT NULL CHECK (state IN ('open', 'summing', 'summed')),
  -- The figures hold for a summed day only. Orders and cancelled ones are of all orders, the rest of those that are not cancelled.
  orders INTEGER NOT NULL DEFAULT 0,
  completed INTEGER NOT NULL DEFAULT 0,
  cancelled INTEGER NOT NULL DEFAULT 0,
  revenue INTEGER NOT NULL DEFAULT 0,
  quantity INTEGER NOT NULL DEFAULT 0,
  discounts INTEGER NOT NULL DEFAULT 0,
  tax INTEGER NOT NULL DEFAULT 0,
  customers INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Of orders that are not cancelled. Only summed days have rows in these.
CREATE TABLE sales_day_hours (
  business_date TEXT NOT NULL,
  weekday INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (business_date, weekday, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_day_methods (
  business_date TEXT NOT NULL,
  method TEXT NOT NULL,
  orders INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (business_date, method)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_day_customers (
  business_date TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (business_date, customer_id)
) STRICT, WITHOUT ROWID;

-- Revenue of lines is their subtotal, before discount and tax. The category is the one that the item had when it was sold.
CREATE TABLE sales_day_items (
  business_date TEXT NOT NULL,
  item_id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (business_date, item_id, category_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_day_categories (
  business_date TEXT NOT NULL,
  category_id INTEGER NOT NULL,
  category_name TEXT NOT NULL,
  orders INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (business_date, category_id)
) STRICT, WITHOUT ROWID;

-- An order that is made or changed opens its day. Lines come and go with their order's row, in the same transaction. A sale of today
-- finds its day open already, so all that it pays is one look-up.
CREATE TRIGGER sales_days_order_made AFTER INSERT ON orders
WHEN NOT EXISTS (SELECT 1 FROM sales_days WHERE business_date = NEW.business_date AND state = 'open') BEGIN
  INSERT INTO sales_days (business_date, state) VALUES (NEW.business_date, 'open') ON CONFLICT (business_date) DO UPDATE SET state = 'open';
END;
CREATE TRIGGER sales_days_order_changed
AFTER UPDATE OF customer_id, status, payment_method, subtotal, discount_amount, tax_amount, total, business_date, local_hour, weekday, items_count, deleted_at
ON orders
WHEN NEW.business_date <> OLD.business_date
  OR NOT EXISTS (SELECT 1 FROM sales_days WHERE business_date = NEW.business_date AND state = 'open') BEGIN
  INSERT INTO sales_days (business_date, state) VALUES (NEW.business_date, 'open') ON CONFLICT (business_date) DO UPDATE SET state = 'open';
  UPDATE sales_days SET state = 'open' WHERE business_date = OLD.business_date AND state <> 'open';
END;
CREATE TRIGGER sales_days_order_gone AFTER DELETE ON orders BEGIN
  UPDATE sales_days SET state = 'open' WHERE business_date = OLD.business_date AND state <> 'open';
END;
CREATE TRIGGER sales_days_opened AFTER UPDATE OF state ON sales_days WHEN OLD.state = 'summed' AND NEW.state <> 'summed' BEGIN
  DELETE FROM sales_day_hours WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_methods WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_customers WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_items WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_categories WHERE business_date = NEW.business_date;
END;

INSERT INTO sales_days (business_date, state) SELECT DISTINCT business_date, 'open' FROM orders;

-- A list's page is found in the index alone, whichever of these it is filtered by.
DROP INDEX orders_created;
CREATE INDEX orders_created ON orders (created_at, id, business_date, deleted_at) WHERE deleted_at IS NULL;
DROP INDEX orders_status;
CREATE INDEX orders_status ON orders (status, created_at, id, business_date, payment_method, deleted_at) WHERE deleted_at IS NULL;
DROP INDEX orders_method;
CREATE INDEX orders_method ON orders (payment_method, created_at, id, business_date, status, deleted_at) WHERE deleted_at IS NULL;
