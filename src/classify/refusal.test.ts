import { describe, expect, test } from "vitest";
import { draftOf } from "./test-call.ts";

const bye = "坐席：请问还有其他需要补充的吗？感谢您的来电，再见。";

const refused: [string, string, string][] = [
  ["行政复议", "城管罚我五百，我不认。", "您对处罚决定不服，应当通过行政复议或者诉讼解决，热线不能受理。"],
  ["诉讼仲裁", "工伤的钱一直没给我。", "您的争议已经进入仲裁程序，热线不再重复受理，可以向仲裁庭申请先予执行。"],
  ["信访", "补偿款少给我们算了。", "这件事信访局已经受理并且在办理期限内，我们不再重复受理。"],
  ["个人隐私", "他欠钱跑了，我要找他。", "他人的住址属于隐私，我们不能查询，您可以到法院起诉，由法院调查。"],
  ["商业秘密", "我也想做那个口味。", "企业的配方属于商业秘密，热线不能查询也不能提供。"],
  ["超出职责", "叫他把日子让给我们。", "双方预订是自愿的民事约定，不在政府部门的职责范围里，没有办法为您派单。"],
  ["辖区外", "网店不给我退钱。", "经营者注册在临河市，不在云岭市辖区内，我们不能受理。"],
  ["政府信息公开", "我要看会议纪要。", "会议纪要要通过政府信息公开的程序获取，热线不能代为提供。"],
];

describe("the channel beside the agent's words of refusal decides, the reason before the advice", () => {
  test.each(refused)("%s", (scope, citizen, agent) => {
    expect(draftOf(`市民：${citizen}`, `坐席：${agent}`, "市民：那行吧。", bye).scope).toBe(scope);
  });
});

describe("no refusal of the matter", () => {
  const accepted: [string, string, string][] = [
    ["a refusal for convenience", "低保停了没人说原因。", "这个低保是社区的事，我们热线不管，受理不了。"],
    ["a promise of secrecy", "学校乱收费。", "您可以要求对个人信息保密，我们不会把您的信息透露给学校。"],
    ["a rule told in answer", "没到年龄能不能领证？", "按照国家规定，男方不满二十二周岁不能办理结婚登记。"],
    ["what a matter needs", "代办过户行不行？", "需要业主本人的身份证，代办的话不能办理。"],
    ["where a matter is done", "外省的医保卡能报吗？", "外省的医保卡在云岭的药店无法办理报销，您回参保地申请。"],
    ["a question read back", "我想问能不能领证。", "您想咨询户口不在云岭市，能不能在云岭市办理登记，对吗？"],
  ];
  test.each(accepted)("%s", (_, citizen, agent) => {
    expect(draftOf(`市民：${citizen}`, `坐席：${agent}`, "市民：对。", bye).scope).toBe("受理");
  });

  test("what an agent took and closed is no request for a secret", () => {
    const draft = draftOf("市民：立个牌子，告诉人家下一个厕所在哪儿，走多少步。", bye);
    expect(draft.scope).toBe("受理");
  });
});

describe("an emergency line in a call that was closed", () => {
  const smoke = "市民：楼道里着火了，全是浓烟，快来人！";
  test("is where the agent sends the caller", () => {
    expect(draftOf(smoke, "坐席：请您马上拨打119，先到楼外空地上。", bye).scope).toBe("119");
    expect(draftOf(smoke, "坐席：我马上通知消防，119打过没有？", bye).scope).toBe("受理");
  });
  test("is none where it is named for the case that things get worse", () => {
    const gas = "市民：楼道里好大一股煤气味，有个老太太头晕，晕倒了又醒了。";
    expect(draftOf(gas, "坐席：我马上联系燃气集团，如果加重请马上拨打120。", bye).scope).toBe("受理");
  });
});
