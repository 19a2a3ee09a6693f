import { keyOf as keyOfArticle } from "../content-hash.ts";
import type { Field } from "./columns.ts";
import { kindOf } from "./file-kind.ts";
import { readFileArticles } from "./read-file.ts";
import type {
  Encoding,
  Fault,
  Format,
  Item,
  NumberedArticle,
  ReadArticle,
  Reading,
  ReadOptions,
  SourceFile,
} from "./reading.ts";
import { newReading } from "./reading.ts";

export type ReadRequest = SourceFile & ReadOptions & { folder: string; skip: number };

/** What a whole file turned out to be. */
export type ReadHead = {
  format: Format;
  encoding: Encoding | null;
  columns: string[];
  mapping: Partial<Record<Field, string>>;
  notes: string[];
};

/** `through`: how many articles of the file are read so far, those left out too. */
export type ReadMessage =
  | { kind: "counting"; articles: number }
  | { kind: "counted"; articles: number }
  | { kind: "batch"; items: (NumberedArticle | { fault: Fault })[]; through: number }
  | { kind: "end"; head: ReadHead }
  | { kind: "refused"; message: string };

const keyOf = ({ article, articleId }: ReadArticle) => keyOfArticle({ ...article, articleId });
const batchItems = 100;

/** More than this in one file is a mistake, or should come in parts. */
export const mostArticles = 100_000;

/**
 * Reads a file twice: first to learn how many articles there are and which of them a later one of the same name or content replaces, then to give
 * them in batches. Articles up to `skip` are passed over, so that an import that was cut off goes on.
 */
export async function* readInBatches(request: ReadRequest): AsyncGenerator<ReadMessage> {
  const looking = newReading(request, request.folder);
  const kind = await kindOf(request, looking.budget);
  const lastOf = new Map<string, number>();
  let total = 0;
  for await (const item of readFileArticles(request, kind, looking)) {
    if ("fault" in item) continue;
    total += 1;
    lastOf.set(keyOf(item), total);
    if (total > mostArticles) {
      yield { kind: "refused", message: "文件里的知识超过 10 万篇，请拆分后再导入" };
      return;
    }
    if (total % 1_000 === 0) yield { kind: "counting", articles: total };
  }
  yield { kind: "counted", articles: total };
  const reading = newReading(request, request.folder);
  yield* batchesOf(readFileArticles(request, kind, reading), lastOf, request.skip, reading);
  const { encodingFound: encoding, mappingUsed: mapping } = reading;
  const head = { format: kind.format, encoding, columns: [...reading.columns], mapping, notes: [...reading.notes] };
  yield { kind: "end", head };
}

async function* batchesOf(
  items: AsyncIterable<Item>,
  lastOf: ReadonlyMap<string, number>,
  skip: number,
  reading: Reading,
): AsyncGenerator<ReadMessage> {
  let batch: (NumberedArticle | { fault: Fault })[] = [];
  let through = 0;
  let replaced = 0;
  for await (const item of items) {
    if ("fault" in item) batch.push(item);
    else {
      through += 1;
      if (lastOf.get(keyOf(item)) !== through) replaced += 1;
      else if (through > skip) batch.push({ ...item, ordinal: through });
    }
    if (batch.length < batchItems) continue;
    yield { kind: "batch", items: batch, through };
    batch = [];
  }
  if (batch.length || through) yield { kind: "batch", items: batch, through };
  if (replaced) reading.notes.add(`${replaced} 篇与后面的重复（编号相同，或内容全同），以最后一次为准`);
}
