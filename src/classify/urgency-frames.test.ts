import { describe, expect, test } from "vitest";
import { draftOf } from "./test-call.ts";

const near: [string, string][] = [
  ["听来的或别人的事", "听说隔壁小区上午有人要跳楼，我就是想问问楼顶的门该谁锁。"],
  ["影视、作文或演练", "我看新闻说外地着火烧了商场，我就想问我们小区的消防通道多宽才算合格。"],
  ["说的是以前的事", "上个月我被追尾了，腿受伤流血，保险公司定损三千，修车要五千。"],
  ["假设或隐患", "楼下烤串的那个炉子，着了火可了不得，天天十一点还在弄。"],
  ["打比方", "他们那个音响一放起来我这心脏都要炸了，跳广场舞的能不能管管。"],
  ["收回的气话", "我气头上还说要拉几个人把路堵了，那是气话，不能干那事。"],
  ["被否认", "我不是来闹的，也不会去堵路，就想要回我的钱。"],
];

describe("words that only sound urgent", () => {
  test.each(near)("%s: %s", (_frame, text) => {
    const draft = draftOf(`市民：${text}`);
    expect([draft.urgent, draft.scope, draft.threatQuotes, draft.urgentWhy]).toEqual([
      "一般",
      "受理",
      [],
      draft.urgentWhy,
    ]);
  });

  test("the reason says why the words do not count", () => {
    const { urgentWhy } = draftOf("市民：我气头上还说我们几个人明天要把路堵上，那是气话，我可不敢。");
    expect(urgentWhy).toContain("收回的气话");
  });
});

const real: [string, string, string][] = [
  ["不稳定因素", "受理", "你们别当我是说气话，今晚不给钱我就从这楼上跳下去。"],
  ["不稳定因素", "受理", "我活着也没意思了，药我都买好了，今晚不给我答复，明天你们来收尸吧。"],
  ["不稳定因素", "受理", "这个月底要是不把钱打过来，我们全班组三十来号人就去你们市政府门口坐着，不给就不走。"],
  ["突发事件", "122", "校门口一辆三轮把两个学生撞了，有一个趴地上不动。"],
  ["突发事件", "110", "我包被人抢了，就现在，那人骑摩托往南跑了。"],
  ["突发事件", "受理", "我孩子脑袋卡在防盗窗里了，半个身子悬在外头，五楼，快来人哪。"],
  ["极端天气", "受理", "大雪把菜市场的棚子压垮了，底下有摆摊的没跑出来。"],
  ["疫情", "受理", "我妈打完疫苗，回家就休克了，现在在抢救，接种点的人说不关他们事。"],
];

test.each(real)("%s, %s: %s", (urgentClass, scope, text) => {
  const draft = draftOf(`市民：${text}`);
  expect([draft.urgentClass, draft.scope]).toEqual([urgentClass, scope]);
});

test("where the agent treats the call as urgent, words of the class suffice", () => {
  const told = "市民：我们楼那个大水箱裂开倒了半边，楼顶上有两个人呢。";
  const agent = "坐席：请您远离楼下，我马上按紧急事项上报。";
  expect([draftOf(told).urgent, draftOf(told, agent).urgentClass]).toEqual(["一般", "突发事件"]);
});

test("an agent who says that it is no emergency alarms nobody", () => {
  const agent = "坐席：这个不属于紧急情况，如遇紧急情况请您拨打110。";
  expect(draftOf("市民：楼道的灯管倒了一根，没亮了。", agent).urgent).toBe("一般");
});
