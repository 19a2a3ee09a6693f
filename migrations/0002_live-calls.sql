CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachments_call_file" UNIQUE("call_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "opened_by" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "heard" integer;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_caller" ON "calls" USING btree ("caller_number","started_at");