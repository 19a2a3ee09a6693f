import type { ImportedArticle } from "./content-hash.ts";
import { readInThread } from "./read/read-in-thread.ts";
import type { Fault, ReadOptions, SourceFile } from "./read/reading.ts";

export type ReadArticles = { articles: ImportedArticle[]; faults: Fault[]; notes: string[] };

/**
 * All articles of a file of any format, and what was not understood. Throws AppError `unreadable` with the reason for people when the file as
 * a whole is refused.
 */
export async function readArticles(file: SourceFile, options: ReadOptions, signal: AbortSignal): Promise<ReadArticles> {
  const read: ReadArticles = { articles: [], faults: [], notes: [] };
  for await (const message of readInThread({ ...file, ...options, skip: 0 }, signal)) {
    if (message.kind === "end") read.notes = message.head.notes;
    if (message.kind !== "batch") continue;
    for (const item of message.items) {
      if ("fault" in item) read.faults.push(item.fault);
      else read.articles.push({ ...item.article, articleId: item.articleId });
    }
  }
  return read;
}
