import { describe, expect, it } from "vitest";
import { loadRules } from "../platform/rules/index.ts";
import { normalise } from "../platform/text/index.ts";
import { holds, listen } from "./listen.ts";
import { readCallback } from "./read-callback.ts";
import { callbackOf } from "./test-call.ts";

const rules = loadRules("rules", "yunling");

/** What a line of the agent asks; null for nothing. */
const questions: [string | null, string][] = [
  ["contacted", "请问有单位的工作人员和您取得联系吗？"],
  ["contacted", "住建局那边跟您沟通过没有？"],
  ["contacted", "他们找过您吗？"],
  ["contacted", "这件事后来有人管您没有？"],
  ["contacted", "有没有谁给您打过电话，或者上过门？"],
  ["contacted", "承办的单位有给您回复吗？"],
  ["contacted", "您收到过他们的答复没有？"],
  ["contacted", "街道的人来看过没有？"],
  ["contacted", "是哪个单位跟您联系的？"],
  ["contacted", "相关单位联系上您了吗？"],
  ["contacted", "物业局的同志有没有跟您见过面？"],
  ["contacted", "处理的时候有跟您说一声吗？"],
  ["contacted", "单位有没有答复您？"],
  ["contacted", "有人上门了解过情况吗？"],
  ["contacted", "这几天他们有没有给您来电话？"],
  ["contacted", "后来有没有部门对接您？"],
  ["contacted", "单位有没有尝试联系您，比如短信、电话？"],
  ["contacted", "有没有人通知您处理结果？"],
  ["resolved", "目前这个问题处理好了吗？"],
  ["resolved", "那坑填上了没有？"],
  ["resolved", "现在灯亮不亮了？"],
  ["resolved", "您那边还漏水吗？"],
  ["resolved", "这个诉求解决到什么程度了？"],
  ["resolved", "您觉得这事儿算解决了吗？"],
  ["resolved", "垃圾清走了没？"],
  ["resolved", "结果您认可吗，问题解决了没？"],
  ["resolved", "钱退给您了没有？"],
  ["resolved", "您反映的情况有好转吗？"],
  ["resolved", "那噪音的事现在怎么样了？"],
  ["resolved", "问题有落实吗？"],
  ["resolved", "您咨询的事情弄清楚了没有？"],
  ["resolved", "您看是已解决还是未解决？"],
  ["resolved", "诉求办成了没有？"],
  ["resolved", "现在还臭不臭？"],
  ["resolved", "问题消除了吗？"],
  ["resolved", "证办下来了没有？"],
  ["resolved", "车还停在那儿吗？"],
  ["resolved", "那您的问题得到处理了吧？"],
  ["satisfaction", "您对这次办理情况怎么评价？"],
  ["satisfaction", "您打几分？"],
  ["satisfaction", "对处理结果满意吗？"],
  ["satisfaction", "五个等级您选哪个？"],
  ["satisfaction", "请您做个评价，有五个选项。"],
  ["satisfaction", "总体上您觉得怎么样？"],
  ["satisfaction", "您给个评价吧。"],
  ["satisfaction", "您对承办单位的工作认可吗？"],
  ["reason", "您主要是哪里不满意？"],
  ["reason", "能说说为什么吗？"],
  ["reason", "不满意在哪一块呢？"],
  ["reason", "是觉得慢还是态度不好？"],
  ["reason", "您为什么选不满意？"],
  ["reason", "主要问题出在哪儿？"],
  ["reason", "您方便讲讲原因不？"],
  ["reason", "是效率、态度还是质量方面的问题？"],
  ["reason", "具体是对哪个环节有意见？"],
  ["reason", "哪点没做好呢？"],
  ["reason", "您不满意的点是什么？"],
  [null, "感谢您的配合，再见。"],
  [null, "好的，我给您记下来了。"],
  [null, "那我明天再联系您。"],
  [null, "请问您是王先生吗？"],
  [null, "我是12345的回访员，想做个回访。"],
  [null, "您现在方便吗？"],
  [null, "不打扰您了。"],
  ["opinion", "您还有什么想说的吗？"],
  ["opinion", "对我们的工作有没有建议？"],
  ["opinion", "还有别的要求没有？"],
  ["opinion", "您有什么意见要补充吗？"],
];

it.each(questions)("hears the question after %s in: %s", (topic, text) => {
  expect(listen(rules, callbackOf([`A ${text}`])).agent[0]?.topic).toBe(topic);
});

const turnedAway = [
  "我现在忙着呢，没空。",
  "我在外面办事，不方便说话。",
  "我正炒菜呢，火上坐着锅。",
  "孩子刚睡着，别打了。",
  "我在地铁上，听不清。",
  "我这会儿有事，回头再说。",
  "不想聊这个。",
  "算了吧，不用回访了。",
  "我上课呢。",
  "没心情说这个。",
  "先不说了，我挂了啊。",
  "别问了，问了也没用。",
  "我在排队呢，等会儿行不行。",
  "现在不行，我在医院陪床。",
  "我不做这个。",
  "不需要，谢谢。",
  "我这开着车呢。",
  "你们改天再打行吗？",
  "下午再说吧，我睡觉呢。",
  "没时间跟你扯。",
  "我不想评价，别给我打电话。",
  "等下班再说。",
  "我正给客户打电话呢。",
  "我不愿意接这种电话。",
  "我在单位，不方便。",
  "领导在旁边呢，不方便讲。",
];
const goOn = [
  "没空管我们的事，他们说。",
  "他们说忙，让我等。",
  "不用等了，已经修好了。",
  "师傅说下午再来一趟。",
  "我在家等了一天没人来。",
  "医院那边给我回电话了。",
  "有事你说。",
  "行，你问吧，我开着免提呢。",
  "方便，你讲。",
  "打了，说改天再来看。",
  "没问题，问吧。",
];

