import type { Check } from './check.ts';

/** An item's stock is the sum of its movements (0 where it is unlimited), and never was below zero. */
export const checkStock: Check = (db, findings) => {
  findings.countRows(db, 'stock_movements');
  findings.faultsOf(
    db,
    `SELECT 'item ' || items.id || ' has a stock of ' || stock_qty || ', its movements say ' || moved AS fault FROM (
       SELECT items.id, items.stock_qty, coalesce((SELECT sum(quantity) FROM stock_movements WHERE item_id = items.id), 0) AS moved FROM items
     ) AS items WHERE moved <> max(stock_qty, 0) ORDER BY items.id`,
  );
  findings.faultsOf(
    db,
    `SELECT 'item ' || item_id || ' was below zero after movement ' || min(id) AS fault FROM (
       SELECT id, item_id, sum(quantity) OVER (PARTITION BY item_id ORDER BY id) AS balance FROM stock_movements
     ) WHERE balance < 0 GROUP BY item_id`,
  );
};

/** A count moved the stock by what it found, on its own item, and by nothing else. */
export const checkStockCounts: Check = (db, findings) => {
  findings.countRows(db, 'stock_counts');
  findings.faultsOf(
    db,
    `SELECT 'count ' || stock_counts.id || ' moved item ' || stock_counts.item_id || ' from ' || stock_before || ' to ' || stock_after
         || ', its movement says ' || coalesce(quantity, 0) AS fault
     FROM stock_counts LEFT JOIN stock_movements ON stock_movements.id = movement_id
     WHERE (movement_id IS NOT NULL AND (stock_movements.item_id IS NOT stock_counts.item_id OR reason IS NOT 'count'))
       OR coalesce(quantity, 0) <> stock_after - stock_before`,
  );
  findings.faultsOf(
    db,
    `SELECT 'movement ' || stock_movements.id || ' says that item ' || stock_movements.item_id || ' was counted, but no count belongs to it' AS fault
     FROM stock_movements LEFT JOIN stock_counts ON movement_id = stock_movements.id WHERE reason = 'count' AND reason <> 'sale' AND stock_counts.id IS NULL`,
  );
};
