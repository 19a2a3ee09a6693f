import { describe, expect, test } from "vitest";
import type { City, OrderResult } from "../../types.ts";
import { orderFields } from "./order-fields.ts";

const city = {
  kinds: ["咨询", "投诉"],
  urgentClasses: ["突发事件"],
  scopes: ["受理"],
  categories: [{ level1: "城建环保类", items: ["物业服务"] }],
  agencies: ["市公安局", "市城市管理局"],
  districts: [{ name: "东湖区", streets: ["望湖街道"] }],
} as unknown as City;

const order = {
  kind: "投诉",
  kindConfidence: 0.93,
  kindWhy: "来电人说“要投诉”",
  urgent: "一般",
  urgentClass: null,
  urgentWhy: "",
  scope: "受理",
  scopeWhy: "",
  category: { level1: "城建环保类", item: "物业服务", confidence: 0.8, candidates: [] },
  agencies: { lead: null, why: "", candidates: [{ name: "市城市管理局", confidence: 0.4, why: "" }] },
  district: "东湖区",
  street: null,
  confidential: false,
  title: "标题",
  summary: "主要内容",
} as unknown as OrderResult;

const nobody = new Set<string>();

describe("the lines of a draft", () => {
  test("light up the words that their reason quotes, until a person typed something else", () => {
    expect(orderFields(order, { city, typedByPeople: nobody }).kind.light.quotes).toEqual(["要投诉"]);
    const { kind } = orderFields(order, { city, typedByPeople: new Set(["kind"]) });
    expect(kind.light.quotes).toEqual([]);
    expect(kind.engine).toBe("human");
    expect(kind.why).toMatch(/^由人工填写/);
  });

  test("ask the server for both fields of urgency at once", () => {
    const { edit } = orderFields(order, { city, typedByPeople: nobody }).urgent;
    if (edit.how !== "choose") throw new Error("urgency is chosen");
    expect(edit.toChanges("突发事件")).toEqual({ urgent: "紧急", urgentClass: "突发事件" });
    expect(edit.toChanges("")).toEqual({ urgent: "一般", urgentClass: null });
  });

  test("offer the suggested agencies first and each agency once", () => {
    const { edit } = orderFields(order, { city, typedByPeople: nobody }).lead;
    if (edit.how !== "choose") throw new Error("the lead is chosen");
    expect(edit.options.map(({ value }) => value)).toEqual(["市城市管理局", "市公安局"]);
  });

  test("let a district stand without a street, and a category not without an item", () => {
    const { area, category } = orderFields(order, { city, typedByPeople: nobody });
    if (area.edit.how !== "path" || category.edit.how !== "path") throw new Error("both are paths");
    expect(area.edit.toChanges(["东湖区"])).toEqual({ district: "东湖区", street: null });
    expect([area.edit.mayStopEarly, category.edit.mayStopEarly]).toEqual([true, false]);
  });
});
