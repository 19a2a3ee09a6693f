import { describe, expect, test } from "vitest";
import { filterOf, withWord } from "./filter.ts";

describe("the address of the list of scored calls", () => {
  test("asks for what it says, and for nothing it does not know", () => {
    const search = new URLSearchParams(
      "direction=callback&state=有申诉&agentId=A1001&from=2026-11-01&to=soon&order=up",
    );
    expect(filterOf(search)).toEqual({
      direction: "callback",
      state: "有申诉",
      agentId: "A1001",
      from: "2026-11-01",
    });
  });

  test("of everything says nothing", () => {
    expect(filterOf(new URLSearchParams("direction=all&state=all"))).toEqual({});
    expect(withWord(new URLSearchParams("state=已复核&item=语速"), "state", "all").toString()).toBe(
      new URLSearchParams("item=语速").toString(),
    );
  });
});
