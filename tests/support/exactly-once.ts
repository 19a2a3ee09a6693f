import type pg from "pg";

const sql = `select
  (select count(*)::int from calls) as calls,
  (select count(*)::int from calls where state = 'processed') as processed,
  (select count(*)::int from orders) as orders,
  (select count(*)::int from qa_scores) as scores,
  (select count(*)::int from audit_log where action = 'call.process') as process_rows,
  (select count(distinct target)::int from audit_log where action = 'call.process') as process_targets,
  (select count(*)::int from audit_log where action = 'order.draft') as draft_rows`;

/** What the rows say of how often every call was processed. */
export async function processingCounts(pool: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<Record<string, number>>(sql);
  return rows[0] ?? {};
}

/** What `processingCounts` is when `calls` calls, of which `callbacks` have no order, were processed exactly once. */
export const exactlyOnce = (calls: number, callbacks = 0) => ({
  calls,
  processed: calls,
  orders: calls - callbacks,
  scores: calls,
  process_rows: calls,
  process_targets: calls,
  draft_rows: calls - callbacks,
});
