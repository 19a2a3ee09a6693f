import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CallResult, processLines } from "../../src/pipeline/index.ts";
import { systemCtx } from "../../src/platform/context.ts";
import { isLineFault, type LineFault } from "../../src/platform/json-lines.ts";
import type { OpenServices } from "../../src/services.ts";
import { complaintCall, webMessage } from "../support/calls.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { openTestServices } from "../support/services.ts";

describe.each(databaseKinds)("%s", (kind) => {
  describe.skipIf(isMissing(kind))("tingsu process", () => {
    let services: OpenServices;
    beforeAll(async () => {
      services = await openTestServices(kind);
    });
    afterAll(() => services.close());

    async function run(lines: unknown[]): Promise<(CallResult | LineFault)[]> {
      const source = (async function* () {
        for (const line of lines) yield typeof line === "string" ? line : JSON.stringify(line);
      })();
      const ctx = systemCtx(services, "process", new AbortController().signal, "test");
      const results: (CallResult | LineFault)[] = [];
      for await (const result of processLines(ctx, source)) results.push(result);
      return results;
    }
    const only = async (line: unknown): Promise<CallResult> => {
      const [result] = await run([line]);
      if (!result || isLineFault(result)) throw new Error(JSON.stringify(result));
      return result;
    };

    test("a call becomes a draft whose every quote is an exact substring of one of its utterances", async () => {
      const call = complaintCall("quotes");
      const { order, qa } = await only(call);
      const elements = Object.values(order?.elements ?? {});
      const quoted = elements.filter((element) => element.quote);
      expect(quoted.length).toBeGreaterThan(3);
      for (const { quote } of quoted) expect(call.utterances.some(({ text }) => text.includes(quote ?? ""))).toBe(true);
      for (const { value, evidence } of elements) if (value !== null) expect(evidence.length).toBeGreaterThan(0);
      expect(order).toMatchObject({ kind: "投诉", urgent: "一般", scope: "受理" });
      expect(qa?.items.length).toBeGreaterThanOrEqual(28);
    });

    test("every damaged line gives an error line, and nothing else is lost", async () => {
      const bad = (id: string, change: object) => ({ ...complaintCall(id), ...change });
      const [first, second] = complaintCall("x").utterances;
      const lines = [
        complaintCall("good-1"),
        "{ not json",
        bad("no-utterances", { utterances: [] }),
        bad("long", { utterances: [{ ...first, text: "长".repeat(50_000) }] }),
        bad("speaker", { utterances: [{ ...first, speaker: "robot" }] }),
        bad("end-before-start", { utterances: [{ ...first, startMs: 500, endMs: 100 }] }),
        bad("falling", {
          utterances: [
            { ...second, i: 0 },
            { ...first, i: 1 },
          ],
        }),
        bad("nul", { utterances: [{ ...first, text: "a\0b" }] }),
        complaintCall("good-2"),
      ];
      const results = await run(lines);
      expect(results.map((result) => result.id)).toEqual([
        "good-1",
        null,
        "no-utterances",
        "long",
        "speaker",
        "end-before-start",
        "falling",
        "nul",
        "good-2",
      ]);
      expect(results.map((result) => (isLineFault(result) ? result.line : "ok"))).toEqual([
        "ok",
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        "ok",
      ]);
      expect(
        results.filter(isLineFault).every(({ error }) => error.fault === "invalid" && /[一-龥]/.test(error.message)),
      ).toBe(true);
    });

    test("the same line twice is one call and one answer", async () => {
      const [a, b] = await run([complaintCall("twice"), complaintCall("twice")]);
      expect(a).toEqual(b);
    });

    test("a web message is drafted like a call, and has no agent to score", async () => {
      const result = await only(
        webMessage("web-1", "东湖区望湖街道湖滨社区门口的路灯坏了一个星期，晚上漆黑一片，希望尽快修好。"),
      );
      expect(result.order?.street).toBe("望湖街道");
      expect(result.qa?.items.filter((item) => item.verdict === "扣分")).toEqual([]);
    });

    test("a callback has a review and a score, and no order", async () => {
      const callback = {
        ...complaintCall("callback-1"),
        direction: "callback",
        order: { id: "1", title: "路灯不亮", kind: "求助" },
        utterances: [
          {
            i: 0,
            speaker: "agent",
            startMs: 0,
            endMs: 5000,
            text: "您好，我是12345市民服务热线的回访人员，请问您是李先生吗？",
          },
          { i: 1, speaker: "citizen", startMs: 5500, endMs: 6000, text: "是我。" },
        ],
      };
      const result = await only(callback);
      expect(result.order).toBeUndefined();
      expect(result.callback).toMatchObject({ reached: true, identityStated: true, satisfaction: "未答" });
      expect(result.qa).toBeDefined();
    });
  });
});
