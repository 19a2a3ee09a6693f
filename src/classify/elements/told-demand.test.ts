import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

describe("what the caller wants, in the caller's words", () => {
  test.each([
    "我投诉健身房关门，我想退剩下的两千五。",
    "楼上漏水，你们再给催催。",
    "我投诉阳光房，到底给不给拆？",
    "我妈摔了，快来人啊！",
    "再发个单子吧，路灯还是不亮。",
    "工资欠了三个月，我们就想要个说法。",
    "电梯坏了，给句痛快话，啥时候能修好，能不能今天就派师傅来。",
    "我要回我的押金。",
    "摊子占道，赶紧清走。",
    "我就图个安静，别让他们半夜干活了。",
    "请帮我协调一下退票。",
    "这个罚单我不认，给我撤销。",
    "要么换新的，要么退钱。",
    "商家必须赔偿我的损失。",
    "麻烦你们去现场看看。",
    "让学校把多收的钱退回来。",
    "孩子入学的事希望给个准信。",
    "派个执法的来查查他家。",
    "把这堆垃圾拉走就行。",
    "我要求公开道歉。",
  ])("wished: %s", (words) => {
    expect(draftOf(`市民：${words}`).elements.demand?.status).toBe("已记录");
  });

  test.each([
    "楼上天天漏水，把我家墙都泡了。",
    "城管前天来人看过，说安排车，到现在也没车。",
    "物业答应给解决，一直拖着。",
    "老板不给我退，电话也不接。",
    "他们从来不给修，路灯黑了半年。",
    "公告上说七月给答复，这都八月了。",
    "那个店卖的肉是臭的。",
    "快递把我包裹弄丢了。",
    "我们村的路坑坑洼洼。",
    "他家的狗没拴绳。",
    "我在网上下单买的冰箱，收到就是坏的。",
    "城管把我的三轮车拉走了。",
  ])("not wished: %s", (words) => {
    expect(draftOf(`市民：${words}`).elements.demand?.value ?? null).toBe(null);
  });

  test("a wish read back in an early question words the demand when the restatement holds none", () => {
    const { demand } = draftOf(
      "市民：我投诉饭店，吃完拉肚子，花了八百。",
      "坐席：您是希望饭店退还餐费并赔偿医药费，对吗？",
      "市民：对，一分别少。",
      "坐席：跟您确认，您反映饭店的饭菜不干净，吃完拉肚子，对吗？",
      "市民：对。",
    ).elements;
    expect(demand?.value).toContain("退还餐费并赔偿医药费");
    expect(demand?.evidence).toEqual([0, 1, 2]);
  });

  test("a proposal is worded as it was read back", () => {
    const { demand } = draftOf(
      "市民：我提个建议，五十二路能不能往前开两站，我们这儿没车。",
      "坐席：您建议52路由东口延伸到职教园，理由是步行远不安全，对吗？",
      "市民：对，哪怕早晚高峰加几班也成。",
    ).elements;
    expect(demand?.value).toContain("延伸到职教园");
    expect(demand?.evidence).toContain(1);
  });
});
