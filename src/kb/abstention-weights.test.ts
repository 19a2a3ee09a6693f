import { expect, test } from "vitest";
import { floorAt } from "./abstention-weights.ts";

const floors = [
  { known: 1, at: -1 },
  { known: 2, at: 1 },
  { known: 3, at: 0 },
];

test("the line of abstention runs straight from one amount of knowledge to the next, and level beyond them", () => {
  expect([0.5, 1, 1.5, 2, 2.75, 3, 9].map((known) => floorAt(floors, known))).toEqual([-1, -1, 0, 1, 0.25, 0, 0]);
});
