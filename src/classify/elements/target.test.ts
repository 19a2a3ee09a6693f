import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

const cases: [string, string[], string][] = [
  ["a company that owes wages", ["市民：我要投诉，宏业服装厂拖欠我们三个月工资。"], "宏业服装厂"],
  [
    "the name asked for",
    ["市民：我要投诉一家饭馆，吃出虫子来了。", "坐席：请问是哪家店？", "市民：湘味人家，在文昌路上。"],
    "湘味人家",
  ],
  ["what it is called", ["市民：我举报楼下一个棋牌室，叫好运来，天天赌到半夜。"], "好运来"],
  ["a person by role and name", ["市民：我要投诉包工头，包工头叫范大海，欠我两万块钱不给。"], "范大海"],
  [
    "a person known by surname only",
    ["市民：我举报违建。", "坐席：请问是哪一户？", "市民：五楼的，业主姓滕，叫什么我不知道。"],
    "姓滕",
  ],
  ["a bus by its line", ["市民：我投诉十二路公交车，到站不停，甩下一站人就走了。"], "12路公交车"],
  [
    "a vehicle by its plate, in digits",
    ["市民：我投诉一辆出租车，拒载，车牌尾号八零三。", "坐席：好的，请讲。", "市民：就这个事。"],
    "尾号803",
  ],
  [
    "a vehicle by a plate that the caller looks up while talking",
    ["市民：这边出车祸了，一辆货车把人撞了，腿上流血。", "市民：货车车牌尾号我瞅瞅七二九。", "坐席：请您拨打122报警。"],
    "货车（车牌尾号729）",
  ],
  ["the thing that is broken", ["市民：我们门口的路灯不亮了，黑得看不见路。"], "路灯"],
];

describe("what or whom the matter is about", () => {
  test.each([
    "车牌没看清，大概八点多。",
    "你们短信发我手机尾号六四一七就行。",
    "车牌号记不得，一七年的车。",
    "车牌号忘了，坐的是305路旁边那辆。",
    "车牌号我记在本子上，工号1023。",
    "我家门牌号1080，订单尾号4567。",
  ])("no plate is read from %s", (said) => {
    const { target } = draftOf("市民：我投诉一辆出租车，拒载。", `市民：${said}`).elements;
    expect(target?.value).toContain("出租车");
    expect(target?.value).not.toMatch(/尾号|车牌/u);
  });

  test("a plate of two figures is kept", () => {
    expect(draftOf("市民：我投诉一辆出租车，拒载，车牌尾号37。").elements.target?.value).toContain("尾号37");
  });

  test("who stays at a crash has not fled, and who is gone has", () => {
    const crash = (...said: string[]) =>
      draftOf("市民：出车祸了，黑色轿车把骑车的撞了。", ...said, "坐席：请您拨打122。");
    expect(crash("市民：腿上血流没停，司机在呢。").elements.target?.value).toMatch(/^黑色轿车.*司机$/u);
    expect(crash("市民：司机开着车跑了，没看见人。").elements.target?.value).toMatch(/^肇事黑色轿车/u);
  });

  test.each([
    ["我投诉北京统一家具城，床是坏的。", "统一家具城"],
    ["我举报云岭有家便利店，卖过期奶。", "有家便利店"],
  ])("a name keeps its counting words: %s", (said, name) => {
    expect(draftOf(`市民：${said}`).elements.target?.value).toContain(name);
  });

  test.each(cases)("%s", (_name, lines, value) => {
    expect(draftOf(...lines).elements.target?.value).toContain(value);
  });

  test("the body complained of is told from the body called before", () => {
    const { target } = draftOf(
      "市民：我要投诉永盛健身房，卡没到期就关门了。",
      "坐席：您之前找过哪些部门吗？",
      "市民：找过市场监督管理局，人家说联系不上老板。",
    ).elements;
    expect(target?.value).toContain("永盛健身房");
    expect(target?.value).not.toContain("监督管理局");
  });

  test("a place passed by is no party", () => {
    const { target } = draftOf("市民：人民医院对面那个路灯坏了半个月，晚上黑咕隆咚的。").elements;
    expect(target?.value).toContain("路灯");
    expect(target?.value).toMatch(/路灯$/u);
  });

  test("the quote stands in the call", () => {
    const line = "我要投诉宏业服装厂，拖欠工资不给。";
    const quote = draftOf(`市民：${line}`).elements.target?.quote ?? "";
    expect(quote).not.toBe("");
    expect(line).toContain(quote);
  });
});

test("a party named again rests on those words too, the agent's restatement among them", () => {
  const draft = draftOf(
    "坐席：您好，请问您需要什么帮助？",
    "市民：我要投诉宏远驾校，报名费交了不给安排考试。",
    "坐席：请问从什么时候开始的？",
    "市民：去年十月交的钱，宏远驾校一直说排不上。",
    "坐席：您反映宏远驾校收费后不安排考试，要求退费，对吗？",
    "市民：对。",
  );
  expect(draft.elements.target?.value).toContain("宏远驾校");
  expect(draft.elements.target?.evidence).toEqual([1, 3, 4]);
});

