import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Call } from "../orders/index.ts";
import { type PartName, type PartRules, parsePart } from "../platform/rules/index.ts";
import { readCallback } from "./read-callback.ts";

function part<Name extends PartName>(name: Name): PartRules[Name] {
  const path = `rules/packs/db11t-draft/${name}.yaml`;
  return parsePart(name, { path, text: readFileSync(path, "utf8") });
}
const rules = { callback: part("callback"), wording: part("wording"), phrases: part("phrases") };

/** A callback of lines "坐：…" and "民：…", one after the other, each 3 s long. A line "民3：" lasts 3 s more, into the next one. */
function callOf(script: string, startedAt = "2026-03-04T10:00:00+08:00") {
  const lines = script
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const utterances = lines.map((line, i) => {
    const startMs = i * 4000;
    return {
      i,
      speaker: line.startsWith("坐") ? "agent" : "citizen",
      startMs,
      endMs: startMs + (line.startsWith("民3") ? 6000 : 3000),
      text: line.slice(line.indexOf("：") + 1),
    };
  });
  return Call.parse({ id: "t", direction: "callback", startedAt, utterances });
}
const read = (script: string, startedAt?: string) => readCallback(rules, callOf(script, startedAt));

const opening = `坐：您好，我是12345市民服务热线的回访人员，请问您是贾先生吗？
民：是我。`;
const scale = "坐：对问题的处理情况是非常满意、满意、基本满意、不满意、非常不满意？";
const closing = "坐：感谢您的配合，不打扰了，再见。";
const whole = (contacted: string, resolved: string, level: string) => `${opening}
坐：针对您之前反映的路灯问题，承办单位是否联系或尝试与您联系？
民：${contacted}
坐：您反映的问题是否得到解决？
民：${resolved}
${scale}
民：${level}
坐：好的，记下了。
${closing}`;

describe("readCallback: answers", () => {
  it.each([
    ["打过电话，还来看了现场。", "是"],
    ["联系了，社区的人上门来的。", "是"],
    ["有，第二天就打了。", "是"],
    ["嗯，联系过我。", "是"],
    ["有人加我微信说了。", "是"],
    ["没有，谁也没找过我。", "否"],
    ["没人联系。", "否"],
    ["没打过电话，我打过去他不在。", "否"],
    ["哪有人联系我啊？", "否"],
    ["从头到尾没接到一个电话。", "否"],
    ["我自己打过去问的，他们没联系过我。", "否"],
    ["有个未接来电，我回过去没人接。", "尝试联系"],
    ["就一条短信。", "尝试联系"],
    ["打了两次我都没接着。", "尝试联系"],
    ["来了我不在家，门口贴了个条。", "尝试联系"],
  ])("contacted: %s -> %s", (words, value) => {
    expect(read(whole(words, "解决了。", "满意。")).contacted).toBe(value);
  });

  it.each([
    ["解决了，灯亮了。", "已解决"],
    ["修好了。", "已解决"],
    ["现在不漏了，弄好了。", "已解决"],
    ["没有。", "未解决"],
    ["没解决，还是老样子。", "未解决"],
    ["解决个啥，天天晚上照样吵。", "未解决"],
    ["到现在没人来修。", "未解决"],
    ["解决了一半，东边那盏还不亮。", "部分解决"],
    ["好了点，但是还有两盏没修。", "部分解决"],
    ["没完全解决。", "部分解决"],
  ])("resolved: %s -> %s", (words, value) => {
    expect(read(whole("打过电话。", words, "满意。")).resolved).toBe(value);
  });

  it.each([
    ["满意。", "满意"],
    ["非常满意，谢谢。", "非常满意"],
    ["基本满意吧。", "基本满意"],
    ["不太满意。", "不满意"],
    ["非常不满意！", "非常不满意"],
    ["满意，哦不对，不满意。", "不满意"],
    ["三。", "基本满意"],
    ["还行吧。", "未答"],
    ["满意和基本满意有什么区别？", "未答"],
  ])("satisfaction: %s -> %s", (words, value) => {
    expect(read(whole("打过电话。", "解决了。", words)).satisfaction).toBe(value);
  });

  it("keeps the free answer when the citizen gives in to pleading", () => {
    const review = read(`${opening}
坐：问题解决了没有？
民：没有。
${scale}
民：不满意。
坐：您这一票要扣我们绩效的，通融一下吧。
民：唉，那就满意吧。
坐：请问是哪方面不满意？
民：效率太慢。
${closing}`);
    expect(review).toMatchObject({ satisfaction: "不满意", reason: "办事效率：效率太慢。" });
    expect(review.leading).toMatchObject([{ utterance: 6, type: "施压求情", severity: "重" }]);
  });

  it("takes a recorded value for the answer once the citizen agrees", () => {
    const review = read(`${opening}
坐：有单位联系您吗？
民：说不好，好像有个短信来着。
坐：那我记尝试联系，您看可以吗？
民：可以。
坐：问题解决了吗？
民：解决了。
${scale}
民：满意。
${closing}`);
    expect(review).toMatchObject({ contacted: "尝试联系", leading: [], faults: [] });
  });
});

