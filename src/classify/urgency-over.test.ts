import { expect, test } from "vitest";
import { draftOf, greeting } from "./test-call.ts";

const closing = "坐席：好的，已经给您登记，感谢您的来电，再见";
const hasty = ["坐席：有没有人受伤？", "市民：没有", "坐席：好的，我给您加急上报，感谢您的来电，再见"];

/** What the caller tells, what is asked and answered, what the agent reads back: incidents that are over, of things or animals, or told for money. */
const ordinary: [string, ...string[]][] = [
  [
    "市民：三月份我骑车让一辆面包车给撞倒了，腿骨折，在医院躺了两个月，保险公司就是不赔",
    "坐席：您希望保险公司赔付，对吗？",
    "市民：对",
  ],
  [
    "市民：我干活从架子上掉下来腰椎断了，是去年九月的事，现在躺在床上动不了，老板不管",
    "坐席：您需要申请法律援助，对吗？",
    "市民：对，他不给钱",
  ],
  ["市民：楼上装修把我家外墙的空调管砸断了，冷气都没了", "坐席：有没有人受伤？", "市民：人没伤，就是管子"],
  ["市民：路口那个井盖没了，我的三轮车轮子卡在里头，车轴断了", "坐席：人有没有事？", "市民：我没事，就是车废了"],
  ["市民：我的包落在十二路公交上了，里头有身份证，找了一下午到现在还没找着", "坐席：是什么颜色的包？", "市民：黑的"],
  ["市民：村口那个机井没盖子，昨天掉进去了，捞了半天", "坐席：有没有人掉进去？", "市民：人没有，掉进去我家一只羊"],
  [
    "市民：我妈在你们市场门口滑倒，头磕破了，血流了一地，住院二十天，出了院他们不认账",
    "坐席：您希望市场赔医药费吗？",
    "市民：对，赔钱",
  ],
  [
    "市民：孩子在游乐场让滑梯夹着了，手指头缝了四针，现在老板就给了两百块",
    "坐席：您的诉求是？",
    "市民：把医药费给我报了",
  ],
  ["市民：刚才两个人在我摊子前头打起来，把我的瓜都撞烂了，人都跑了", "坐席：您的诉求是？", "市民：让他们赔我"],
  ["市民：前几天大家在他家吃席，四个人三个拉肚子，去医院花了八百", "坐席：您的诉求是？", "市民：让饭店退钱，赔医药费"],
  ["市民：我家养的三十多只鸡今早口吐白沫死了一半，快来人看看", "坐席：好的，我转农业农村局"],
  ["市民：这个厂一到晚上就烧塑料，呛得人喘不上气，反映过好几回", "坐席：您希望取缔，对吗？", "市民：对"],
  ["市民：那个群租房隔成八间，电线乱拉，真着了火谁也跑不出来", "坐席：您希望去查处，对吗？", "市民：对"],
  [
    "市民：在地里挖出来个炮弹，吓得我报了警，后来人家来看了说是个水泵壳子，虚惊一场",
    "坐席：那您现在需要什么帮助？",
    "市民：把地给我填平",
  ],
  ["市民：楼道里乱拉电线，堆的全是纸壳子，一根火柴就能烧起来", "坐席：您希望清走，对吗？", "市民：对"],
  [
    "市民：我们整个小区的自来水发黄，从昨天换的管子，洗衣服都不敢洗",
    "坐席：您希望水务集团化验水质，对吗？",
    "市民：对，化验一下",
  ],
];

test.each(ordinary)("no peril of now: %s", (...told) => {
  const open = draftOf(greeting, ...told);
  const hastened = draftOf(greeting, ...told, ...hasty);
  expect([open.urgentClass, open.scope, hastened.urgentClass]).toEqual([null, "受理", null]);
});

