import { z } from "zod";
import { fields, type Mapping } from "./read/columns.ts";
import { encodings, formats } from "./read/reading.ts";

/** `reading`: a job looks through the file; `ready`: a person says whether; `importing`: a job does it. */
export const ImportState = z.enum(["reading", "ready", "importing", "done", "failed", "cancelled"]);
export type ImportState = z.infer<typeof ImportState>;

export const ImportField = z.enum(fields);
export const ImportEncoding = z.enum(encodings);

/** What would happen to an article. */
export const ImportOutcome = z.enum(["created", "updated", "unchanged"]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportFault = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  line: z.int().nullable(),
  message: z.string(),
});
export type ImportFault = z.infer<typeof ImportFault>;

/** One of the first articles of a file, as it would come in. */
export const PreviewRow = z.object({
  where: z.string(),
  externalId: z.string().nullable(),
  title: z.string(),
  body: z.string().describe("Its first 200 characters"),
  agency: z.string().nullable(),
  region: z.string().nullable(),
  kind: z.string(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  outcome: ImportOutcome,
  articleId: z.string().nullable().describe("The article that it would change"),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const ImportPreview = z.object({
  format: z.enum(formats),
  encoding: ImportEncoding.nullable(),
  columns: z.array(z.string()),
  mapping: z.partialRecord(ImportField, z.string()),
  counts: z.object({
    total: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    faults: z.int(),
  }),
  first: z.array(PreviewRow),
  notes: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Field to column, null: none; what is absent is guessed. */
export const ImportMapping = z.partialRecord(ImportField, z.string().max(300).nullable());
export type ImportMapping = Mapping;

export const ChangeImport = z.object({
  id: z.string(),
  version: z.int(),
  mapping: ImportMapping,
  encoding: ImportEncoding.nullish(),
});
export type ChangeImport = z.infer<typeof ChangeImport>;
