import { expect, test } from "vitest";
import { z } from "zod";
import { mapJsonLines } from "./json-lines.ts";

const Row = z.object({ id: z.string(), n: z.number() });

async function run(lines: string[], together = 1) {
  const source = (async function* () {
    yield* lines;
  })();
  const double = async ({ id, n }: z.infer<typeof Row>) => {
    await new Promise((resolve) => setTimeout(resolve, n));
    if (n === 13) throw new Error("secret detail");
    return { id, twice: n * 2 };
  };
  const results: unknown[] = [];
  for await (const result of mapJsonLines(source, Row, double, together)) results.push(result);
  return results;
}

test("a damaged line gives an error line with its number, and the others are answered in order", async () => {
  const results = await run(['{"id":"a","n":9}', "{oops", "", '{"id":"b","n":"x"}', '{"id":"c","n":1}'], 3);
  expect(results).toMatchObject([
    { id: "a", twice: 18 },
    { id: null, line: 2, error: { fault: "invalid" } },
    { id: "b", line: 4, error: { fault: "invalid" } },
    { id: "c", twice: 2 },
  ]);
});

test("what went wrong inside is not told", async () => {
  expect(JSON.stringify(await run(['{"id":"a","n":13}']))).not.toContain("secret");
});
