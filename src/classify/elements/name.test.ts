import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

const ask = "坐席：请问您贵姓？";
const cases: [string, string[], string | null][] = [
  ["a surname with the agent's form of address", [ask, "市民：免贵姓宋。", "坐席：宋女士您好，请讲。"], "宋女士"],
  ["a surname repeated with the given name", [ask, "市民：姓高，高建军。", "坐席：高先生您好。"], "高建军"],
  ["without punctuation", [ask, "市民：我姓吴吴桂芳今年六十八了", "坐席：吴阿姨您好"], "吴桂芳"],
  ["我叫", [ask, "市民：我叫欧阳明。", "坐席：好的欧阳先生。"], "欧阳明"],
  ["a given name with a word of size in it", [ask, "市民：罗，罗小平，平安的平。", "坐席：罗女士您好。"], "罗小平"],
  ["one given character before an age", [ask, "市民：我姓何何静今年五十一", "坐席：何女士您好"], "何静"],
  ["the name alone", [ask, "市民：田静。", "坐席：田女士您好。"], "田静"],
  ["unpunctuated surname and place", [ask, "市民：我姓严就在体育馆东门这边", "坐席：严先生您好"], "严先生"],
  ["an explained character", [ask, "市民：我姓张，弓长张。", "坐席：张先生您好。"], "张先生"],
  ["an explained surname is no given name", [ask, "市民：姓雷，雷雨的雷。", "坐席：雷女士您好。"], "雷女士"],
  ["the agent's way to say it before the name", [ask, "市民：魏。", "坐席：魏师傅您好。"], "魏师傅"],
  [
    "another person's name",
    ["市民：我们老板姓赵，叫赵大山，他不给钱。", ask, "市民：我姓李。", "坐席：李先生您好。"],
    "李先生",
  ],
  [
    "the full name after the surname is spelled out",
    [ask, "市民：姓桑，桑叶的桑，桑玉梅。", "坐席：桑女士您好。"],
    "桑玉梅",
  ],
  ["spelled out without punctuation", [ask, "市民：免贵姓田田地的田田有福", "坐席：田先生您好"], "田有福"],
  ["what to write down", [ask, "市民：你写姓鲁就行，全名不说了。", "坐席：好的鲁先生。"], "鲁先生"],
  ["a word after 姓 is no surname", [ask, "市民：姓也别记了。", "坐席：好的女士。"], null],
  ["a written message signed with a form of address", ["市民：楼道灯坏了。联系人：鲁女士。"], "鲁女士"],
  ["refused", [ask, "市民：我不方便说，怕他们报复。", "坐席：没关系的先生。"], null],
  ["never asked", ["坐席：您好，请讲。", "市民：路灯坏了，麻烦修一下。"], null],
];

describe("name of the caller", () => {
  test.each(cases)("%s", (_name, lines, value) => {
    expect(draftOf(...lines).elements.name?.value ?? null).toBe(value);
  });

  test("a refusal is told from a question that was never asked", () => {
    expect(draftOf(ask, "市民：不想说名字。").elements.name?.status).toBe("来电人不愿提供");
    expect(draftOf("市民：路灯坏了。").elements.name?.status).toBe("未询问");
  });
});
