import { describe, expect, test } from "vitest";
import type { CallView } from "../../types.ts";
import { newsOf, panelState, readHostAsk } from "./host-words.ts";

const view = {
  live: true,
  order: { id: "o1", state: "draft", kind: "投诉", title: "王建国家门口", elements: { name: { value: "王建国" } } },
  asks: [
    { element: "name", label: "姓名", state: "已有", question: "请问您贵姓？" },
    { element: "place", label: "地点", state: "未询问", question: "请问具体在哪里？" },
  ],
  alarm: { urgentClass: "突发事件", why: "来电人说“王建国家着火了”", phrases: [], steps: ["报告值班长"] },
} as unknown as CallView;

describe("words between the panel and the page around it", () => {
  test("are read only when they are one of ours, whole", () => {
    expect(readHostAsk({ type: "tingsu:open", callId: " c1 " })).toEqual({ type: "tingsu:open", callId: "c1" });
    const others: unknown[] = [null, "tingsu:open", { type: "open", callId: "c1" }, { type: "tingsu:open" }];
    for (const data of [...others, { type: "tingsu:open", callId: 7 }, { type: "tingsu:focus", element: "" }])
      expect(readHostAsk(data)).toBeNull();
    expect(readHostAsk({ type: "tingsu:open", callId: "x".repeat(101) })).toBeNull();
  });

  test("carry what is missing and no word of the caller", () => {
    expect(panelState(view).missing.map(({ element }) => element)).toEqual(["place"]);
    expect(JSON.stringify(newsOf("c1", null, panelState(view)))).not.toContain("王建国");
  });

  test("are told once, and again only after a change", () => {
    const state = panelState(view);
    expect(newsOf("c1", null, state).map(({ type }) => type)).toEqual(["tingsu:missing", "tingsu:alarm"]);
    expect(newsOf("c1", state, state)).toEqual([]);
    const confirmed = { ...state, alarm: null, order: { id: "o1", state: "confirmed" as const, kind: "投诉" } };
    expect(newsOf("c1", state, confirmed).map(({ type }) => type)).toEqual(["tingsu:alarm", "tingsu:confirmed"]);
  });
});
