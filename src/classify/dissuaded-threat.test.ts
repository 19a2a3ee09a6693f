import { describe, expect, test } from "vitest";
import { draftOf } from "./test-call.ts";

const dissuades = [
  "坐席：您的心情我理解，但是请您千万不要这样做，我马上上报。",
  "坐席：师傅您先冷静，千万别冲动，家里人还需要您。",
  "坐席：这样做是违法的，请您不要采取过激的方式，我按紧急事项上报。",
];

/** Ways to say it that no list of words foresees, with what must stand between the quotation marks. */
const threats: [string, string][] = [
  ["我说实话，下周一早上八点，我们一百多台网约车往会展中心一撂，火一熄，人就走了。", "一百多台网约车往会展中心一撂"],
  ["明天我把我爸连床一块儿抬到你们医院大厅去，看你们收不收。", "抬到你们医院大厅"],
  ["后天一早，我们村的牛全赶进乡政府院子里头，吃他们的花。", "赶进乡政府院子"],
  ["再没人管，我今天就把这一车死鱼倒在环保局台阶上。", "死鱼倒在环保局台阶上"],
  ["月底工钱不到，三十来号人把塔吊上的电全掐了，谁也不下来。", "把塔吊上的电全掐了"],
  ["今天下班之前没人来，我就从这儿往前迈一步，你们看着。", "往前迈一步"],
  ["他明天要是还不露面，我就住到他家楼道里，他闺女上学我跟着。", "住到他家楼道里"],
  ["不给个准话，我们二十户明早就把水闸放了，大家都别种。", "把水闸放了"],
];

describe("a threat that the agent asks not to carry out", () => {
  test.each(threats)("%s", (told, words) => {
    for (const agent of dissuades) {
      const draft = draftOf("坐席：请问您有什么诉求？", `市民：${told}`, agent, "市民：那我等你们电话。");
      expect([draft.urgent, draft.urgentClass]).toEqual(["紧急", "不稳定因素"]);
      expect(draft.threatQuotes.some((quote) => quote.includes(words))).toBe(true);
    }
  });

  test("is quoted from the time it is set for, past what only leads there", () => {
    const told = "市民：我跟你说，明天上午九点，我就坐到他们一楼大厅里，当着院长的面，我把这瓶药喝下去。";
    const draft = draftOf("坐席：请问您有什么诉求？", told, dissuades[0] ?? "");
    expect(draft.threatQuotes).toEqual(["明天上午九点，我就坐到他们一楼大厅里，当着院长的面，我把这瓶药喝下去"]);
  });

  test("is none when the caller only vents, asks or tells what others did", () => {
    for (const told of [
      "我都快气死了，你说这叫什么事。",
      "我们要求三天之内给答复，不然我就再打电话。",
      "上次我们几个人差点就去堵门了，后来没去。",
      "今天我就是想问问你们到底管不管。",
    ])
      expect(draftOf("坐席：请问您有什么诉求？", `市民：${told}`, dissuades[1] ?? "").urgentClass).toBeNull();
  });
});
