import { describe, expect, test } from "vitest";
import type { CallView } from "../../../types.ts";
import { sayNext } from "./say-next.ts";

const view = (speakers: string[], asks: unknown[]) =>
  ({
    greeting: "节日好！请问您需要什么帮助？",
    closing: ["请问您还需要其他帮助吗？"],
    waitPhrase: "请您再稍等一下。",
    asks,
    call: { utterances: speakers.map((speaker) => ({ speaker, text: "" })) },
  }) as unknown as CallView;
const place = { element: "place", label: "地点", state: "未询问", question: "请问具体在哪个路口？" };
const time = { element: "time", label: "时间", state: "缺", question: "请问什么时候开始的？" };
const nobody = new Set<string>();

describe("the phrase of the moment", () => {
  test("is the greeting of the day until the agent has spoken", () => {
    expect(sayNext(view([], [place]), null, nobody)?.words).toBe("节日好！请问您需要什么帮助？");
    expect(sayNext(view(["citizen"], [place]), 40_000, nobody)?.when).toBe("开头");
  });

  test("is the wait phrase from 25 s on, before any question", () => {
    expect(sayNext(view(["agent"], [place]), 24_999, nobody)?.when).toBe("接着问");
    expect(sayNext(view(["agent"], [place]), 25_000, nobody)?.words).toBe("请您再稍等一下。");
  });

  test("is the first question that was not put yet", () => {
    expect(sayNext(view(["agent"], [place, time]), 0, new Set(["place"]))?.words).toBe("请问什么时候开始的？");
    expect(sayNext(view(["agent"], [place]), 0, new Set(["place"]))).toBeNull();
  });

  test("is a closing phrase only when nothing is left to ask", () => {
    expect(sayNext(view(["agent"], [{ ...place, state: "已有" }]), 0, nobody)?.when).toBe("结束");
    expect(sayNext(view(["agent"], []), 0, nobody)).toBeNull();
  });

  test("is the goodbye once the agent asked whether there is more, in whatever words", () => {
    const asked = view([], [{ ...place, state: "已有" }]);
    asked.closing = ["请问您还需要其他帮助吗？", "感谢您的来电，再见。"];
    asked.call.utterances = [{ i: 0, speaker: "agent", startMs: 0, endMs: 1, text: "那您还需要其他的吗？" }];
    expect(sayNext(asked, 0, nobody)?.words).toBe("感谢您的来电，再见。");
  });
});
