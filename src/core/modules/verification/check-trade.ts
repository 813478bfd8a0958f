import type { Check } from './check.ts';

/**
 * Our own numbers carry their business day, and on each day run from the first to the last without a gap; deleted orders
 * keep theirs. A day's counter is at its highest number, imported ones included, so that none is given twice.
 */
export const checkOrderNumbers: Check = (db, findings) => {
  findings.countRows(db, 'orders');
  const own = "source = 'sale'";
  findings.faultsOf(
    db,
    `SELECT 'order ' || id || ' has the number ' || order_number || ' on ' || business_date AS fault FROM orders WHERE ${own}
     AND order_number <> 'PHI-' || replace(business_date, '-', '') || '-' || printf('%04d', CAST(substr(order_number, 14) AS INTEGER))`,
  );
  findings.faultsOf(
    db,
    "SELECT 'the number ' || order_number || ' was given ' || count(*) || ' times' AS fault FROM orders GROUP BY order_number HAVING count(*) > 1",
  );
  findings.faultsOf(
    db,
    `WITH days AS (
       SELECT business_date AS day, count(*) AS orders, min(CAST(substr(order_number, 14) AS INTEGER)) AS lowest,
         max(CAST(substr(order_number, 14) AS INTEGER)) AS highest FROM orders WHERE ${own} GROUP BY business_date
     )
     SELECT coalesce(day, business_date) || ': ' || CASE
         WHEN business_date IS NULL THEN 'has orders, but no counter'
         WHEN day IS NULL THEN 'numbers ' || first_number || ' to ' || last_number || ' were given, but no order has them'
         ELSE 'numbers ' || first_number || ' to ' || last_number || ' were given, ' || orders || ' orders have ' || lowest || ' to ' || highest
       END AS fault
     FROM order_numbers FULL JOIN days ON day = business_date
     WHERE business_date IS NULL OR (day IS NULL AND last_number >= first_number)
       OR (day IS NOT NULL AND (lowest <> first_number OR highest <> last_number OR orders <> last_number - first_number + 1))
     ORDER BY 1`,
  );
  findings.faultsOf(
    db,
    `SELECT 'the imported number ' || order_number || ' is above the counter of its day' AS fault FROM orders
     LEFT JOIN order_numbers ON order_numbers.business_date = substr(order_number, 5, 4) || '-' || substr(order_number, 9, 2) || '-' || substr(order_number, 11, 2)
     WHERE source = 'import' AND order_number GLOB 'PHI-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9]*'
       AND CAST(substr(order_number, 14) AS INTEGER) > coalesce(last_number, 0)`,
  );
};

/** Orders add up: lines to subtotal, shares to discount and tax, tax by its rate. A deleted order has lines only where it was paid for. */
export const checkOrders: Check = (db, findings) => {
  findings.countRows(db, 'order_lines');
  findings.faultsOf(
    db,
    "SELECT 'order ' || id || ': its total is not subtotal - discount + tax' AS fault FROM orders WHERE total <> subtotal - discount_amount + tax_amount",
  );
  findings.faultsOf(
    db,
    `SELECT 'order ' || orders.id || ': its lines add up to ' || coalesce(sum(order_lines.subtotal), 0) || ', discount ' || coalesce(sum(discount_share), 0)
         || ', tax ' || coalesce(sum(tax_share), 0) || ', ' || coalesce(sum(quantity), 0) || ' items; the order says ' || orders.subtotal || ', '
         || discount_amount || ', ' || tax_amount || ', ' || items_count AS fault
     FROM orders LEFT JOIN order_lines ON order_lines.order_id = orders.id WHERE deleted_at IS NULL OR paid_amount > 0 GROUP BY orders.id
     HAVING coalesce(sum(order_lines.subtotal), 0) <> orders.subtotal OR coalesce(sum(discount_share), 0) <> discount_amount
       OR coalesce(sum(tax_share), 0) <> tax_amount OR coalesce(sum(quantity), 0) <> items_count`,
  );
  findings.faultsOf(
    db,
    `SELECT 'line ' || order_lines.id || ' of order ' || order_id || ': ' || order_lines.subtotal || ' is not its prices times its quantity' AS fault
     FROM order_lines JOIN orders ON orders.id = order_id AND source = 'sale'
     WHERE order_lines.subtotal <> quantity * (unit_price
       + coalesce((SELECT sum(price) FROM order_line_addons WHERE order_line_id = order_lines.id), 0))`,
  );
  findings.faultsOf(
    db,
    `SELECT 'line ' || id || ' of order ' || order_id || ': its own discount of ' || line_discount || ' does not fit ' || discount_share || ' of ' || subtotal AS fault
     FROM order_lines WHERE line_discount < 0 OR line_discount > discount_share OR (line_discount > 0 AND line_discount_kind IS NULL)
       OR (line_discount_kind = 'comp' AND line_discount <> subtotal)`,
  );
  findings.faultsOf(
    db,
    `SELECT 'order ' || id || ': a tax of ' || tax_amount || ' on ' || (subtotal - discount_amount) || ' is not its rate of ' || tax_rate || ' ppm' AS fault
     FROM orders WHERE source = 'sale' AND tax_amount <> ((subtotal - discount_amount) * tax_rate * 2 + 1000000) / 2000000`,
  );
  findings.faultsOf(
    db,
    "SELECT 'order ' || orders.id || ' was deleted, but still has lines' AS fault FROM orders JOIN order_lines ON order_id = orders.id WHERE deleted_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payments WHERE payments.order_id = orders.id UNION ALL SELECT 1 FROM settlements WHERE settlements.order_id = orders.id) GROUP BY orders.id",
  );
  findings.faultsOf(
    db,
    "SELECT 'order ' || id || ': ' || business_date || ' is not weekday ' || weekday AS fault FROM orders WHERE weekday <> CAST(strftime('%w', business_date) AS INTEGER)",
  );
};
