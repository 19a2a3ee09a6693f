import { expect, test } from "vitest";
import { draftOf, greeting } from "./test-call.ts";

/** Ordinary matters in words that stand in urgent ones too, while the call still goes on. */
const ordinary = [
  "我昨天去找他，他说对不起，钱退不了",
  "昨天我去问物业，他说这事你别找他去找社区",
  "孩子说今天在河边看到好多垃圾，没人清",
  "她说今天跳楼价清仓，结果刚买回来就坏了",
  "我同事刚才说他们在桥上修路，堵得厉害",
  "老公说这个药对不起这个价，刚买的三百块",
  "女儿说班里有个同学从台阶上往下跳摔了，昨天的事",
  "老公天天说要杀了那只狗，今天又被咬了",
  "邻居说今天要把院里的树砍了，我不同意",
  "我把车停到政府门口，被贴了条",
  "我们把菜拉到市场门口卖，城管不让",
  "我有一辆车停在小区大门口，今天让人划了，物业不管",
  "我们两辆车停在广场上，今天都被贴条了",
  "我把煤气罐放在阳台上，物业今天不让放",
  "小区门口放了老鼠药，我家狗吃死了",
  "明天我们一起走，火车票能不能退",
  "我们约好今天早上在广场集合，导游没来，不退钱",
  "大家说好明天去北京旅游，旅行社取消了",
  "村民打算明天把旧房拆了重建，怎么办手续",
  "商户说好明天把招牌拆了统一换",
  "老板跑了，我们没活路了，找劳动局也不管，把自己愁死了",
  "我就是不想折腾了，算了，你给我撤单吧",
  "打完电话就完了？总得有人回我吧",
  "他拖着行李上了车，司机不给开后备箱",
  "踩着一坨狗屎滑倒了，没人清",
  "我们单元化粪池倒灌，好几个住户家里都臭，没人管",
  "我的补贴申请报下去，一直没出来结果，一个人也不理我",
  "幼儿园放学把孩子让爷爷接走了，爷爷没带接送卡老师还批评",
  "我孩子打了一个流感疫苗，有点发烧，正常吗",
  "我孩子得了流感发烧，想问学校请假怎么办",
  "服务员倒热水烫着我了，你们管管",
  "我妈有病，打电话手机没电了，社区也不管",
  "自来水有味，小区是老管道，能不能改造",
  "我抱着孩子站在桥上等车，公交不停，天天这样，孩子哭",
];

test.each(ordinary)("no urgency: %s", (told) => {
  const draft = draftOf(greeting, `市民：${told}`);
  expect([draft.urgentClass, draft.threatQuotes]).toEqual([null, []]);
});

/** What the caller tells, and what an agent says who helps, comforts or advises and asks nobody to hold back. */
const answered: [string, string][] = [
  ["健身房跑路了，我要退我的卡钱", "您可以走法律途径依法维权，我们也给您登记"],
  ["公司一直不给我交社保，我要工资他说没有", "单位不缴社保这是违法的，我给您登记"],
  ["店里不给我退定金，我就问他凭什么", "商家这样做是违法的，我给您登记"],
  ["打多少次都没用，我就知道你们不管", "您别这么想，我们会给您转办的"],
  ["玻璃碎了一地，我就自己扫了", "您小心别伤着自己，我给您登记"],
  ["我家暖气不热，才十五度", "好的我马上给您联系热力公司"],
  ["水压太小了，四楼洗不了澡", "我这就给您联系自来水公司"],
  ["电梯老是异响，该年检了", "我马上给您通知维保"],
  ["医院多收了我两百块检查费", "我马上给您联系卫健委"],
  ["昨天下大雨地下车库进水把我车泡了，物业不赔", "有没有人受伤？我给您登记，再见"],
  ["我老公喝酒，昨天说要离婚，把家里东西砸了", "您注意安全，我给您登记，再见"],
  ["他们违章停车堵我家门口，我要他挪走", "堵门是违法的，我们转给交警"],
  ["我今天给他点了外卖，商家不给退", "我给您登记"],
  ["我们小区一直没通天然气，现在家家用气罐，想问什么时候能装", "我给您登记，再见"],
  ["我们小区绿化带没水浇，现在树都干了", "我给您登记，再见"],
  ["我妈留了张纸条让我买药，社区医院没有", "我给您登记，再见"],
  ["房东说明天再不交房租就换锁，把我东西扔楼下", "我给您登记，再见"],
  ["电梯昨天困了我十分钟，物业来给弄开了，我要求他们修", "您注意安全，我给您登记，再见"],
  ["我们业主明天要开业主大会，准备拉横幅选业委会", "我给您登记，再见"],
  ["幼儿园有个孩子得了手足口，停不停课，老师说不停", "我给您登记，再见"],
  ["工地白天打桩太吵了", "我马上给您联系生态环境局"],
];

test.each(answered)("no urgency: %s / %s", (told, answer) => {
  const draft = draftOf(greeting, `市民：${told}`, `坐席：${answer}`);
  expect([draft.urgentClass, draft.threatQuotes]).toEqual([null, []]);
});

test("an emergency stays what it is, whatever the agent says to calm or to guide", () => {
  const gas = draftOf(greeting, "市民：我家煤气味特别大，我就把窗户打开了", "坐席：请您把煤气阀门关好，马上离开楼里");
  const sick = draftOf(greeting, "市民：我爸晕倒了叫不醒，我就一个人在家", "坐席：您千万要冷静，马上打120");
  expect([gas.urgentClass, sick.urgentClass]).toEqual(["突发事件", "突发事件"]);
});

test("what he refuses is told, what I do then is my own threat", () => {
  const draft = draftOf(greeting, "市民：他说没钱，我今天就从这楼上跳下去");
  expect([draft.urgentClass, draft.kind, draft.threatQuotes.length]).toEqual(["不稳定因素", "投诉", 1]);
});

test("a threat of three characters is one when the caller acts, and one that begins with whom it is for is no parting word", () => {
  expect(draftOf(greeting, "市民：我跳楼").threatQuotes).toEqual(["我跳楼"]);
  const both = draftOf(greeting, "市民：再不给钱我就砸了他的店。", "坐席：您先别急。", "市民：你等着，我弄死你。");
  expect(both.threatQuotes.length).toBe(2);
});

test("whoever is ill with what spreads and still goes out is not kept apart, one who stays away from class is", () => {
  const out = draftOf(greeting, "市民：隔壁男的查出来麻疹，阳性，他还天天下楼打牌");
  const home = draftOf(greeting, "市民：我孩子得了水痘，在家歇着，想问落下的课怎么补");
  expect([out.urgentClass, home.urgentClass]).toEqual(["疫情", null]);
});
