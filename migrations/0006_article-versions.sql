CREATE TABLE "article_attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_attachments_file" UNIQUE("article_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "article_conflicts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"quote" text NOT NULL,
	"other_id" text,
	"other_version" integer,
	"other_quote" text,
	"why" text NOT NULL,
	"similarity" real NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"dismissed_by_name" text,
	"dismissed_at" timestamp with time zone,
	"dismiss_reason" text
);
--> statement-breakpoint
CREATE TABLE "article_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"quote" text,
	"number" integer,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by_name" text
);
--> statement-breakpoint
CREATE TABLE "article_versions" (
	"article_id" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"agency" text,
	"legal_basis" text,
	"region" text,
	"audience" text,
	"item" text,
	"kind" text NOT NULL,
	"bulletin" boolean DEFAULT false NOT NULL,
	"valid_from" timestamp with time zone,
	"valid_until" timestamp with time zone,
	"shown_from" timestamp with time zone,
	"shown_until" timestamp with time zone,
	"authors" jsonb NOT NULL,
	"checked_by" jsonb,
	"published_by" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"embedder_id" text NOT NULL,
	CONSTRAINT "article_versions_article_id_number_pk" PRIMARY KEY("article_id","number")
);
--> statement-breakpoint
ALTER TABLE "passages" DROP CONSTRAINT "passages_article_id_articles_id_fk";
--> statement-breakpoint
DROP INDEX "passages_article";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "bulletin" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "published_version" integer;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "scheduled_version" integer;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "publish_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "review_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "authors" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "submitted_by" jsonb;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "checked_by" jsonb;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "compared_version" integer;--> statement-breakpoint
INSERT INTO "article_versions" ("article_id", "number", "title", "body", "agency", "legal_basis", "region", "audience", "item", "kind", "valid_from", "valid_until", "authors", "published_by", "published_at", "embedder_id")
	SELECT "id", 1, "title", "body", "agency", "legal_basis", "region", "audience", "item", "kind", "valid_from", "valid_until",
		'[]'::jsonb, jsonb_build_object('id', coalesce("published_by", "created_by"), 'name', '导入'), coalesce("published_at", "updated_at"), "embedder_id"
	FROM "articles" WHERE "state" = 'published';--> statement-breakpoint
UPDATE "articles" SET "published_version" = 1 WHERE "state" = 'published';--> statement-breakpoint
DELETE FROM "passages" WHERE "article_id" NOT IN (SELECT "article_id" FROM "article_versions");--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "passages" ALTER COLUMN "version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "article_attachments" ADD CONSTRAINT "article_attachments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_conflicts" ADD CONSTRAINT "article_conflicts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_conflicts" ADD CONSTRAINT "article_conflicts_other_id_articles_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_notes" ADD CONSTRAINT "article_notes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_conflicts_article" ON "article_conflicts" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "article_conflicts_other" ON "article_conflicts" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "article_notes_article" ON "article_notes" USING btree ("article_id","at");--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_version" FOREIGN KEY ("article_id","version") REFERENCES "public"."article_versions"("article_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_publish_at" ON "articles" USING btree ("publish_at") WHERE "articles"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "articles_review_due" ON "articles" USING btree ("review_due_at");--> statement-breakpoint
CREATE INDEX "passages_article_version" ON "passages" USING btree ("article_id","version","ord");--> statement-breakpoint
ALTER TABLE "articles" DROP COLUMN "published_by";--> statement-breakpoint
ALTER TABLE "articles" DROP COLUMN "embedder_id";