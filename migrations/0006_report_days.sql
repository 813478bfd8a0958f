-- What each business day comes to for the reports, beside the dashboard's figures of 0005: by the sales settled, the money that moved and
-- what came back on it (docs/adr/0010, 0016). Kept and thrown away with the day in sales_days. Amounts in minor units.

-- Lines. The person is who was paid, and for what came back who gave it back; the category is the one that the item was sold in.
CREATE TABLE settled_day_lines (
  business_date TEXT NOT NULL,
  item_id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  person TEXT NOT NULL,
  category_name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (business_date, item_id, category_id, person)
) STRICT, WITHOUT ROWID;

-- Whole sales and refunds. Hour, weekday and who took it are those of the order.
CREATE TABLE settled_day_sales (
  business_date TEXT NOT NULL,
  hour INTEGER NOT NULL,
  weekday INTEGER NOT NULL,
  tax_rate INTEGER NOT NULL,
  person TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  orders INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  discounts INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  PRIMARY KEY (business_date, hour, weekday, tax_rate, person, taken_by)
) STRICT, WITHOUT ROWID;

-- Money as it moved.
CREATE TABLE settled_day_tenders (
  business_date TEXT NOT NULL,
  method TEXT NOT NULL,
  times INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  tips INTEGER NOT NULL,
  rounding INTEGER NOT NULL,
  refunds INTEGER NOT NULL,
  PRIMARY KEY (business_date, method)
) STRICT, WITHOUT ROWID;

-- Discounts of settled sales; without a name: of single lines.
CREATE TABLE settled_day_discounts (
  business_date TEXT NOT NULL,
  discount TEXT,
  given_by TEXT,
  approved_by TEXT,
  times INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX settled_day_discounts_day ON settled_day_discounts (business_date, discount, given_by, approved_by, times, amount);

-- A sale that is settled, money that is taken and goods that come back open the day on which that happens: nearly always today, which is
-- open already. None of these rows ever changes, and neither does what is read of their order and its lines.
CREATE TRIGGER sales_days_settled AFTER INSERT ON settlements
WHEN NOT EXISTS (SELECT 1 FROM sales_days WHERE business_date = NEW.business_date AND state = 'open') BEGIN
  INSERT INTO sales_days (business_date, state) VALUES (NEW.business_date, 'open') ON CONFLICT (business_date) DO UPDATE SET state = 'open';
END;
CREATE TRIGGER sales_days_paid AFTER INSERT ON payments
WHEN NOT EXISTS (SELECT 1 FROM sales_days WHERE business_date = NEW.business_date AND state = 'open') BEGIN
  INSERT INTO sales_days (business_date, state) VALUES (NEW.business_date, 'open') ON CONFLICT (business_date) DO UPDATE SET state = 'open';
END;
CREATE TRIGGER sales_days_refunded AFTER INSERT ON refunds
WHEN NOT EXISTS (SELECT 1 FROM sales_days WHERE business_date = NEW.business_date AND state = 'open') BEGIN
  INSERT INTO sales_days (business_date, state) VALUES (NEW.business_date, 'open') ON CONFLICT (business_date) DO UPDATE SET state = 'open';
END;
DROP TRIGGER sales_days_opened;
CREATE TRIGGER sales_days_opened AFTER UPDATE OF state ON sales_days WHEN OLD.state = 'summed' AND NEW.state <> 'summed' BEGIN
  DELETE FROM sales_day_hours WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_methods WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_customers WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_items WHERE business_date = NEW.business_date;
  DELETE FROM sales_day_categories WHERE business_date = NEW.business_date;
  DELETE FROM settled_day_lines WHERE business_date = NEW.business_date;
  DELETE FROM settled_day_sales WHERE business_date = NEW.business_date;
  DELETE FROM settled_day_tenders WHERE business_date = NEW.business_date;
  DELETE FROM settled_day_discounts WHERE business_date = NEW.business_date;
END;

-- Every day is summed again, newest first and beside the till, by the program that begins to use these.
UPDATE sales_days SET state = 'open' WHERE state <> 'open';
INSERT INTO sales_days (business_date, state)
  SELECT business_date, 'open' FROM (
    SELECT business_date FROM settlements UNION SELECT business_date FROM payments UNION SELECT business_date FROM refunds
  ) WHERE true ON CONFLICT (business_date) DO NOTHING;

-- Lines that were given free are few: they are found without the sales around them.
CREATE INDEX order_lines_comps ON order_lines (order_id) WHERE line_discount_kind = 'comp';

-- What customers spent in long times is read customer by customer, without sorting all of their days.
CREATE INDEX sales_day_customers_spend ON sales_day_customers (customer_id, business_date, orders, revenue);

-- The audit's filters are answered by these alone, however many rows there are.
DROP INDEX audit_log_entity;
CREATE INDEX audit_log_thing ON audit_log (entity_type, entity_id, action, business_date, actor, approved_by);
CREATE INDEX audit_log_actor ON audit_log (actor, business_date, action);
CREATE INDEX audit_log_approver ON audit_log (approved_by, business_date, action, actor) WHERE approved_by IS NOT NULL;