describe("readCallback: who answered", () => {
  it("takes nothing from somebody who did not make the request", () => {
    const review = read(`坐：您好，我是12345的回访人员，请问您是贾先生吗？
民：我是他爱人，他不在家。
坐：好的，那我改天再联系，谢谢您，再见。`);
    expect(review).toMatchObject({
      reached: false,
      consented: false,
      contacted: "未答",
      satisfaction: "未答",
      faults: [],
    });
  });

  it("goes on with the requester when the phone is handed over", () => {
    const review = read(`坐：您好，我是12345的回访人员，请问您是贾先生吗？
民：我不是，你等一下我叫他。
民：喂，你好。
坐：请问是贾先生吗？
民：我是。
坐：有单位联系您吗？
民：打过电话。
坐：问题解决了没有？
民：解决了。
${scale}
民：满意。
${closing}`);
    expect(review).toMatchObject({ reached: true, consented: true, contacted: "是", satisfaction: "满意" });
  });

  it("has no answers from a requester who denies the request", () => {
    const review = read(`${opening}
坐：您反映过路灯的问题，做个回访。
民：我没反映过这个。
坐：好的，打扰您了，谢谢，再见。`);
    expect(review).toMatchObject({ reached: true, consented: false, resolved: "未答", faults: [] });
  });

  it("tells going on after a refusal", () => {
    const review = read(`${opening}
坐：做个回访，方便吗？
民：不方便，我在开会。
坐：就三个问题，承办单位联系过您没有？
民：打过。
坐：问题解决了吗？
民：解决了。
${scale}
民：满意。
${closing}`);
    expect(review.faults).toEqual([{ item: "未经同意继续回访", utterance: 4 }]);
  });
});

describe("readCallback: faults", () => {
  const itemsOf = (script: string, startedAt?: string) => read(script, startedAt).faults;

  it("has none in a callback by the script", () => {
    expect(itemsOf(whole("打过电话。", "解决了。", "满意。"))).toEqual([]);
  });

  it.each(["2026-03-04T08:59:00+08:00", "2026-03-04T12:00:00+08:00", "2026-03-04T18:30:00+08:00"])(
    "tells a call at %s",
    (at) => {
      expect(itemsOf(whole("打过。", "解决了。", "满意。"), at)).toEqual([{ item: "非工作时段回访", utterance: 0 }]);
    },
  );

  it("tells an opening without name and office", () => {
    const script = whole("打过。", "解决了。", "满意。").replace(
      "我是12345市民服务热线的回访人员，请问您是贾先生吗",
      "跟您核实个事",
    );
    expect(itemsOf(script)).toEqual([
      { item: "未表明身份", utterance: 0 },
      { item: "未核实身份", utterance: 0 },
    ]);
  });

  it("tells questions left out, at the line that skips on", () => {
    expect(
      itemsOf(`${opening}
${scale}
民：满意。
${closing}`),
    ).toEqual([
      { item: "未询问响应情况", utterance: 2 },
      { item: "未询问解决情况", utterance: 2 },
    ]);
  });

  it.each([
    ["您满意吗？", true],
    ["您是满意、基本满意还是不满意？", true],
    ["您是满意还是不满意？", false],
    ["非常满一满一基本满一不满一非常不满一选一个", false],
  ])("a scale that is not whole: %s -> %s", (words, isFault) => {
    const found = itemsOf(whole("打过。", "解决了。", "满意。").replace(scale, `坐：${words}`));
    expect(found.some((each) => each.item === "满意度选项未完整告知")).toBe(isFault);
  });

  it("tells an unhappy rating nobody asked about, not one the citizen explained", () => {
    expect(itemsOf(whole("打过。", "解决了。", "不满意。"))).toEqual([{ item: "未询问不满意原因", utterance: 8 }]);
    expect(itemsOf(whole("打过。", "解决了。", "不满意，拖了三个月才来修。"))).toEqual([]);
  });

  it("tells an interruption but no back-channel", () => {
    const script = whole("打过。", "解决了。", "满意。").replace("民：打过。", "民3：打过，那天他说要");
    expect(itemsOf(script)).toEqual([{ item: "打断市民", utterance: 4 }]);
    expect(
      itemsOf(
        script.replace("坐：您反映的问题是否得到解决？", "坐：嗯。\n民：下周来。\n坐：您反映的问题是否得到解决？"),
      ),
    ).toEqual([]);
  });

  it("tells 你 once, arguing and a missing goodbye", () => {
    const script = `${opening}
坐：有单位联系你吗？
民：没有。
坐：你跟我喊什么，问题解决了没有？
民：没有。
${scale}
民：不满意。
坐：哪方面不满意？
民：效率。
坐：行了。`;
    expect(itemsOf(script)).toEqual([
      { item: "未使用尊称", utterance: 2 },
      { item: "语气生硬争辩", utterance: 4 },
      { item: "结束语不规范", utterance: 10 },
    ]);
  });
});
