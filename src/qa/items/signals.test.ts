import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePart } from "../../platform/rules/index.ts";
import { normalise } from "../../platform/text/index.ts";
import { holds } from "../judge.ts";

const path = "rules/packs/work-standard/rubric.yaml";
const { signals } = parsePart("rubric", { path, text: readFileSync(path, "utf8") });
const says = (name: keyof typeof signals, text: string) => holds(signals[name], normalise(text).text);

const rebukes = [
  "您早干嘛去了",
  "这还用问吗",
  "占道经营本来就不对，收了不是很正常吗",
  "您不去城管那边要车，打给我们有用吗",
  "您怎么知道人家没有证呢",
  "打断了他的腿您的鱼能活过来吗",
  "我不是跟您说了吗",
  "您自己不会去查一下吗",
  "这点事也值得打12345？",
  "那您想让我怎么办",
  "您说我能有什么办法",
  "这能怪我们吗",
  "你问我我问谁去",
  "谁让您不看清楚就签字的",
  "您当时怎么不报警呢",
  "您不会自己上网看看吗",
  "我说得还不够清楚吗",
  "您听不懂吗",
  "您就不能等两天吗",
  "别人家都能等，怎么就您不能等",
  "您觉得这事儿能当天办成吗",
  "您不交钱人家能给您办吗",
  "哪有您这样的啊",
  "难不成还要我们上门给您修啊",
  "这跟我们有什么关系",
  "我怎么知道他什么时候来",
  "您签合同的时候没看吗",
  "合同上白纸黑字写着，您没看吗",
  "您没看见我在记吗",
  "您催我有用吗",
  "您冲我喊有什么用",
  "您都不知道地址我怎么给您登记",
  "您连门牌号都不知道还打什么电话",
  "刚才不是讲过了吗，怎么又问",
  "这不是明摆着的吗",
  "您想想这可能吗",
  "您又不是小孩子了，这还要人教",
  "您以为热线是您家开的",
  "我一个接线员能管得了吗",
  "规定就是规定，您还想怎么样",
  "下雨天能不积水吗",
  "大家都这样，凭什么您例外",
  "您早点打不就没事了",
  "您为什么不早说",
  "您到底想不想解决问题",
  "您不报修他们怎么会来",
  "我要是知道我还坐在这儿",
  "物业不是你们自己选的吗",
  "夏天哪有不热的",
  "您买的时候怎么不打听清楚",
];

const asks = [
  "您方便说一下具体地址吗",
  "请问您当时报警了吗",
  "您看这样记录可以吗",
  "您是什么时候发现的呢",
  "您跟物业反映过吗",
  "您看还有什么需要补充的吗",
  "您说的是不是东门那一家",
  "您不方便留电话是吗",
  "您觉得怎么处理比较好",
  "您希望我们怎么帮您",
  "请问您怎么称呼",
  "为什么说是他们的责任，您能讲讲经过吗",
  "您之前为什么没有去办，是遇到什么困难吗",
  "您看登记您的手机号可以吗",
  "您签合同了吗",
  "您有没有看到公告",
  "您能不能把小区名字再说一遍",
  "哪个单位答复您的呢",
  "您知道他们的电话吗",
  "是不是已经修过一次了",
  "他们怎么跟您说的",
  "您刚才说的是三楼还是四楼",
  "您家现在还有水吗",
  "您需要我现在帮您转过去吗",
  "您看您是要投诉还是咨询呢",
  "您是想问能不能办吗",
  "您不用着急，慢慢说好吗",
  "这个情况持续多久了呢",
  "您能提供一下车牌号吗",
  "老人家现在身边有人吗",
  "您刚才不是说在二楼吗，我跟您核对一下",
  "您怎么知道这个电话的呢",
  "这样处理对您有用吗",
  "打到我们这里有用的，我马上给您登记",
  "帮您解决问题不是应该的嘛",
  "没事，这不是应该的嘛",
  "请问您看过的那份合同还在吗",
  "现在用电是正常的吗",
  "您看呢，要不要我给您登记一个工单",
];

const shrugs = [
  "这我不知道啊",
  "那我就不清楚了",
  "我哪清楚",
  "这个不清楚，您问物业",
  "不晓得",
  "我这边不太清楚",
  "我不清楚具体怎么办",
  "不清楚，没接到通知",
  "这个真不知道",
  "具体哪天不知道",
  "这事儿我们热线上不知道",
  "嗯，不知道",
  "这个我不了解",
  "不好意思，这个我不太清楚",
  "什么时候来水不清楚",
  "我们不清楚这个事",
  "谁负责的我不知道",
  "我也说不清楚",
  "你问的这个我不清楚",
  "这个我没听说",
  "不知道呀，没人跟我们讲",
];

const tells = [
  "您不知道门牌号没关系",
  "您知不知道是哪家单位",
  "我听得不太清楚，您再说一遍",
  "您说不知道是谁，对吗",
  "我不清楚您说的是哪一栋，麻烦您再说一遍",
  "不知道您方不方便留个电话",
  "单位说不清楚情况，是吗",
  "您不清楚的话可以不说",
];

describe("signals of the rubric", () => {
  it.each(rebukes)("hears a rebuke in: %s", (text) => expect(says("rhetorical", text)).toBe(true));
  it.each(asks)("hears a plain question in: %s", (text) => expect(says("rhetorical", text)).toBe(false));
  it.each(shrugs)("hears a forbidden answer in: %s", (text) => expect(says("forbidden", text)).toBe(true));
  it.each(tells)("hears none in: %s", (text) => expect(says("forbidden", text)).toBe(false));

  it.each(["您放心，学校一定会把钱退给您", "明天肯定给您修好", "百分之百能给您批"])("hears a promise in: %s", (text) =>
    expect(says("promise", text)).toBe(true),
  );
  it.each(["我一定如实给您记录", "能不能退我不敢保证", "您能肯定是他拆的吗", "一定会督促他们给您退"])(
    "hears no promise in: %s",
    (text) => expect(says("promise", text)).toBe(false),
  );
  it("tells a bare demand from a polite question", () => {
    expect(says("bareDemand", "姓什么")).toBe(true);
    expect(says("bareDemand", "电话")).toBe(true);
    expect(says("bareDemand", "请问您贵姓")).toBe(false);
    expect(says("bareDemand", "几号楼")).toBe(true);
    expect(says("bareDemand", "接着说")).toBe(true);
    expect(says("bareDemand", "是哪一家")).toBe(false);
    expect(says("bareDemand", "您的电话")).toBe(false);
  });
});
