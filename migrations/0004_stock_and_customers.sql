-- What was counted and received; customers that were merged or anonymised, and what was erased for it.

-- What a delivery cost for each piece (minor units), who brought it, and the number on its paper.
ALTER TABLE stock_movements ADD COLUMN unit_cost INTEGER CHECK (unit_cost >= 0);
ALTER TABLE stock_movements ADD COLUMN supplier TEXT;
ALTER TABLE stock_movements ADD COLUMN reference TEXT;
-- In the order of their ids, so that a running balance is a range of the index.
DROP INDEX stock_movements_item;
CREATE INDEX stock_movements_item ON stock_movements (item_id, id, quantity);
-- Sales are nearly all of them: everything else is found without reading past those.
CREATE INDEX stock_movements_acts ON stock_movements (reason, id) WHERE reason <> 'sale';

-- What was counted, also where nothing had to be moved. Append-only.
CREATE TABLE stock_counts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL,
  -- What the program said when the goods were counted, and what was found then.
  seen INTEGER NOT NULL CHECK (seen >= 0),
  counted INTEGER NOT NULL CHECK (counted >= 0),
  -- The stock before and after the count was put in: it differs from the two above by what was sold meanwhile.
  stock_before INTEGER NOT NULL CHECK (stock_before >= 0),
  stock_after INTEGER NOT NULL CHECK (stock_after >= 0),
  movement_id INTEGER REFERENCES stock_movements (id),
  note TEXT,
  counted_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK (stock_after = max(0, stock_before + counted - seen)),
  CHECK ((movement_id IS NULL) = (stock_after = stock_before))
) STRICT;
CREATE INDEX stock_counts_item ON stock_counts (item_id, id);
CREATE INDEX stock_counts_movement ON stock_counts (movement_id) WHERE movement_id IS NOT NULL;
CREATE TRIGGER stock_counts_no_update BEFORE UPDATE ON stock_counts BEGIN SELECT RAISE(ABORT, 'stock_counts is append-only'); END;
CREATE TRIGGER stock_counts_no_delete BEFORE DELETE ON stock_counts BEGIN SELECT RAISE(ABORT, 'stock_counts is append-only'); END;

ALTER TABLE customers ADD COLUMN anonymised_at TEXT;

-- Where a customer went that was merged into another: always to the one that is there now.
CREATE TABLE customer_merges (
  merged_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL CHECK (customer_id <> merged_id),
  merged_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX customer_merges_into ON customer_merges (customer_id);

-- What stands in an audit row or a kept paper since personal data was erased from it. Append-only. The act's own audit row
-- carries a digest over all of them, so that an erasure is as hard to forge as an audit row.
CREATE TABLE redactions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  act_id INTEGER NOT NULL REFERENCES audit_log (id),
  audit_id INTEGER REFERENCES audit_log (id),
  print_id INTEGER REFERENCES prints (id),
  content_hash TEXT NOT NULL,
  CHECK ((audit_id IS NULL) <> (print_id IS NULL)),
  CHECK (audit_id < act_id)
) STRICT;
CREATE INDEX redactions_act ON redactions (act_id);
CREATE INDEX redactions_audit ON redactions (audit_id, act_id) WHERE audit_id IS NOT NULL;
CREATE INDEX redactions_print ON redactions (print_id, act_id) WHERE print_id IS NOT NULL;
CREATE TRIGGER redactions_no_update BEFORE UPDATE ON redactions BEGIN SELECT RAISE(ABORT, 'redactions is append-only'); END;
CREATE TRIGGER redactions_no_delete BEFORE DELETE ON redactions BEGIN SELECT RAISE(ABORT, 'redactions is append-only'); END;

-- An audit row changes only in its values, and only while the act that erases from it is the newest row.
DROP TRIGGER audit_log_no_update;
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
WHEN NOT (
  NEW.id = OLD.id AND NEW.timestamp = OLD.timestamp AND NEW.business_date = OLD.business_date AND NEW.entity_type = OLD.entity_type
  AND NEW.entity_id IS OLD.entity_id AND NEW.action = OLD.action AND NEW.actor = OLD.actor AND NEW.approved_by IS OLD.approved_by
  AND NEW.reason IS OLD.reason AND NEW.door = OLD.door AND NEW.ip_address IS OLD.ip_address AND NEW.user_agent IS OLD.user_agent
  AND NEW.hash = OLD.hash AND EXISTS (SELECT 1 FROM redactions WHERE audit_id = OLD.id AND act_id = (SELECT max(id) FROM audit_log))
) BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;

DROP TRIGGER prints_no_update;
CREATE TRIGGER prints_no_update BEFORE UPDATE ON prints
WHEN NOT (
  NEW.id = OLD.id AND NEW.document = OLD.document AND NEW.document_id = OLD.document_id AND NEW.copy = OLD.copy AND NEW.amount = OLD.amount
  AND NEW.target = OLD.target AND NEW.shift_id IS OLD.shift_id AND NEW.printed_by = OLD.printed_by AND NEW.created_at = OLD.created_at
  AND EXISTS (SELECT 1 FROM redactions WHERE print_id = OLD.id AND act_id = (SELECT max(id) FROM audit_log))
) BEGIN
  SELECT RAISE(ABORT, 'prints is append-only');
END;
