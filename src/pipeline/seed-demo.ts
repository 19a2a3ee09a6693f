import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  ArticleInput,
  CreateArticle,
  createArticle,
  importArticles,
  listArticles,
  submitArticle,
} from "../kb/index.ts";
import { Call } from "../orders/index.ts";
import { type Ctx, type Services, systemCtx } from "../platform/context.ts";
import { receiveAndRing } from "./receive-and-ring.ts";

/** Sample calls come in one by one, so that a user who opens the page sees them being worked on. */
const betweenCallsMs = 500;

/** Loads the sample articles, drafts and calls of `folder` (demo/<city>). What is there already stays as it is. */
export async function seedDemo(services: Services, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const ctx = systemCtx(services, "seed-demo", new AbortController().signal, "seed");
  const articles = readLines(folder, "articles.jsonl").map((line) => ArticleInput.parse(line));
  await importArticles(ctx, { articles, publish: true });
  for (const line of readLines(folder, "drafts.jsonl")) await submitDraft(ctx, CreateArticle.parse(line));
  for (const line of readLines(folder, "calls.jsonl")) {
    const { isNew } = await receiveAndRing(ctx, Call.parse(line));
    if (isNew) await wait(betweenCallsMs);
  }
}

/** An article that waits for an editor's check. One of the same title is there from an earlier start. */
async function submitDraft(ctx: Ctx, draft: CreateArticle): Promise<void> {
  const known = await listArticles(ctx, { title: draft.title, limit: 1 });
  if (known.length) return;
  const { id, version } = await createArticle(ctx, draft);
  await submitArticle(ctx, id, { version });
}

const readLines = (folder: string, name: string): unknown[] =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
