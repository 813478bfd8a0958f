import type { Check } from './check.ts';

/** Part payments that went back while the order stayed: it is due again, so they are in neither of its sums. */
export const DEPOSITS_RETURNED = `SELECT id, order_id, amount FROM refunds WHERE kind = 'refund' AND NOT EXISTS (SELECT 1 FROM refund_lines WHERE refund_id = refunds.id)`;

/** What was taken for an order is the sum of its payments, no more than its total; each payment's money adds up. */
export const checkPayments: Check = (db, findings) => {
  findings.countRows(db, 'payments');
  findings.countRows(db, 'settlements');
  findings.faultsOf(
    db,
    `SELECT 'payment ' || id || ': ' || tendered || ' tendered less ' || change_given || ' change is not ' || amount || ' with rounding ' || rounding || ' and tip ' || tip AS fault
     FROM payments WHERE tendered - change_given <> amount + rounding + tip`,
  );
  findings.faultsOf(
    db,
    `SELECT 'payment ' || payments.id || ' is rounded or gave change, but ' || method || ' is not cash' AS fault
     FROM payments JOIN payment_methods ON code = method AND kind <> 'cash' WHERE rounding <> 0 OR change_given <> 0`,
  );
  findings.faultsOf(
    db,
    `SELECT 'order ' || orders.id || ': ' || paid_amount || ' of ' || total || ' is said to be paid, its payments add up to ' || coalesce(paid, 0) AS fault
     FROM orders LEFT JOIN (SELECT order_id, sum(amount) AS paid FROM (SELECT order_id, amount FROM payments UNION ALL SELECT order_id, -amount FROM (${DEPOSITS_RETURNED})) GROUP BY order_id)
       ON order_id = orders.id
     WHERE paid_amount <> coalesce(paid, 0) OR paid_amount > total`,
  );
  findings.faultsOf(
    db,
    `SELECT 'order ' || orders.id || CASE WHEN settlements.id IS NULL THEN ' is paid in full, but its sale was never counted' ELSE ' was counted as a sale, but is not paid in full' END AS fault
     FROM orders LEFT JOIN settlements ON order_id = orders.id
     WHERE (settlements.id IS NOT NULL AND paid_amount <> total)
       OR (settlements.id IS NULL AND paid_amount = total AND (total > 0 OR (status <> 'cancelled' AND deleted_at IS NULL)))`,
  );
};
