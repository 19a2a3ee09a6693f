import { describe, expect, test } from "vitest";
import { loadRules } from "../../platform/rules/index.ts";
import { normalise, sourceWords } from "../../platform/text/index.ts";
import { draftFromCall } from "../draft-from-call.ts";
import { callOf } from "../test-call.ts";
import { headlineIn, headlineMatter, letterInThirdPerson, withoutCourtesies } from "./letter.ts";
import { questionsOfLetter, wishOfLetter } from "./letter-wish.ts";
import { readTalk } from "./talk.ts";

const rules = loadRules("rules", "yunling");
const letter = (text: string) => draftFromCall(rules, callOf([`市民：${text}`], { direction: "web" }));

const courtesies: [string, string][] = [
  ["尊敬的周市长，您好！我家门口的路灯不亮。", "我家门口的路灯不亮。"],
  ["李书记：您好！小区停水。", "小区停水。"],
  ["路灯不亮。\n在您百忙之中打扰您了，请派人修。谢谢！", "路灯不亮。请派人修。"],
  ["感谢您的关注，桥面有坑。_x000D_请修。", "桥面有坑。请修。"],
  ["您好好看看这条路。", "您好好看看这条路。"],
];
test.each(courtesies)("%s is read as %s", (said, read) => {
  expect(withoutCourtesies(normalise(said)).text).toBe(read);
});

test("what is kept of a letter still quotes its source", () => {
  const plain = withoutCourtesies(normalise("刘局长，您好！青松路有坑。谢谢！"));
  expect(sourceWords(plain, 0, 3)).toBe("青松路");
});

describe("a letter", () => {
  const draft = letter(
    "投诉青松小区楼下烧烤店深夜扰民。尊敬的领导，您好！我们是青松小区的业主，开发商将底楼租给烧烤店，每晚吵到两点，我们根本无法休息。希望有关部门尽快查处，还我们安静。谢谢！",
  );

  test("gives its own headline as title, with no place before one that names it", () => {
    expect(draft.title).toBe("青松小区楼下烧烤店深夜扰民");
  });

  test("is told without greeting, and its reader is not named", () => {
    expect(draft.summary).not.toMatch(/尊敬|好，|其好|谢谢|您/u);
  });

  test("asks for what it asks at its end", () => {
    expect(draft.elements.demand?.value).toMatch(/^希望有关部门尽快查处/u);
  });

  test("names a place by whole words", () => {
    expect(draft.elements.place?.value).toMatch(/^青松小区/u);
  });

  test("that asks is titled by its headline once, and its questions are what is wanted", () => {
    const asking = letter("咨询老旧小区加装电梯的咨询。请问加装电梯要多少户同意？补贴多少钱？");
    expect(asking.title).toBe("咨询老旧小区加装电梯");
    expect(asking.elements.demand?.value).toBe("了解加装电梯要多少户同意；补贴多少钱");
  });

  test("keeps its headline where its matter belongs to another channel", () => {
    const { title } = letter(
      "丰泽路棚改补偿资金明细一直不公布。我家去年被征收，现依法申请公开棚改补偿资金的使用明细，请政府公开。",
    );
    expect(title).toBe("咨询丰泽路棚改补偿资金明细一直不公布(政府信息公开)");
  });

  test("takes no time from a year told in passing or a rule cited", () => {
    const { time } = letter(
      "反映翠湖苑停车难。翠湖苑2012年建成，按照2019年3月出台的规定应当配建车位，物业一直不管。",
    ).elements;
    expect(time?.value).toBeNull();
  });
});

test("a headline is told from a message of one sentence", () => {
  expect(headlineIn("请修一下青松路的路灯。")).toBeNull();
  expect(headlineIn("青松路路灯不亮。已经有半个月了，晚上走路很危险。")?.text).toBe("青松路路灯不亮");
});

test("the kind of letter is no part of its matter", () => {
  expect(headlineMatter("关于青松路积水问题的反映")).toBe("青松路积水问题");
});

test("the writer is not named as subject, nor the reader at all", () => {
  expect(letterInThirdPerson("我们要求停工，希望您能重视，我岳父八十岁。")).toBe(
    "要求停工，希望能重视，其岳父八十岁。",
  );
});

test("the wish of the body comes before that of the headline, which stands in where the body only tells", () => {
  const both = "请求修复青松路。路面坑洼已经半年了。恳请有关部门尽快修复。";
  const told = "请求修复青松路。路面坑洼已经半年了，多次有人摔倒。";
  const words = (text: string): string => {
    const wish = wishOfLetter(text);
    return wish ? text.slice(wish.start, wish.end) : "";
  };
  expect(words(both)).toBe("恳请有关部门尽快修复");
  expect(words(told)).toBe("请求修复青松路");
});

test("of a long sentence only what asks is a question", () => {
  const text = "咨询医保。我母亲今年六十八岁，在外省跟着我们生活，去年冬天在那边住过一次院，请问回来能报销吗？";
  const spans = questionsOfLetter(text, 120).map(({ start, end }) => text.slice(start, end));
  expect(spans).toEqual(["请问回来能报销吗"]);
});

const places: [string, string][] = [
  ["请求改善石桥镇青松小区周边环境。小区门口堆满垃圾，两个月没人清运。", "石桥镇青松小区"],
  ["请求取缔长青路的黑网吧。孩子放学后常去那里，请有关部门查处。", "长青路"],
  ["反映区路政部门拖延。门口的路烂了半年，打电话没人理。", ""],
];
test.each(places)("%s is about %s", (text, place) => {
  const { value } = letter(text).elements.place ?? { value: null };
  expect(value ?? "").toBe(place);
});

describe("lines of a letter", () => {
  const draft = letter("反映柳林菜市场污水横流\n本人是柳林菜市场的租户\n市场下水道堵了三个月，希望尽快疏通");

  test("the headline ends where its line does", () => {
    expect(draft.title).toBe("柳林菜市场污水横流");
    expect(draft.elements.demand?.value).toBe("希望尽快疏通");
  });

  test("quotes are exact words of the letter, its line ends among them", () => {
    const source = "反映柳林菜市场污水横流\n本人是柳林菜市场的租户\n市场下水道堵了三个月，希望尽快疏通";
    for (const element of Object.values(draft.elements)) expect(source).toContain(element.quote ?? "");
  });

  test("a line that ends with a mark gets no second one", () => {
    const { turns } = readTalk(callOf(["市民：路灯坏了。\n\n请修。"], { direction: "web" }), rules.listening);
    expect(turns[0]?.text).toBe("路灯坏了。请修。");
  });
});
