import { describe, expect, test } from "vitest";
import type { City, OrderEdit } from "../../types.ts";
import { changesOf, lastOwnEdits, typedByPeople, undoChanges } from "./history.ts";

const edit = (over: Partial<OrderEdit>): OrderEdit => ({
  version: 2,
  field: "title",
  before: "旧",
  after: "新",
  by: "user:a",
  byName: "林晓",
  at: "2026-03-05T01:12:00Z",
  ...over,
});
const element = (value: string | null) => ({ value, status: value ? "已记录" : "未询问", quote: value, evidence: [1] });
const elementEdit = edit({
  field: "elements",
  before: { time: element("昨晚"), place: element(null), name: element("王建国") },
  after: { time: element("昨晚十点"), place: element(null), name: element("王建国") },
});
const city = { elements: [{ key: "time", label: "时间", ask: "" }] } as unknown as City;

describe("undo", () => {
  test("asks back only the elements that changed, with the words and status from before", () => {
    expect(undoChanges([elementEdit])).toEqual({ elements: { time: { value: "昨晚", status: "已记录" } } });
  });

  test("takes back every field of one save, in the words the server takes", () => {
    const category = { level1: "城建环保类", item: "物业服务", confidence: 0.8, candidates: [] };
    const edits = [
      edit({ field: "category", before: category }),
      edit({ field: "agencies", before: { lead: "市公安局", co: [] } }),
      edit({ field: "urgentClass", before: null }),
      edit({ field: "missing", before: ["time"] }),
    ];
    expect(undoChanges(edits)).toEqual({
      category: { level1: "城建环保类", item: "物业服务" },
      leadAgency: "市公安局",
      urgentClass: null,
    });
  });

  test("is offered only for the newest version, and only to who made it", () => {
    const isMine = (by: string) => by === "user:a";
    const older = edit({ version: 1 });
    expect(lastOwnEdits([older, elementEdit], 2, isMine)).toEqual([elementEdit]);
    expect(lastOwnEdits([older, edit({ by: "user:b" })], 2, isMine)).toEqual([]);
    expect(lastOwnEdits([older], 2, isMine)).toEqual([]);
  });
});

describe("history", () => {
  test("names the element that changed, not the whole form, and leaves out what only follows", () => {
    expect(changesOf(elementEdit, city)).toEqual([{ label: "时间", before: "昨晚", after: "昨晚十点" }]);
    expect(changesOf(edit({ field: "missing" }), city)).toEqual([]);
  });

  test("marks the line on the screen that a person changed", () => {
    expect(typedByPeople([edit({ field: "agencies" }), edit({ field: "street" })])).toEqual(new Set(["lead", "area"]));
  });
});
