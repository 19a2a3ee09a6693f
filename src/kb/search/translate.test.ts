import { expect, test } from "vitest";
import { learnLinks } from "./translate.ts";

test("a caller's word is linked to the official word that its answers have in common", () => {
  const links = learnLinks([
    { said: ["断供", "几天"], official: ["供水", "中断"] },
    { said: ["断供", "小区"], official: ["供水", "抢修"] },
    { said: ["小区", "吵"], official: ["噪声"] },
  ]);
  expect(links.get("断供")?.[0]?.word).toBe("供水");
  expect(links.get("吵")?.[0]?.word).toBe("噪声");
});

test("a word that both sides say needs no link", () => {
  expect(learnLinks([{ said: ["低保"], official: ["低保"] }]).has("低保")).toBe(false);
});
