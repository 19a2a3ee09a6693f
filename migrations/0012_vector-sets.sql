CREATE TABLE "passage_vectors" (
	"set_id" integer NOT NULL,
	"passage_id" text NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"embedding" halfvec NOT NULL,
	CONSTRAINT "passage_vectors_passage_id_set_id_pk" PRIMARY KEY("passage_id","set_id")
);
--> statement-breakpoint
CREATE TABLE "vector_sets" (
	"id" serial PRIMARY KEY NOT NULL,
	"model" text NOT NULL,
	"dimensions" integer NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"failure" text,
	"failed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "passage_vectors" ADD CONSTRAINT "passage_vectors_of_passage" FOREIGN KEY ("passage_id") REFERENCES "public"."passages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vector_sets_serving" ON "vector_sets" USING btree ("state") WHERE "vector_sets"."state" = 'serving';--> statement-breakpoint
CREATE UNIQUE INDEX "vector_sets_filling" ON "vector_sets" USING btree ("state") WHERE "vector_sets"."state" = 'filling';--> statement-breakpoint
INSERT INTO "vector_sets" ("model", "dimensions", "state", "started_at")
	SELECT "embedder_id", 512, 'serving', now() FROM "article_versions" GROUP BY "embedder_id" ORDER BY count(*) DESC LIMIT 1;--> statement-breakpoint
INSERT INTO "passage_vectors" ("set_id", "passage_id", "article_id", "version", "embedding")
	SELECT s."id", p."id", p."article_id", p."version", p."embedding" FROM "passages" p
	JOIN "article_versions" v ON v."article_id" = p."article_id" AND v."number" = p."version"
	JOIN "vector_sets" s ON s."model" = v."embedder_id";--> statement-breakpoint
DO $$ DECLARE s integer; BEGIN
	FOR s IN SELECT "id" FROM "vector_sets" LOOP
		EXECUTE format('CREATE INDEX %I ON "passage_vectors" USING hnsw (("embedding"::halfvec(512)) halfvec_cosine_ops) WHERE "set_id" = %s', 'passage_vectors_' || s, s);
	END LOOP;
END $$;--> statement-breakpoint
DROP INDEX IF EXISTS "passages_embedding";--> statement-breakpoint
ALTER TABLE "article_versions" DROP COLUMN "embedder_id";--> statement-breakpoint
ALTER TABLE "passages" DROP COLUMN "embedding";