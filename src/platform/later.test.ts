import { expect, test } from "vitest";
import { openLater } from "./later.ts";
import { openLog } from "./log.ts";

const log = openLog("silent");
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test("of work that waits under one key only the newest is done, and never two at a time", async () => {
  const { later } = openLater(log);
  const done: number[] = [];
  let running = 0;
  let most = 0;
  for (let n = 0; n < 5; n++) {
    later("key", async () => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
      done.push(n);
    });
  }
  await expect.poll(() => done).toEqual([0, 4]);
  expect(most).toBe(1);
});

test("work that fails harms no other", async () => {
  const { later } = openLater(log);
  const done: string[] = [];
  for (const key of ["a", "b", "c", "d"])
    later(key, async () => {
      if (key !== "d") throw new Error("no");
      done.push(key);
    });
  await expect.poll(() => done).toEqual(["d"]);
});

test("closing waits for what runs and drops what waits", async () => {
  const { later, close } = openLater(log);
  const done: number[] = [];
  for (let n = 0; n < 5; n++)
    later(`key ${n}`, async () => {
      await turn();
      done.push(n);
    });
  await close();
  later("late", async () => done.push(99));
  await turn();
  expect(done).toEqual([0, 1]);
});
