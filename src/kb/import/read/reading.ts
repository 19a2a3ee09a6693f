import type { ArticleInput } from "../../schema.ts";
import type { Field, Mapping } from "./columns.ts";

/** A file on disk, under the name that people gave it. */
export type SourceFile = { name: string; path: string };

/** Where something stands: the file (within a ZIP its place there), the sheet, the line or row from 1. */
export type Where = { file: string; sheet: string | null; line: number | null };

/** `articleId` names the article that an export of ours came from. */
export type ReadArticle = { where: Where; article: ArticleInput; articleId: string | null };
/** `ordinal` counts the articles of a file from 1. */
export type NumberedArticle = ReadArticle & { ordinal: number };
export type Fault = Where & { message: string };

export type Item = ReadArticle | { fault: Fault };

/** What a person or a command asks of the reader; `isGuessing`: columns of other names than ours are guessed too. */
export type ReadOptions = { mapping: Mapping; isGuessing: boolean; encoding: Encoding | null };

export const encodings = ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"] as const;
export type Encoding = (typeof encodings)[number];

export const formats = ["csv", "xlsx", "docx", "md", "html", "jsonl", "zip"] as const;
export type Format = (typeof formats)[number];

/** What is left of what an upload may unpack to. Every part of every nested archive spends of the same. */
export type Budget = { bytes: number; parts: number };

/** One reading of one upload: what was asked, and what was found out on the way. */
export type Reading = ReadOptions & {
  /** For unpacked parts; the caller removes it. */
  folder: string;
  budget: Budget;
  encodingFound: Encoding | null;
  columns: Set<string>;
  mappingUsed: Partial<Record<Field, string>>;
  notes: Set<string>;
};

const mostUnpackedBytes = 300 * 1024 * 1024;

export const newReading = (options: ReadOptions, folder: string): Reading => ({
  ...options,
  folder,
  budget: { bytes: mostUnpackedBytes, parts: 100_000 },
  encodingFound: null,
  columns: new Set(),
  mappingUsed: {},
  notes: new Set(),
});
