CREATE TABLE "callback_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"result" text NOT NULL,
	"call_id" text,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "callback_attempts_moment" UNIQUE("case_id","at")
);
--> statement-breakpoint
CREATE TABLE "callback_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"contact" text,
	"caller_name" text,
	"kind" text,
	"agency" text,
	"street" text,
	"item" text,
	"completed_at" timestamp with time zone NOT NULL,
	"confidential" boolean NOT NULL,
	"refuses_callback" boolean NOT NULL,
	"sealed" boolean DEFAULT false NOT NULL,
	"sealed_why" text,
	"state" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "callback_results" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"call_id" text,
	"script" text NOT NULL,
	"answers" jsonb NOT NULL,
	"differences" jsonb NOT NULL,
	"difference_reason" text,
	"by_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"call_id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"duration_ms" integer,
	"channels" integer,
	"sample_rate" integer,
	"waveform" text NOT NULL,
	"waveform_why" text,
	"peaks_per_sec" real,
	"peaks" jsonb,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qa_appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"item" text NOT NULL,
	"words" text NOT NULL,
	"utterance" integer,
	"at_ms" integer,
	"state" text NOT NULL,
	"outcome" text,
	"agent_id" text NOT NULL,
	"by_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decided_by_id" text,
	"decided_by" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "qa_calibrations" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"call_ids" jsonb NOT NULL,
	"reviewers" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "qa_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"item" text NOT NULL,
	"verdict" text NOT NULL,
	"deduction" real NOT NULL,
	"reason" text,
	"utterances" jsonb NOT NULL,
	"at_ms" integer,
	"engine_verdict" text NOT NULL,
	"rules_version" text NOT NULL,
	"kind" text NOT NULL,
	"task_id" text,
	"by_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qa_item_states" (
	"item" text PRIMARY KEY NOT NULL,
	"decided" integer NOT NULL,
	"agreed" integer NOT NULL,
	"mode" text NOT NULL,
	"reason" text,
	"is_hint_only" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qa_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"call_id" text,
	"item" text,
	"words" text NOT NULL,
	"utterance" integer,
	"at_ms" integer,
	"by_id" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "qa_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"month" text NOT NULL,
	"method" text NOT NULL,
	"per_agent" integer NOT NULL,
	"reviews" integer NOT NULL,
	"seed" text NOT NULL,
	"filter" jsonb NOT NULL,
	"population" integer NOT NULL,
	"drawn" integer NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qa_rescores" (
	"id" text PRIMARY KEY NOT NULL,
	"rules_version" text NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer NOT NULL,
	"changed" integer NOT NULL,
	"cursor" text NOT NULL,
	"worked_ms" integer NOT NULL,
	"failure" text,
	"by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "qa_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"plan_id" text,
	"calibration_id" text,
	"slot" integer NOT NULL,
	"reviewer_id" text,
	"reviewer" text,
	"risk" real NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "qa_tasks_plan_call" UNIQUE("plan_id","call_id","slot")
);
--> statement-breakpoint
CREATE TABLE "qa_old_scores" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"score" real,
	"band" real,
	"items" jsonb NOT NULL,
	"rules_version" text NOT NULL,
	"scored_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qa_seats" (
	"agent_id" text PRIMARY KEY NOT NULL,
	"name" text,
	"team" text,
	"is_dialect" boolean DEFAULT false NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "direction" text DEFAULT 'inbound' NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "started_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "agent_id" text;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "agency" text;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "final_score" real;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "final_band" real;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "deducted" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "pending" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "decided" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "risk" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "risk_why" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "leading_risk" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "qa_scores" ADD COLUMN "acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callback_attempts" ADD CONSTRAINT "callback_attempts_case_id_callback_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."callback_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback_results" ADD CONSTRAINT "callback_results_case_id_callback_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."callback_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qa_decisions" ADD CONSTRAINT "qa_decisions_task_id_qa_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."qa_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qa_tasks" ADD CONSTRAINT "qa_tasks_plan_id_qa_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."qa_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qa_tasks" ADD CONSTRAINT "qa_tasks_calibration_id_qa_calibrations_id_fk" FOREIGN KEY ("calibration_id") REFERENCES "public"."qa_calibrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callback_attempts_at" ON "callback_attempts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "callback_cases_state" ON "callback_cases" USING btree ("state","completed_at");--> statement-breakpoint
CREATE INDEX "callback_cases_sealed" ON "callback_cases" USING btree ("id") WHERE "callback_cases"."sealed";--> statement-breakpoint
CREATE INDEX "callback_results_case" ON "callback_results" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "callback_results_at" ON "callback_results" USING btree ("at");--> statement-breakpoint
CREATE INDEX "recordings_waveform" ON "recordings" USING btree ("waveform","added_at");--> statement-breakpoint
CREATE INDEX "qa_appeals_agent" ON "qa_appeals" USING btree ("agent_id","at");--> statement-breakpoint
CREATE INDEX "qa_appeals_call" ON "qa_appeals" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "qa_appeals_open" ON "qa_appeals" USING btree ("call_id","item") WHERE "qa_appeals"."state" = '待处理';--> statement-breakpoint
CREATE INDEX "qa_decisions_call" ON "qa_decisions" USING btree ("call_id","at");--> statement-breakpoint
CREATE INDEX "qa_decisions_item" ON "qa_decisions" USING btree ("item","at");--> statement-breakpoint
CREATE INDEX "qa_notes_agent" ON "qa_notes" USING btree ("agent_id","at");--> statement-breakpoint
CREATE INDEX "qa_tasks_queue" ON "qa_tasks" USING btree ("state","risk");--> statement-breakpoint
CREATE INDEX "qa_tasks_reviewer" ON "qa_tasks" USING btree ("reviewer_id","state");--> statement-breakpoint
CREATE INDEX "qa_tasks_call" ON "qa_tasks" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "qa_old_scores_call" ON "qa_old_scores" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "qa_scores_risk" ON "qa_scores" USING btree ("risk","call_id");--> statement-breakpoint
CREATE INDEX "qa_scores_started" ON "qa_scores" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "qa_scores_agent" ON "qa_scores" USING btree ("agent_id","started_at");--> statement-breakpoint
CREATE INDEX "qa_scores_version" ON "qa_scores" USING btree ("rules_version","call_id");--> statement-breakpoint
UPDATE "qa_scores" SET "direction" = c."direction", "started_at" = c."started_at", "agent_id" = c."agent_id", "title" = coalesce(o."title", c."callback_order"->>'title'), "agency" = coalesce(o."agencies"->>'lead', c."callback_order"->>'organizer'), "category" = o."category"->>'item', "final_score" = "score", "final_band" = "band", "deducted" = coalesce((SELECT jsonb_agg(i->>'item') FROM jsonb_array_elements("items") i WHERE i->>'verdict' = '扣分'), '[]'::jsonb) FROM "calls" c LEFT JOIN "orders" o ON o."call_id" = c."id" WHERE c."id" = "qa_scores"."call_id";
