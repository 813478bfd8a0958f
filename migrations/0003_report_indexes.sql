-- The reports of the back office read settled sales and stock movements by day, whatever the years that lie in the tables.
CREATE INDEX settlements_day ON settlements (business_date, order_id, settled_by);
-- Covers the count, the sum and the page of a range of movements, in the order of time.
CREATE INDEX stock_movements_time ON stock_movements (created_at, id, reason, item_id, quantity);