/** The twins in which somebody is in peril, waits for help or is helped, and those that leave it open. */
const real: [string, ...string[]][] = [
  ["市民：这边一个骑车的让面包车给撞了，腿断了，躺在路上起不来", "坐席：请您马上拨打122和120"],
  ["市民：工地上有个人从架子上掉下来，腰动不了，快来人", "坐席：请您马上拨打120，不要挪动他"],
  ["市民：楼上把燃气管子砸断了，呼呼往外喷气", "坐席：请您马上开窗到楼外，我马上通知燃气抢修"],
  ["市民：路口井盖没了，有个老头的腿卡在里头拔不出来，流着血", "坐席：我马上联系消防和急救"],
  ["市民：我妈有老年痴呆，上午出去的，找了一下午到现在还没找着", "坐席：请您马上拨打110"],
  ["市民：村口那个机井没盖子，我家羊掉进去，我爸下去捞没上来", "坐席：请您马上拨打119"],
  ["市民：这两个喝酒的在我店里打起来了，还在打，一个头上流血", "坐席：请您马上拨打110"],
  ["市民：在他家吃席的四十多个人都吐了，有两个昏迷，我要他赔钱", "坐席：请您马上拨打120，我按紧急情况上报"],
  ["市民：他养的鸡死了一半，我跟我老婆也发烧喘不上气了", "坐席：请您先不要靠近，我马上通知疾控"],
  ["市民：对面那个群租房着了火，有人跑不出来，快来", "坐席：请您马上拨打119"],
  ["市民：昨天夜里山上滚石头把路砸断了，现在石头还在往下掉", "坐席：请您远离那里，我马上通知交通和应急"],
  ["市民：从昨天晚上开始楼道里煤气味特别大，熏得人头疼", "坐席：请您开窗，不要点火，我马上联系燃气公司"],
];

test.each(real)("peril of now: %s", (...told) => {
  expect(draftOf(greeting, ...told, closing).urgent).toBe("紧急");
});

test("while nobody has answered an incident without a sign of the past counts", () => {
  expect(draftOf(greeting, "市民：有个骑车的让面包车给撞倒了，头上流血").urgent).toBe("紧急");
  expect(draftOf(greeting, "市民：我们这个楼塌了一角，里面压着人").urgent).toBe("紧急");
});

test("an agent's promise of haste alarms nobody, and the reason says so", () => {
  const told = "市民：公交站牌让人撞歪了半个月了没人扶，大风一刮直晃";
  const draft = draftOf(greeting, told, "坐席：您别着急，我马上上报给您协调", closing);
  expect(draft.urgent).toBe("一般");
  expect(draft.urgentWhy).toContain("坐席只是答应尽快办");
});

test("the reason names the rule and its words", () => {
  const told = "市民：刚才两个人在我摊子前头打起来，把我的瓜都撞烂了，人都跑了";
  const draft = draftOf(greeting, told, "坐席：您的诉求是？", "市民：让他们赔我");
  expect(draft.urgentWhy).toContain("要的是赔偿、处罚或者说法（“赔我”）");
});

/** Asked what is wanted, without a word of alarm: taken down as an ordinary matter. With one, or while it goes on, it stays urgent. */
test.each([
  ["一般", "市民：我家后院的墙塌了一截，砸了邻居的棚子", "坐席：您的诉求是什么？", "市民：让施工队给我垒起来"],
  ["紧急", "市民：我家后院的墙塌了一截，棚子里还压着人", "坐席：您的诉求是什么？", "市民：快来救人"],
  ["紧急", "市民：我家后院的墙塌了一截，砸着我爸了", "坐席：请您马上拨打120，您还需要什么？", "市民：派人来"],
  ["一般", "市民：昨天广场上两拨人打起来了，几个老太太都摔了", "坐席：您希望怎么处理？", "市民：把场地分开"],
  ["紧急", "市民：广场上两拨人打起来了，还在打，一个老太太躺在地上不动", "坐席：您希望怎么处理？", "市民：快来人"],
])("%s: %s", (urgent, ...told) => {
  expect(draftOf(greeting, ...told).urgent).toBe(urgent);
});

test("an agent who only hears that nobody is hurt has not treated the call as urgent", () => {
  const told = "市民：我们小区外墙瓷砖掉下来一片，砸了两辆车";
  expect(draftOf(greeting, told, "坐席：有没有人受伤？", "市民：人没伤", closing).urgent).toBe("一般");
  expect(draftOf(greeting, `${told}，一个人躺在地上`, "坐席：请您马上拨打120", "市民：好", closing).urgent).toBe(
    "紧急",
  );
});
