import { expect, test } from "vitest";
import { firstStep, redone, typed, undone } from "./steps.ts";

test("letters typed in a row are taken back together, another field or a pause is a step of its own", () => {
  let steps = firstStep({ title: "", body: "" });
  steps = typed(steps, "title", { title: "停", body: "" }, 100);
  steps = typed(steps, "title", { title: "停水", body: "" }, 600);
  steps = typed(steps, "body", { title: "停水", body: "今" }, 700);
  steps = typed(steps, "body", { title: "停水", body: "今晚" }, 5_000);
  const back = [undone(steps), undone(undone(steps)), undone(undone(undone(steps)))].map(({ now }) => now);
  expect(back).toEqual([
    { title: "停水", body: "今" },
    { title: "停水", body: "" },
    { title: "", body: "" },
  ]);
});

test("what was taken back comes again, until something new is typed; before the first step is nothing", () => {
  const first = firstStep("甲");
  const second = typed(first, "body", "乙", 1);
  expect(redone(undone(second)).now).toBe("乙");
  expect(redone(typed(undone(second), "body", "丙", 2)).now).toBe("丙");
  expect(undone(first)).toBe(first);
  expect(redone(second)).toBe(second);
});

test("the first letters after a step back make a new step", () => {
  const steps = undone(typed(firstStep("甲"), "body", "乙", 1));
  expect(undone(typed(steps, "body", "丁", 2)).now).toBe("甲");
});
