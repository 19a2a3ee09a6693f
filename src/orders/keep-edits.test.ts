import { expect, test } from "vitest";
import { editedFields, keepEdits } from "./keep-edits.ts";
import type { Draft, Element } from "./schema.ts";
import type { Order } from "./store.ts";

const said = (value: string): Element => ({ value, status: "已记录", quote: value, evidence: [1], engine: "rules" });
const typed = (value: string | null): Element => ({
  value,
  status: "已记录",
  quote: null,
  evidence: [],
  engine: "human",
});
const present = {
  kind: "举报",
  kindConfidence: 0.4,
  kindWhy: "旧",
  urgent: "一般",
  urgentClass: null,
  urgentWhy: "旧",
  title: "旧标题",
  elements: { place: typed("东门"), time: said("昨天"), harm: typed("无") },
} as unknown as Order;
const fresh = {
  kind: "投诉",
  kindConfidence: 0.9,
  kindWhy: "新",
  urgent: "紧急",
  urgentClass: "突发事件",
  urgentWhy: "新",
  title: "新标题",
  elements: { place: said("西门"), time: said("今天") },
} as unknown as Draft;

const edit = (field: string, before: unknown, after: unknown) => ({ field, before, after });

test("without edits the newer draft is taken, but for what people typed into elements", () => {
  const kept = keepEdits(present, new Set(), fresh);
  expect(kept).toMatchObject({ kind: "投诉", urgent: "紧急", title: "新标题" });
  expect(kept.elements).toEqual({ place: typed("东门"), time: said("今天"), harm: typed("无") });
});

test("a field that a person decided keeps all that belongs to its question", () => {
  const kept = keepEdits(present, new Set(["kind", "urgentClass"]), fresh);
  expect(kept).toMatchObject({ kind: "举报", kindConfidence: 0.4, kindWhy: "旧", title: "新标题" });
  expect(kept).toMatchObject({ urgent: "一般", urgentClass: null, urgentWhy: "旧" });
});

test("a field counts as decided until it is back where it was before the first edit", () => {
  const there = [edit("title", "A", "B"), edit("kind", "投诉", "举报"), edit("title", "B", "C")];
  expect([...editedFields(there)].sort()).toEqual(["kind", "title"]);
  expect([...editedFields([...there, edit("title", "C", "A")])]).toEqual(["kind"]);
  expect([...editedFields([edit("category", { a: 1, b: 2 }, { b: 2, a: 1 })])]).toEqual([]);
});
