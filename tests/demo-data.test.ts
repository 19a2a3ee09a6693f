import { expect, test } from "vitest";
import { readJsonLines } from "../evals/run-verb.ts";
import { CreateArticle } from "../src/kb/lifecycle/schema.ts";
import { ArticleInput } from "../src/kb/schema.ts";
import { Call } from "../src/orders/schema.ts";

const calls = readJsonLines<unknown>("demo/yunling/calls.jsonl").map((line) => Call.parse(line));
const articles = readJsonLines<unknown>("demo/yunling/articles.jsonl").map((line) => ArticleInput.parse(line));

test("the demo has eight calls, one of them a callback about an earlier order", () => {
  expect(calls).toHaveLength(8);
  const callbacks = calls.filter(({ direction }) => direction === "callback");
  expect(callbacks).toHaveLength(1);
  expect(Date.parse(callbacks[0]?.order?.dispatchedAt ?? "")).toBeLessThan(Date.parse(callbacks[0]?.startedAt ?? ""));
});

test("the finished orders of the demo hold the one its callback is about, and one that nobody is to be called about", () => {
  const lines = readJsonLines<{ orderId: string; content: string }>("demo/yunling/callbacks.jsonl");
  const about = calls.find(({ direction }) => direction === "callback")?.order?.id;
  expect(lines.filter(({ orderId }) => orderId === about)).toHaveLength(1);
  expect(lines.filter(({ content }) => content.includes("保密"))).toHaveLength(1);
});

test("every article says whose it is, what it rests on and for whom, and none is there twice", () => {
  expect(new Set(articles.map(({ externalId }) => externalId)).size).toBe(articles.length);
  const bare = articles.filter(
    ({ agency, legalBasis, audience, item, validFrom }) => !agency || !legalBasis || !audience || !item || !validFrom,
  );
  expect(bare).toEqual([]);
});

test("one article is of short validity, so that expiry can be seen", () => {
  const daysValid = articles.map(
    ({ validFrom, validUntil }) => (Date.parse(validUntil ?? "") - Date.parse(validFrom ?? "")) / 86_400_000,
  );
  expect(daysValid.filter((days) => days <= 7)).toHaveLength(1);
});

test("what waits for the second editor: a bulletin, a matter of law that needs two people, a template with slots", () => {
  const drafts = readJsonLines<unknown>("demo/yunling/drafts.jsonl").map((line) => CreateArticle.parse(line));
  expect(drafts.filter(({ bulletin }) => bulletin)).toHaveLength(1);
  expect(drafts.filter(({ kind }) => kind === "政策法规")).toHaveLength(1);
  expect(drafts.filter(({ body }) => body.includes("{{"))).toHaveLength(1);
  expect(drafts.filter(({ title }) => articles.some((article) => article.title === title))).toEqual([]);
});
