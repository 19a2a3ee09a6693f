CREATE TABLE "answer_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"article_id" text NOT NULL,
	"source" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_learned" (
	"id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"rows" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"learned_at" timestamp with time zone NOT NULL
);
