CREATE SEQUENCE "public"."passage_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "posting_segments" (
	"id" serial PRIMARY KEY NOT NULL,
	"passages" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "word_postings" (
	"word" text NOT NULL,
	"segment_id" integer NOT NULL,
	"passages" integer[] NOT NULL,
	CONSTRAINT "word_postings_word_segment_id_pk" PRIMARY KEY("word","segment_id")
);
--> statement-breakpoint
DROP INDEX "passages_tokens";--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "number" integer;--> statement-breakpoint
CREATE INDEX "word_postings_segment" ON "word_postings" USING btree ("segment_id");--> statement-breakpoint
CREATE INDEX "passages_tokens" ON "passages" USING gin ("tokens") WHERE "passages"."number" is null;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_number_unique" UNIQUE("number");