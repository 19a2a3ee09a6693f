import { expect, test } from "vitest";
import { slotPieces, withSlot } from "./slots.ts";

test("a slot takes the place of the selected words and their name, else the name of its type", () => {
  const text = "您的姓名已登记。";
  expect(withSlot(text, 2, 4, "text")).toEqual({ text: "您的{{姓名:text}}已登记。", at: 13 });
  expect(withSlot("补贴", 2, 2, "amount")).toEqual({ text: "补贴{{金额:amount}}", at: 15 });
});

test("slots are shown by their names and no other words are lost", () => {
  expect(slotPieces("您好，{{姓名:text}}，补贴 {{ 金额 }}。").map(({ text, isSlot }) => [text, isSlot])).toEqual([
    ["您好，", false],
    ["姓名", true],
    ["，补贴 ", false],
    ["金额", true],
    ["。", false],
  ]);
  expect(slotPieces("{{没有关").map(({ text }) => text)).toEqual(["{{没有关"]);
  expect(slotPieces("")).toEqual([]);
});
