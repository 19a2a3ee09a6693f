import { explain, issuesInWords } from "../../../platform/explain.ts";
import { ArticleInput } from "../../schema.ts";
import { cleanText } from "../content-hash.ts";
import { type Field, fields, fieldValue, fits, heads } from "./columns.ts";
import type { Item, Where } from "./reading.ts";

export type Fields = Partial<Record<Field, unknown>>;

const cleaned = (value: unknown): unknown => (typeof value === "string" ? cleanText(value) : value);

/** One article out of what was found, or what is wrong with it. A moment may be written as people write days. */
export function articleOf(where: Where, found: Fields, articleId: string | null = null): Item {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    if (found[field] !== undefined) values[field] = fieldValue(field, cleaned(found[field]));
  }
  const result = ArticleInput.safeParse(values, { error: explain });
  if (result.success) return { where, article: result.data, articleId };
  return { fault: { ...where, message: withHeads(issuesInWords(result.error)) } };
}

/** Fields as people know them: "标题：缺少这个字段". */
const withHeads = (words: string): string =>
  fields.reduce((text, field) => text.replaceAll(`${field}：`, `${heads[field]}：`), words);

/** Leaves out what was only guessed to be a field and does not fit it; gives the names of those fields. */
export function withoutMisfits(found: Fields, guessed: ReadonlySet<Field>): { kept: Fields; misfits: Field[] } {
  const misfits = [...guessed].filter((field) => found[field] !== undefined && !fits(field, found[field]));
  const kept = { ...found };
  for (const field of misfits) delete kept[field];
  return { kept, misfits };
}
