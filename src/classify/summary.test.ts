import { describe, expect, test } from "vitest";
import { recordWords } from "./summary-words.ts";
import { draftOf } from "./test-call.ts";

const threat = draftOf(
  "坐席：您好，请问您需要什么帮助？",
  "市民：我问你们，东湖区金桥街道锦绣花园八号楼顶楼漏水三年了，物业天天推，到底管不管！",
  "坐席：请问您贵姓？",
  "市民：我姓孙，孙海涛。",
  "坐席：您找过物业吗？",
  "市民：找了二十来回了，每次都说没有维修资金。再拖下去，礼拜五我一把火把物业办公室给它点了！",
  "坐席：您反映东湖区金桥街道锦绣花园八号楼顶楼漏水三年，物业以没有维修资金为由不修，您要求尽快维修，对吗？",
  "市民：对。",
);

describe("a summary", () => {
  test("tells who, where, what, what was tried, the threat in its own words, and what is wanted", () => {
    expect(threat.summary).toMatch(/^来电人孙海涛反映：东湖区金桥街道锦绣花园/u);
    expect(threat.summary).toContain(`来电人称“${threat.threatQuotes[0]}”`);
    expect(threat.summary).toContain("找了二十来回");
    expect(threat.summary).toContain("要求尽快维修");
    expect(threat.summary.length).toBeLessThanOrEqual(200);
  });

  test("names the day of what was told from the day of the call", () => {
    const draft = draftOf(
      "市民：今天早上六点多，西山区松峪镇松泉小区四号楼水表冻裂了，往外滋水，家里没有水，请派师傅来换一个。",
      "坐席：您反映今早六点多松泉小区四号楼水表冻裂漏水，希望尽快上门更换，对吗？",
      "市民：对。",
    );
    expect(draft.summary).toContain("6月17日早");
    expect(draft.summary).not.toContain("今早");
  });

  test("of a consultation tells the answer with its source, and that it was understood", () => {
    const { summary } = draftOf(
      "市民：你好，我想咨询一下养狗的证怎么办，要带什么材料。",
      "坐席：您是想了解犬证办理需要什么材料、到哪里办，对吗？",
      "市民：对。",
      "坐席：抱歉让您久等了，根据市城市管理局的养犬登记办事指南，需要身份证、居住证明和免疫证明，到各区政务服务中心办理，不收费。",
      "市民：清楚了，谢谢。",
    );
    expect(summary).toContain("已依据市城市管理局的养犬登记办事指南答复：需要身份证");
    expect(summary).toMatch(/来电人表示清楚。$/u);
  });

  test("says that a secret is kept and a name is not told", () => {
    const { summary } = draftOf(
      "市民：我要举报一家黑诊所，在柳林街道柳林南巷二十六号，没有证给人打针，千万要保密，别说是我说的。",
      "坐席：请问您贵姓？",
      "市民：我不方便说。",
    );
    expect(summary).toMatch(/^来电人（不愿透露姓名，要求保密）举报：/u);
  });
});

describe("a title", () => {
  test("names place and matter in thirty characters, and what is threatened", () => {
    expect(threat.title.length).toBeLessThanOrEqual(30);
    expect(threat.title).toContain("锦绣花园");
    expect(threat.title).toMatch(/来电人扬言放火$/u);
  });

  test("ends with a whole word", () => {
    const { title } = draftOf(
      "市民：我反映一下，高新区科苑街道智慧谷三期旁边那个夜市摊位一直占着消防通道和盲道以及公交站台做生意从来没有人管理过。",
    );
    expect(title.length).toBeLessThanOrEqual(30);
    expect(title).not.toMatch(/[的了在从和把被让给将向，、]$/u);
  });
});

const spoken: [string, string][] = [
  ["那个，就是说，路灯天天不亮", "路灯每天不亮"],
  ["着火了着火了，楼道里烧起来了", "着火了，楼道里烧起来了"],
  ["其姓孟，其跟物业说过两回", "跟物业说过两回"],
  ["其女儿找过店家", "其女儿找过店家"],
  ["哎呀，你知道不，今儿早上一滴水没有啊", "今天早上一滴水没有"],
];
test.each(spoken)("%s is recorded as %s", (said, recorded) => {
  expect(recordWords(said)).toBe(recorded);
});
