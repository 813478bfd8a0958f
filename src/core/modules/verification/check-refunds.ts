import { refundShare } from '../../../domain/refund-shares.ts';
import type { Check } from './check.ts';
import { DEPOSITS_RETURNED } from './check-payments.ts';

interface RefundedLine {
  readonly id: number;
  readonly refund_id: number;
  readonly order_line_id: number;
  readonly count: number;
  readonly subtotal: number;
  readonly discount_share: number;
  readonly tax_share: number;
  readonly quantity: number;
  readonly line_subtotal: number;
  readonly line_discount_share: number;
  readonly line_tax_share: number;
}

/** What was given back adds up by lines and by tenders, is never more than was sold or paid, and each share is exact. */
export const checkRefunds: Check = (db, findings) => {
  findings.countRows(db, 'refunds');
  findings.faultsOf(
    db,
    `SELECT 'order ' || orders.id || ': ' || refunded_amount || ' of ' || paid_amount || ' is said to be given back, its refunds add up to ' || coalesce(back, 0) AS fault
     FROM orders LEFT JOIN (SELECT order_id, sum(amount) AS back FROM refunds WHERE id NOT IN (SELECT id FROM (${DEPOSITS_RETURNED})) GROUP BY order_id) ON order_id = orders.id
     WHERE refunded_amount <> coalesce(back, 0) OR refunded_amount > paid_amount`,
  );
  findings.faultsOf(
    db,
    `SELECT 'order ' || id || ' is ' || iif(deleted_at IS NULL, 'cancelled', 'deleted') || ', but ' || (paid_amount - refunded_amount) || ' of it was never given back' AS fault
     FROM orders WHERE (deleted_at IS NOT NULL OR status = 'cancelled') AND paid_amount <> refunded_amount`,
  );
  findings.faultsOf(
    db,
    `SELECT 'refund ' || refunds.id || ': its lines do not add up to ' || refunds.subtotal || ', discount ' || discount_amount || ', tax ' || tax_amount AS fault
     FROM refunds LEFT JOIN refund_lines ON refund_id = refunds.id GROUP BY refunds.id
     HAVING coalesce(sum(refund_lines.subtotal), 0) <> refunds.subtotal OR coalesce(sum(discount_share), 0) <> discount_amount OR coalesce(sum(tax_share), 0) <> tax_amount`,
  );
  findings.faultsOf(
    db,
    `SELECT 'refund ' || refunds.id || ': its tenders do not add up to ' || refunds.amount || ' and a tip of ' || refunds.tip AS fault
     FROM refunds LEFT JOIN refund_tenders ON refund_id = refunds.id GROUP BY refunds.id
     HAVING coalesce(sum(refund_tenders.amount), 0) <> refunds.amount OR coalesce(sum(refund_tenders.tip), 0) <> refunds.tip`,
  );
  findings.faultsOf(
    db,
    `SELECT 'refund ' || refunds.id || ' gives back a line of another order' AS fault FROM refunds JOIN refund_lines ON refund_id = refunds.id
     LEFT JOIN order_lines ON order_lines.id = order_line_id WHERE order_lines.order_id IS NOT refunds.order_id GROUP BY refunds.id`,
  );
  findings.faultsOf(
    db,
    `SELECT 'order ' || taken.order_id || ': tips of ' || back || ' were given back, but only ' || tips || ' were taken' AS fault
     FROM (SELECT order_id, sum(tip) AS tips FROM payments GROUP BY order_id) AS taken
     JOIN (SELECT order_id, sum(tip) AS back FROM refunds GROUP BY order_id) AS given ON given.order_id = taken.order_id WHERE back > tips`,
  );
  let line = 0;
  let refunded = 0;
  const rows = db.raw.prepare<[], RefundedLine>(
    `SELECT refund_lines.id, refund_id, order_line_id, refund_lines.quantity AS count, refund_lines.subtotal, refund_lines.discount_share, refund_lines.tax_share,
       order_lines.quantity, order_lines.subtotal AS line_subtotal, order_lines.discount_share AS line_discount_share, order_lines.tax_share AS line_tax_share
     FROM refund_lines JOIN order_lines ON order_lines.id = order_line_id ORDER BY order_line_id, refund_lines.id`,
  );
  for (const row of rows.iterate()) {
    findings.checked += 1;
    if (row.order_line_id !== line) refunded = 0;
    line = row.order_line_id;
    const sold = {
      quantity: row.quantity,
      refunded,
      subtotal: row.line_subtotal,
      discount_share: row.line_discount_share,
      tax_share: row.line_tax_share,
    };
    refunded += row.count;
    if (refunded > row.quantity) {
      findings.fault(`line ${line}: ${refunded} were given back of ${row.quantity}`);
      continue;
    }
    const share = refundShare(sold, row.count);
    if (share.subtotal !== row.subtotal || share.discount_share !== row.discount_share || share.tax_share !== row.tax_share) {
      findings.fault(
        `refund ${row.refund_id}: ${row.subtotal}, ${row.discount_share}, ${row.tax_share} is not the share of ${row.count} of line ${line}`,
      );
    }
  }
};

/** Refund numbers carry their business day and run from 1 without a gap; the day's counter stands at the last. */
export const checkRefundNumbers: Check = (db, findings) => {
  findings.countRows(db, 'refund_numbers');
  findings.faultsOf(
    db,
    `SELECT 'refund ' || id || ' has the number ' || refund_number || ' on ' || business_date AS fault FROM refunds
     WHERE refund_number <> 'PHI-R-' || replace(business_date, '-', '') || '-' || printf('%04d', CAST(substr(refund_number, 16) AS INTEGER))`,
  );
  findings.faultsOf(
    db,
    `WITH days AS (
       SELECT business_date AS day, count(*) AS refunds, min(CAST(substr(refund_number, 16) AS INTEGER)) AS lowest,
         max(CAST(substr(refund_number, 16) AS INTEGER)) AS highest FROM refunds GROUP BY business_date
     )
     SELECT coalesce(day, business_date) || ': refund numbers 1 to ' || coalesce(last_number, 0) || ' were given, ' || coalesce(refunds, 0) || ' refunds have '
       || coalesce(lowest, 0) || ' to ' || coalesce(highest, 0) AS fault
     FROM refund_numbers FULL JOIN days ON day = business_date
     WHERE lowest IS NOT 1 OR highest IS NOT last_number OR refunds IS NOT last_number ORDER BY 1`,
  );
};
