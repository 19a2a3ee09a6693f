import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { gather } from "./refresh.ts";

test("events that come faster than the answer never cut it off, and the last of them is not lost", async () => {
  const done: string[][] = [];
  let running = 0;
  const events = gather<string>(1, async (words) => {
    expect(++running).toBe(1);
    await wait(20);
    running--;
    done.push(words);
  });
  for (let i = 0; i < 12; i++) {
    events.add(`call-${i}`);
    await wait(4);
  }
  await wait(60);
  expect(done.length).toBeGreaterThan(1);
  expect(done.flat()).toHaveLength(12);
});
