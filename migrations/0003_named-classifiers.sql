CREATE TABLE "classifiers" (
	"name" text PRIMARY KEY NOT NULL,
	"model" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"trained_by" text NOT NULL,
	"trained_at" timestamp with time zone NOT NULL
);
