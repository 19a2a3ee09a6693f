import { expect, test } from "vitest";
import { isNewsFor } from "./case-news.ts";

test("a sealed case is read again only for its own calls, another for any, and none while it is on its way", () => {
  const sealed = { sealed: true, callIds: ["a"] };
  const open = { sealed: false, callIds: [] };
  expect([isNewsFor(sealed, ["b", "a"]), isNewsFor(sealed, ["b"]), isNewsFor(sealed, null)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isNewsFor(open, ["b"]), isNewsFor(open, null)]).toEqual([true, true]);
  expect([isNewsFor(undefined, ["b"]), isNewsFor(undefined, null)]).toEqual([false, false]);
});