describe("not now, or not at all", () => {
  const { citizenBusy, citizenRefuses } = rules.wording.callbackSignals;
  const turnsAway = (text: string) => [citizenBusy, citizenRefuses].some((each) => holds(each, normalise(text).text));
  it.each(turnedAway)("is heard in: %s", (text) => expect(turnsAway(text)).toBe(true));
  it.each(goOn)("is not heard in: %s", (text) => expect(turnsAway(text)).toBe(false));
});

const answering: [boolean, boolean, string][] = [
  [true, true, "我就是，你讲"],
  [true, true, "嗯嗯，啥事"],
  [true, false, "我现在不方便，改天吧"],
  [true, false, "不接受回访，别打了"],
  [true, false, "我没打过12345，你们搞错了吧"],
  [false, false, "他出去了，我是他老伴"],
  [false, false, "打错了，我姓李"],
  [false, false, "这是公司前台，你找谁"],
  [false, false, "我是他儿子，我爸耳朵背，你跟我说"],
  [false, false, "他手机落我这儿了，我是他同事"],
  [false, false, "你打错了，我不认识什么王先生"],
  [false, false, "哦，那是我妈反映的，她在厨房"],
  [true, true, "是我，我替我妈反映的"],
  [true, false, "我开会呢，晚点"],
  [false, false, "他住院了，现在接不了电话"],
  [false, false, "王先生啊，他不干了，这手机是店里的"],
  [false, false, "我是他媳妇，有什么事跟我讲一样的"],
  [true, false, "别再打了行不行，烦死了"],
  [false, false, "机主换人了，这号我上个月才买的"],
  [true, true, "本人，请讲"],
];

it.each(answering)("reached %s, agreed %s: %s", (reached, consented, words) => {
  const questions = ["A 有单位联系过您吗？", "C 打过电话。", "A 问题解决了吗？", "C 解决了。"];
  const lines = ["A 您好，我是12345的回访人员，请问您是王先生吗？给您做个回访。", `C ${words}`];
  const rest = consented ? questions : [];
  expect(readCallback(rules, callbackOf([...lines, ...rest, "A 谢谢您，再见。"]))).toMatchObject({
    reached,
    consented,
  });
});

const openings: [boolean, boolean, string][] = [
  [true, true, "您好，请问是孙桂兰孙阿姨吗？我这里是市民热线。"],
  [true, true, "喂，您好，是何师傅不？12345的。"],
  [true, true, "您好，这里是云岭市12345热线，找一下汪先生。"],
  [true, true, "请问您是机主卢女士本人吗？我是热线回访的。"],
  [true, true, "您好，我是政务服务热线的工作人员，您是前天反映路灯问题的田先生对吧？"],
  [true, true, "您好，12345回访，请问怎么称呼您？"],
  [true, true, "打扰了，我是12345的小陈，您是余大姐？"],
  [true, false, "您好，我是12345的，跟您回访个事。"],
  [true, false, "您好，热线回访，您反映的噪音问题我们了解一下。"],
  [false, true, "喂，是王磊吗？"],
  [false, true, "您好，请问您是褚女士吗？想问您几个问题。"],
  [false, false, "喂，你好，问你个事儿，上次那个路灯修好没有？"],
  [false, false, "你好，耽误你两分钟，垃圾清了吗？"],
  [true, true, "您好，请问是姓郝的先生吗，我是市长热线回访员。"],
  [true, true, "您好，我这边是12345市民热线回访中心，您是反映物业收费的那位尤先生吧？"],
];

it.each(openings)("says who calls %s, asks whom %s: %s", (identityStated, identityChecked, words) => {
  expect(readCallback(rules, callbackOf([`A ${words}`, "C 嗯。"]))).toMatchObject({ identityStated, identityChecked });
});

/** What is read of a callback to the caller himself, whom a unit has called, that goes on with these lines. */
const reviewOf = (lines: readonly string[]) =>
  readCallback(
    rules,
    callbackOf([
      "A 您好，我是12345的回访人员，请问您是王先生吗？给您做个回访。",
      "C 是我，你说。",
      "A 有单位联系过您吗？",
      "C 打过电话。",
      ...lines,
    ]),
  );

const rated: [string, string][] = [
  ["非常，非常不满意。", "非常不满意"],
  ["这是头等大事，拖了半年，不满意。", "不满意"],
  ["就基本的服务都没有，不满意。", "不满意"],
  ["基本的那个吧。", "基本满意"],
  ["顶格，满分。", "非常满意"],
];

it.each(rated)("a level in other words, unless he says that he is unhappy: %s", (words, satisfaction) => {
  const review = reviewOf(["A 问题解决了吗？", "C 解决了。", "A 您对处理结果满意吗？", `C ${words}`]);
  expect(review.satisfaction).toBe(satisfaction);
});

it.each([
  ["短信说已解决，可水还是漏。", "未解决"],
  ["你们系统显示已解决，其实根本没人来修。", "未解决"],
  ["部分解决。等等，钱也退了，那就已解决。", "已解决"],
])("what others wrote down is no answer: %s", (words, resolved) => {
  const review = reviewOf(["A 您看是已解决、部分解决还是未解决？", `C ${words}`]);
  expect(review.resolved).toBe(resolved);
});

it("who calls the unit every day was not called by it", () => {
  const lines = ["A 您好，我是12345的回访人员，请问您是王先生吗？", "C 是我。", "A 有单位联系过您吗？"];
  expect(readCallback(rules, callbackOf([...lines, "C 我天天打电话催他们，没人管。"])).contacted).not.toBe("是");
});
