import { expect, test } from "vitest";
import type { ArticleFields } from "../../../types-articles.ts";
import { emptyFields, faultOf } from "./fields.ts";
import { changed } from "./use-form.ts";

const empty = emptyFields(false, null, null);

test("only what differs is sent, also what was emptied", () => {
  const before: ArticleFields = { ...empty, title: "停水", agency: "市水务局" };
  expect(changed(before, { ...before, agency: null, body: "今晚停水" })).toEqual({ agency: null, body: "今晚停水" });
  expect(changed(before, { ...before })).toEqual({});
});

test("what cannot be saved says why before it is sent", () => {
  expect(faultOf(empty)).toBe("请填写标题");
  expect(faultOf({ ...empty, title: "停水", body: " " })).toBe("请填写正文");
  const at = "2026-03-05T09:00:00+08:00";
  expect(faultOf({ ...empty, title: "停水", body: "今晚", validFrom: at, validUntil: at })).toBe("有效至应晚于生效");
  expect(faultOf({ ...empty, title: "停水", body: "今晚" })).toBeNull();
});
