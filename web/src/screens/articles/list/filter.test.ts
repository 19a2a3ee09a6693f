import { expect, test } from "vitest";
import { filterOf, withLeaf, withWord } from "./filter.ts";

const search = (words: string) => new URLSearchParams(words);

test("the address asks the server for what it says, and nonsense in it for nothing", () => {
  expect(filterOf(search("state=draft&kind=公共服务&agency=市医保局&title=备案&due=true"))).toEqual({
    state: "draft",
    kind: "公共服务",
    agency: "市医保局",
    title: "备案",
    due: "true",
  });
  expect(filterOf(search("state=lost&kind=别的&mine=1&title="))).toEqual({});
});

test("a leaf takes the place of the leaf before it and leaves the other filters", () => {
  const next = withLeaf(search("state=draft&by=agency&agency=市医保局"), "item", "城镇职工医疗保险");
  expect(filterOf(next)).toEqual({ state: "draft", item: "城镇职工医疗保险" });
  expect(next.get("by")).toBe("item");
  expect(filterOf(withLeaf(next, "item", null))).toEqual({ state: "draft" });
});

test("one word is changed or taken out, and the rest stays", () => {
  expect(withWord(search("state=draft&mine=true"), "state", null).toString()).toBe("mine=true");
});
