import { describe, expect, test } from "vitest";
import { AppError } from "../platform/errors.ts";
import { restAfterFailure } from "./with-rest.ts";

const present = new AbortController().signal;
const fails = (fault: "unavailable" | "bad_answer") => () => Promise.reject(new AppError(fault, "没有答复"));

describe("a rest after a failure", () => {
  test("keeps everybody from a server that is away", async () => {
    const rest = restAfterFailure(60_000, "休息");
    await expect(rest(present, fails("unavailable"))).rejects.toThrow("没有答复");
    await expect(rest(present, async () => "好")).rejects.toThrow("休息");
  });

  test("does not begin because one question was refused, or because who asked has left", async () => {
    const rest = restAfterFailure(60_000, "休息");
    await expect(rest(present, fails("bad_answer"))).rejects.toThrow("没有答复");
    await expect(rest(AbortSignal.abort(), fails("unavailable"))).rejects.toThrow("没有答复");
    await expect(rest(present, async () => "好")).resolves.toBe("好");
  });
});
