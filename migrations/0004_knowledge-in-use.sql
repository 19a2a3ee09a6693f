CREATE TABLE "article_feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"article_id" text,
	"version" integer,
	"call_id" text,
	"question" text,
	"note" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision" text,
	"once_key" text NOT NULL,
	CONSTRAINT "article_feedback_once_key_unique" UNIQUE("once_key")
);
--> statement-breakpoint
CREATE TABLE "gap_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"gap_id" text,
	"source" text NOT NULL,
	"call_id" text,
	"question" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"once_key" text NOT NULL,
	CONSTRAINT "gap_questions_once_key_unique" UNIQUE("once_key")
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"question" text NOT NULL,
	"questions" integer NOT NULL,
	"calls" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"article_id" text,
	"note" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hit_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"set_id" text NOT NULL,
	"ord" integer NOT NULL,
	"text" text NOT NULL,
	"expected" text[] NOT NULL,
	"at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hit_results" (
	"run_id" text NOT NULL,
	"question_id" text NOT NULL,
	"ord" integer NOT NULL,
	"text" text NOT NULL,
	"expected" text[] NOT NULL,
	"rank" integer,
	"ok" boolean NOT NULL,
	"abstained" boolean NOT NULL,
	"hits" jsonb NOT NULL,
	CONSTRAINT "hit_results_run_id_question_id_pk" PRIMARY KEY("run_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "hit_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"set_id" text NOT NULL,
	"cause" text NOT NULL,
	"state" text NOT NULL,
	"requested_by_name" text,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"failure" text,
	"totals" jsonb
);
--> statement-breakpoint
CREATE TABLE "hit_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quiz_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"quiz_id" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"answer" text NOT NULL,
	"ok" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quizzes" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"choices" text[] NOT NULL,
	"answer" text NOT NULL,
	"quote" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "quizzes_once" UNIQUE("article_id","version","question")
);
--> statement-breakpoint
CREATE TABLE "recalls" (
	"id" text PRIMARY KEY NOT NULL,
	"told_id" text NOT NULL,
	"call_id" text NOT NULL,
	"article_id" text NOT NULL,
	"old_version" integer NOT NULL,
	"new_version" integer,
	"state" text NOT NULL,
	"changes" jsonb NOT NULL,
	"present" text,
	"matters" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"note" text,
	"done_by_name" text,
	"done_at" timestamp with time zone,
	"result" text,
	CONSTRAINT "recalls_told_id_unique" UNIQUE("told_id")
);
--> statement-breakpoint
CREATE TABLE "shown_answers" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"question" text NOT NULL,
	"heard" integer NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"quote" text NOT NULL,
	"text" text NOT NULL,
	"utterance" integer,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "gap_questions" ADD CONSTRAINT "gap_questions_gap_id_gaps_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."gaps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hit_questions" ADD CONSTRAINT "hit_questions_set_id_hit_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."hit_sets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hit_results" ADD CONSTRAINT "hit_results_run_id_hit_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."hit_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hit_runs" ADD CONSTRAINT "hit_runs_set_id_hit_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."hit_sets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_answers" ADD CONSTRAINT "quiz_answers_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_told_id_told_answers_id_fk" FOREIGN KEY ("told_id") REFERENCES "public"."told_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_feedback_state" ON "article_feedback" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "article_feedback_article" ON "article_feedback" USING btree ("article_id","kind");--> statement-breakpoint
CREATE INDEX "gap_questions_gap" ON "gap_questions" USING btree ("gap_id","at");--> statement-breakpoint
CREATE INDEX "gap_questions_call" ON "gap_questions" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "gaps_state" ON "gaps" USING btree ("state","calls","last_at");--> statement-breakpoint
CREATE INDEX "hit_questions_set" ON "hit_questions" USING btree ("set_id","ord");--> statement-breakpoint
CREATE INDEX "hit_runs_set" ON "hit_runs" USING btree ("set_id","requested_at");--> statement-breakpoint
CREATE INDEX "hit_runs_state" ON "hit_runs" USING btree ("state");--> statement-breakpoint
CREATE INDEX "quiz_answers_by" ON "quiz_answers" USING btree ("by");--> statement-breakpoint
CREATE INDEX "quiz_answers_quiz" ON "quiz_answers" USING btree ("quiz_id");--> statement-breakpoint
CREATE INDEX "quizzes_state" ON "quizzes" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "recalls_state" ON "recalls" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "recalls_article" ON "recalls" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "recalls_call" ON "recalls" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "shown_answers_call" ON "shown_answers" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "shown_answers_at" ON "shown_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "told_answers_call" ON "told_answers" USING btree ("call_id","at");--> statement-breakpoint
CREATE INDEX "told_answers_article" ON "told_answers" USING btree ("article_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "told_answers_once" ON "told_answers" USING btree ("call_id","article_id","version",md5("quote")) WHERE "told_answers"."undone_at" is null;