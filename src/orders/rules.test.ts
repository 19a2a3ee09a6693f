import { expect, test } from "vitest";
import { applyChanges } from "./rules.ts";
import type { Element } from "./schema.ts";
import type { Order } from "./store.ts";

const recorded: Element = { value: "科苑路口", status: "已记录", quote: "科苑路口", evidence: [3], engine: "rules" };
const notAsked: Element = { value: null, status: "未询问", quote: null, evidence: [], engine: "rules" };
const order = {
  urgent: "紧急",
  urgentClass: "突发事件",
  category: { level1: "城建环保类", item: "路灯", confidence: 0.4, candidates: [] },
  agencies: { lead: null, confidence: 0, why: "", co: ["甲"], copyTo: [], candidates: [], abstained: true },
  elements: { place: recorded, time: notAsked },
  missing: ["time"],
} as unknown as Order;

test("a typed element loses its quote, an untouched one keeps it", () => {
  const typed = {
    time: { value: "昨晚", status: "已记录" as const },
    place: { value: "科苑路口", status: "已记录" as const },
  };
  const after = applyChanges(order, { elements: typed });
  expect(after.elements?.time).toMatchObject({ value: "昨晚", quote: null, engine: "human" });
  expect(after.elements?.place).toEqual(recorded);
});

test("an element is no longer missing when it has a value or a reason", () => {
  const refused = { time: { value: null, status: "来电人不愿提供" as const } };
  expect(applyChanges(order, { elements: refused }).missing).toEqual([]);
  const still = { time: { value: null, status: "未询问" as const } };
  expect(applyChanges(order, { elements: still }).missing).toEqual(["time"]);
});

test("what is not urgent has no urgent class", () => {
  expect(applyChanges(order, { urgent: "一般" })).toMatchObject({ urgent: "一般", urgentClass: null });
});

test("a lead that a person chose is no abstention, and the others stay", () => {
  expect(applyChanges(order, { leadAgency: "市水务局" }).agencies).toMatchObject({
    lead: "市水务局",
    abstained: false,
    co: ["甲"],
  });
});

test("absent fields stay as they are", () => {
  expect(applyChanges(order, { title: "新" })).toEqual({ title: "新" });
});

test("a value that is taken back has its words again", () => {
  const typed = { place: { value: "别处", status: "已记录" as const } };
  const changed = { ...order, ...applyChanges(order, { elements: typed }) } as Order;
  expect(changed.elements.place?.engine).toBe("human");
  const back = { place: { value: "科苑路口", status: "已记录" as const } };
  expect(applyChanges(changed, { elements: back }, [order.elements]).elements?.place).toEqual(recorded);
});
