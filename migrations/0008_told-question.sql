ALTER TABLE "shown_answers" ADD COLUMN "utterance" integer;--> statement-breakpoint
ALTER TABLE "told_answers" ADD COLUMN "question" text;