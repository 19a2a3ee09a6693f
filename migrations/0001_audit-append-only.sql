CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit_log is append only';
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log"
	FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();--> statement-breakpoint
-- The chain's last row, ours until the commit: each statement of a function sees what was committed before the lock was got.
CREATE FUNCTION audit_tail() RETURNS TABLE (seq bigint, hash text) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(12345);
	RETURN QUERY SELECT a.seq, a.hash FROM audit_log a ORDER BY a.seq DESC LIMIT 1;
END
$$;
