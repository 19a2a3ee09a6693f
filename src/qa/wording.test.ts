import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../tests/support/cpu-ms.ts";
import { parsePart } from "../platform/rules/index.ts";
import { auditWording } from "./wording.ts";
import { shippedWordingModel, wordingSettings } from "./wording-weights.ts";

const path = "rules/packs/db11t-draft/wording.yaml";
const wording = parsePart("wording", { path, text: readFileSync(path, "utf8") });
const byRules = (text: string, context = "") => auditWording({ wording }, { context, text }, null);
const audit = (text: string, context = "") => auditWording({ wording }, { context, text });

const leading: [type: string, text: string, context?: string][] = [
  ["预设结果", "您家门口的路灯应该都亮了吧"],
  ["预设结果", "水管早就修好了，我这边登记一下您的评价"],
  ["预设结果", "您对这次处理还满意吧？"],
  ["预设结果", "现在没什么问题了吧"],
  ["预设结果", "占道的摊子已经给您清走了，您再说说评价"],
  ["预设结果", "社区前天不是派人来修过了吗"],
  ["预设结果", "跟您联系的那个同志服务怎么样？"],
  ["反义附加问", "暖气现在热了，对吧？"],
  ["反义附加问", "问题解决了是吧", "坐席：您好，做个回访。\n市民：嗯。"],
  ["反义附加问", "街道的人态度挺好的，是不是？"],
  ["反义附加问", "难道修了您还不满意吗"],
  ["反义附加问", "您总不会说他们什么都没做吧"],
  ["反义附加问", "城管处理得很及时，您说对吧"],
  ["反义附加问", "垃圾都清走了对不对"],
  ["暗示选项", "那我给您记个满意", "市民：还行吧。"],
  ["暗示选项", "我这边就按基本满意给您填了", "市民：随便。"],
  ["暗示选项", "您就给个非常满意吧"],
  ["暗示选项", "大家一般都选满意"],
  ["暗示选项", "最差也得是个基本满意吧"],
  ["暗示选项", "要不改成基本满意？", "市民：不满意。"],
  ["暗示选项", "那就算满意了", "市民：凑合吧。"],
  ["选项不全", "您是满意还是非常满意？"],
  ["选项不全", "非常满意、满意、基本满意，您选哪个"],
  ["选项不全", "是已经修好了还是基本修好了"],
  ["选项不全", "您只能选满意和基本满意"],
  ["施压求情", "我们这个月考核压力大，您多担待"],
  ["施压求情", "您这一单要扣我们绩效的"],
  ["施压求情", "小伙子们大热天跑了三趟也不容易"],
  ["施压求情", "求您了，通融一下吧"],
  ["施压求情", "您评低了街道要被约谈的"],
  ["施压求情", "麻烦您支持一下我们工作"],
  ["利益交换", "选满意的话以后就不再给您打电话了"],
  ["利益交换", "您要是选不满意，这单子还得重新走一遍"],
  ["利益交换", "评个非常满意，我给您优先安排"],
  ["利益交换", "您配合我一下，下次您的事我优先给您办"],
  ["利益交换", "不满意的话，以后您再反映就没人管了"],
  ["利益交换", "评价完可以领一份小礼品"],
  ["代答", "那我写已联系了啊", "市民：不记得了。"],
  ["代答", "那就算解决了，我往下问", "市民：说不好。"],
  ["代答", "我帮您记没意见", "市民：这个嘛……"],
  ["代答", "短信发了就等于联系过了，我记是", "市民：没见着。"],
  ["淡化问题", "就是个小毛病，不要紧"],
  ["淡化问题", "也就晚了两天而已", "市民：说三号来，五号才来。"],
  ["淡化问题", "哪个小区没有点噪音呢", "市民：晚上还是吵。"],
  ["淡化问题", "比以前好多了嘛，您知足吧", "市民：还有一点堵。"],
  ["淡化问题", "这很正常的，过几天就好了", "市民：水还是黄的。"],
  ["淡化问题", "也不是完全没管嘛", "市民：没人管。"],
  ["贬低诉求", "您这是小题大做"],
  ["贬低诉求", "为这点事打五次电话，至于吗"],
  ["贬低诉求", "您的要求是不是有点太高了"],
  ["贬低诉求", "别人家都没投诉，就您家"],
  ["贬低诉求", "是您自己没把话说清楚", "市民：他们听不懂。"],
  ["贬低诉求", "您这样有点胡搅蛮缠了"],
  ["诱导归因", "主要是天气原因耽误的吧", "市民：拖了两个月。"],
  ["诱导归因", "这也不能怪他们，经费没下来", "市民：不满意。"],
  ["诱导归因", "那我写客观原因", "市民：没修完。"],
  ["诱导归因", "政策就是这样的，您要理解", "市民：不满意。"],
  ["提前终止", "别的就不用说了，我提交了", "市民：我还想说——"],
  ["提前终止", "后面还有好多电话，就到这吧", "市民：还有个事。"],
  ["提前终止", "评价录上了就改不了了", "市民：我想改一下。"],
  ["提前终止", "不用细说了，我知道了", "市民：那天是这样的……"],
];