const scenes: [string, string[], string][] = [
  [
    "a light by its crossing",
    ["市民：你好我提个建议，那个红绿灯太短了。", "市民：就是长青路跟学府街那个路口。"],
    "长青路与学府街路口信号灯",
  ],
  ["a bus by its line", ["市民：我建议四十六路公交末班车往后延一延，下班赶不上。"], "46路公交线路"],
  [
    "neighbours by their home, when the agent reads it back",
    [
      "市民：我要举报我们楼上有人砸墙。",
      "坐席：跟您确认一下，您举报柳林街道银杏苑九号楼二单元602从昨天开始砸承重墙，对吗？",
      "市民：对。",
    ],
    "楼上住户（银杏苑9号楼2单元602）",
  ],
  [
    "a neighbour across the landing who threatens nobody, though the caller does",
    [
      "市民：对门天天半夜唱歌，音响开得墙都震。",
      "坐席：跟您确认，柳林街道银杏苑三号楼一单元401住户，从正月起经常夜里大音量唱歌，您要求他十点以后停止，对吗？",
      "市民：对，再不停我就去砸他家的门。",
    ],
    "对门住户（银杏苑3号楼1单元401）",
  ],
  [
    "a road that sank by its crossing",
    [
      "市民：路塌了，塌了个大坑，一辆车前轮都掉进去了。",
      "坐席：跟您确认，北环路与货场街路口路面塌陷，没有人受伤，您要求马上围挡，对吗？",
      "市民：对。",
    ],
    "北环路与货场街路口塌陷路面",
  ],
  [
    "a cab by its whole plate",
    ["市民：我投诉一个出租车，不打表，要我八十块。", "坐席：车牌号记得吗？", "市民：云T一二九七五，我拍照了。"],
    "出租车（车牌云T12975）司机",
  ],
  [
    "whose secret the caller asks for",
    [
      "市民：你好，我们也是做食品的，想打听一下红旺食品厂的辣酱配方。",
      "坐席：企业的配方属于商业秘密，热线不能提供。",
      "市民：哦，那行吧。",
    ],
    "红旺食品厂",
  ],
  [
    "somebody of the family, where no body of the city decides",
    [
      "市民：我那个儿子三年不回家过年，你们政府给我管管他。",
      "坐席：家里人的来往不属于政府部门的职责范围，我们没有办法派单。",
      "市民：唉，那算了。",
    ],
    "来电人的儿子",
  ],
  [
    "a stallholder without a name by what he sells",
    ["市民：我投诉农贸市场东头那个卖鱼的摊主，少给我八两。", "坐席：您找过他吗？", "市民：找了，他不认账。"],
    "农贸市场东头卖鱼的摊主",
  ],
  [
    "somebody unknown by what befell them",
    ["市民：快叫救护车，广场上有个老太太晕倒了，叫不醒。", "坐席：人现在有呼吸吗？", "市民：有呼吸，叫不醒。"],
    "晕倒老太太",
  ],
  [
    "a stranger, though one of the family saw him",
    ["市民：快叫救护车，我老公在广场看见有个老人晕倒了，叫不醒。", "坐席：人有呼吸吗？", "市民：有呼吸，叫不醒。"],
    "晕倒老人",
  ],
  [
    "strangers by what they do",
    ["市民：快来人，门口有两个人拿着刀砍人。", "坐席：您在哪里？", "市民：北关市场门口，已经砍了人了。"],
    "持刀的两名男子",
  ],
  [
    "who supplies what failed by its name in the city",
    [
      "市民：我们小区停水了，主管道爆了，一千多户从昨天夜里一滴水都没有。",
      "坐席：好的，我马上上报。",
      "市民：还有透析的病人呢，快点吧。",
    ],
    "云岭水务集团、主管道",
  ],
  [
    "a wall beside a road as a wall",
    [
      "市民：路边的围墙刚塌了，砸着一个人。",
      "坐席：跟您确认，北环路与货场街路口路边围墙倒塌砸伤一人，对吗？",
      "市民：对，你们快来。",
    ],
    "北环路与货场街路口路边围墙",
  ],
  [
    "the body that was asked to disclose, without the way it was asked",
    [
      "市民：我在网上向市住建局申请政府信息公开，一直没给我答复。",
      "坐席：政府信息公开有专门的渠道，您可以找申请的机关。",
      "市民：好吧。",
    ],
    "市住建局",
  ],
  [
    "a station named after a road that begins like a town's",
    [
      "市民：我投诉上海路派出所，不给我办户口。",
      "坐席：跟您确认，您反映云西县河口镇上海路派出所不办户口，对吗？",
      "市民：对。",
    ],
    "上海路派出所",
  ],
  ["what stands behind the verb of a complaint", ["市民：我要投诉飞讯联通达，装个网拖了三个月。"], "飞讯联通达"],
];

test.each(scenes)("tells %s", (_name, lines, value) => {
  expect(draftOf(...lines).elements.target?.value).toBe(value);
});

test("neither a day nor the number of an agent is a home where gas leaks", () => {
  const draft = draftOf(
    "坐席：您好，我是八号话务员。",
    "市民：三号下午我就闻到煤气味了，现在更大了。",
    "坐席：跟您确认，望湖街道滨河苑小区有燃气泄漏的气味，要求马上处理，对吗？",
    "市民：对。",
  );
  expect(draft.elements.target?.value).not.toContain("号");
});

test("a light is often a landmark, and 一路 no bus line", () => {
  const hole = draftOf("市民：你好，长青路跟学府街红绿灯那儿有个大坑，车轮子都掉进去了。");
  const taxi = draftOf("市民：我要投诉出租车，那司机一路按喇叭，还拒载。");
  expect(hole.elements.target?.value ?? "").not.toContain("信号灯");
  expect(taxi.elements.target?.value ?? "").not.toContain("公交");
});

test("a consultation is about nobody, unless it asks what the hotline may not tell", () => {
  const open = draftOf("市民：你好，我想问一下公积金租房提取要带什么材料。", "坐席：您可以带上身份证和租房合同。");
  const closed = draftOf("市民：你好，我想要宏泰电子公司的投标报价和客户名单。", "坐席：这个涉及商业秘密，不能提供。");
  expect(open.elements.target?.value).toBeNull();
  expect(closed.elements.target?.value).toContain("宏泰电子");
});
