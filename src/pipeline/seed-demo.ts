import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { addCase, NewCase } from "../callback/index.ts";
import {
  ArticleInput,
  CreateArticle,
  createArticle,
  importArticles,
  listArticles,
  submitArticle,
} from "../kb/index.ts";
import { Call } from "../orders/index.ts";
import { toShanghaiIso } from "../platform/clock.ts";
import { type Ctx, type Services, systemCtx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { shiftInstant } from "../platform/workdays.ts";
import { receiveAndRing } from "./receive-and-ring.ts";

/** Sample calls come in one by one, so that a user who opens the page sees them being worked on. */
const betweenCallsMs = 500;
const dayMs = 24 * 3_600_000;

/** Loads the sample articles, drafts, finished orders and calls of `folder` (demo/<city>). What is there already stays as it is. */
export async function seedDemo(services: Services, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const ctx = systemCtx(services, "seed-demo", new AbortController().signal, "seed");
  const articles = readLines(folder, "articles.jsonl").map((line) => ArticleInput.parse(line));
  await importArticles(ctx, { articles, publish: true });
  for (const line of readLines(folder, "drafts.jsonl")) await submitDraft(ctx, CreateArticle.parse(line));
  for (const line of readLines(folder, "callbacks.jsonl")) await seedCase(ctx, DemoCase.parse(line));
  for (const line of readLines(folder, "calls.jsonl")) {
    const { isNew } = await receiveAndRing(ctx, Call.parse(line));
    if (isNew) await wait(betweenCallsMs);
  }
}

const DemoCase = NewCase.omit({ completedAt: true }).extend({ finishedDaysAgo: z.int().min(0) });

/** Puts a finished order on the list of callbacks, as many days ago as the sample says: its time limit runs from today. */
async function seedCase(ctx: Ctx, { finishedDaysAgo, ...order }: z.infer<typeof DemoCase>): Promise<void> {
  const completedAt = shiftInstant(toShanghaiIso(ctx.now()), -finishedDaysAgo * dayMs);
  try {
    await addCase(ctx, { ...order, completedAt });
  } catch (error) {
    // From an earlier start.
    if (!(error instanceof AppError && error.fault === "conflict")) throw error;
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