const neutral: [text: string, context?: string][] = [
  ["您好，我是12345市民服务热线的回访人员，请问您是赵先生吗？本次联系您是为了做回访调查。"],
  ["针对您之前反映的路灯问题，承办单位是否联系或尝试与您联系？"],
  ["您反映的问题是否得到解决？"],
  ["对问题的处理情况是非常满意、满意、基本满意、不满意、非常不满意？"],
  ["您所反映的问题有得到解决或改善么？"],
  ["请您对专业部门整体工作的满意程度进行评价：1、满意2、不满意。"],
  ["感谢您的接听，打扰您了，再见"],
  ["曾通过电话、上门、短信等各种方式联系您"],
  ["好的，满意，给您记上了", "市民：满意。"],
  ["那我记基本满意，没错吧", "市民：基本满意吧。"],
  ["修好了是吧，哪天修的？", "市民：修好了修好了。"],
  ["不满意，我如实记录", "市民：我不满意。"],
  ["理解您的心情，我帮您记录"],
  ["现在还漏不漏水？"],
  ["他们来过没有？"],
  ["一非常满意二满意三基本满意四不满意五非常不满意您选几"],
  ["您再听一遍，非常满意、满意、基本满意、不满意、非常不满意", "市民：没听清。"],
  ["没有人联系您，是吗？", "市民：没人找我。"],
  ["您说的还行，对应哪一级？", "市民：还行。"],
  ["还有其他意见或者建议吗"],
  ["单位回复已经修好，是否属实以您说的为准"],
  ["请问您现在方便吗"],
  ["评价没有对错，您怎么想就怎么选"],
  ["您是对效率、态度还是解决质量不满意？", "市民：不满意。"],
  ["您看这件事是已解决、部分解决还是没有解决"],
  ["那我改个时间再联系您", "市民：我在开会。"],
  ["老人家这么冷的天受罪了，现在屋里暖和了没有"],
  ["原因您愿意说就说，不想说也没关系", "市民：不满意，不想多说。"],
  ["我没有权限处理，只能把您的话如实反馈"],
  ["您放心，选哪个都不影响您以后办事"],
  ["不满意的话，麻烦您说一下原因", "市民：不满意。"],
  ["我记尝试联系，您看对不对", "市民：有两个未接电话。"],
  ["感谢您对我们工作的支持，再见", "市民：没了。"],
  ["满意还是不满意，由您定"],
];

const unruled: [text: string, context?: string][] = [
  ["您就说弄完了，还是快弄完了", "市民：弄得怎么说呢。"],
  ["无非是走路绕几步，您给个评价"],
  ["不用捋，您的建议就是继续保持，我敲上去了", "坐席：您还有什么建议？\n市民：让我捋一捋。"],
];

function approvedScripts(): string[] {
  const lines = ["db11t-draft", "work-standard"].flatMap((pack) => {
    const path = `rules/packs/${pack}/callback.yaml`;
    const { scripts } = parsePart("callback", { path, text: readFileSync(path, "utf8") });
    return scripts.flatMap((script) => script.lines.map(({ text }) => text));
  });
  return [...new Set(lines)].map((line) => line.replace("〔来电人〕", "周").replace(/〔[^〕]*〕/gu, "下水道堵塞"));
}

describe("auditWording by rules alone", () => {
  it.each(leading)("finds %s in: %s", (type, text, context) => {
    const verdict = byRules(text, context);
    expect(verdict).toMatchObject({ leading: true, type });
    expect(text).toContain(verdict.span);
    expect(verdict.neutral).toBeTruthy();
  });

  it.each(neutral)("lets pass: %s", (text, context) => {
    expect(byRules(text, context)).toMatchObject({ leading: false, type: null, span: null });
  });
});

describe("auditWording with the learned model", () => {
  it("keeps what the rules find and lets pass what they let pass, but for one sentence in twenty", () => {
    const lost = leading.filter(([, text, context]) => !audit(text, context).leading);
    const alarms = neutral.filter(([text, context]) => audit(text, context).leading);
    expect(lost.length / leading.length).toBeLessThanOrEqual(0.05);
    expect(alarms.length / neutral.length).toBeLessThanOrEqual(0.05);
  });

  it.each(approvedScripts())("lets the approved script pass: %s", (text) => {
    expect(audit(text).leading).toBe(false);
  });

  it.each(unruled)("finds what no rule knows: %s", (text, context) => {
    expect(byRules(text, context).leading).toBe(false);
    const verdict = audit(text, context);
    expect(verdict).toMatchObject({ leading: true, engine: "learned" });
    expect(text).toContain(verdict.span);
    expect(verdict.neutral).toBeTruthy();
    expect(verdict.confidence).toBeGreaterThan(0.5);
  });

  it.each(["", " ", "……", "嗯", "好的"])("finds nothing in %j", (text) => {
    expect(audit(text).leading).toBe(false);
  });

  it("reads sentences as the weights were trained to", () => {
    const model = shippedWordingModel();
    expect(model).not.toBeNull();
    for (const part of [model?.leading, model?.type, model?.severity, model?.clause])
      expect(part?.settings).toEqual(wordingSettings);
    expect([...(model?.type.labels ?? [])]).toEqual(wording.types.map(({ type }) => type).sort());
    expect([...(model?.severity.labels ?? [])].sort()).toEqual(["轻", "中", "重"].sort());
  });

  it("takes a level the caller did not name for leading though another was named", () => {
    expect(audit("那我给您记满意", "市民：基本满意吧。").leading).toBe(true);
    expect(audit("那我给您记满意", "市民：不是很满意。").leading).toBe(true);
  });

  it("finds leading words behind a scale that was read whole", () => {
    const text = "有非常满意、满意、基本满意、不满意、非常不满意，我先给您选非常满意了";
    expect(audit(text)).toMatchObject({ leading: true, type: "暗示选项" });
  });

  it("quotes the sentence as it stands when the recogniser misheard", () => {
    expect(audit("我帮您選滿一了").span).toBe("我帮您選滿一了");
  });

  it("puts the caller's words into the rewording", () => {
    expect(audit("就一个小坑而已", "市民：那个坑还在。").neutral).toContain("那个坑还在");
  });

  it("stays linear on endless speech without punctuation", () => {
    expect(cpuMs(() => audit("都给您说清楚这个事情然后".repeat(1600)))).toBeLessThan(5000);
  });
});
