import type { Check } from './check.ts';

/** Who was merged away is gone and leads straight to whom they became; of the anonymised nothing personal is left. */
export const checkCustomers: Check = (db, findings) => {
  findings.countRows(db, 'customers');
  findings.faultsOf(
    db,
    `SELECT 'customer ' || merged_id || ' was merged into ' || customer_merges.customer_id || ', but is still there' AS fault
     FROM customer_merges JOIN customers ON customers.id = merged_id`,
  );
  findings.faultsOf(
    db,
    `SELECT 'customer ' || one.merged_id || ' was merged into ' || one.customer_id || ', which was merged away itself' AS fault
     FROM customer_merges AS one JOIN customer_merges AS two ON two.merged_id = one.customer_id`,
  );
  findings.faultsOf(
    db,
    `SELECT 'customer ' || id || ' was anonymised, but still has a phone or an e-mail' AS fault FROM customers
     WHERE anonymised_at IS NOT NULL AND (phone IS NOT NULL OR email IS NOT NULL)`,
  );
};
