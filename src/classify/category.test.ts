import { describe, expect, test } from "vitest";
import { cpuMs } from "../../tests/support/cpu-ms.ts";
import { loadRules } from "../platform/rules/index.ts";
import { categoryFor } from "./category.ts";

const rules = loadRules("rules", "yunling");
const items = new Map(rules.items.map((item) => [item.name, item.level1]));

function ask(citizenText: string, restatement = "", event: string | null = null) {
  return categoryFor(rules, { citizenText, restatement, event, kind: "投诉" });
}

/** What callers say, and the items that would be right, best first. */
const heard: [said: string, ...items: string[]][] = [
  ["我们家后面那个工地天天半夜打桩，震得窗户都响，孩子根本没法睡", "夜间施工噪声"],
  ["楼下开了家KTV，一到晚上就鬼哭狼嚎的，两三点还不消停", "娱乐噪声"],
  ["小区门口一帮大妈跳广场舞，音响开得震天响", "社会生活噪声"],
  ["隔壁家具厂的机器从早响到晚，嗡嗡的，吵得头疼", "企业生产噪声"],
  ["楼上邻居天天半夜拖桌子，吵得老人犯心脏病", "社会生活噪声"],
  ["家里从昨天下午就没水了，水龙头一滴都不出", "供水"],
  ["这一片又停电了，冰箱里东西都化了", "供电"],
  ["暖气摸着都是凉的，屋里才十四度，孩子都感冒了", "供热"],
  ["厨房闻着有煤气味，不敢开火", "供气"],
  ["电费怎么突然多了一倍，想查一下", "供电"],
  ["包工头跑了，我们二十来号人在工地上干了半年的工钱一分没拿到", "建筑工人拖欠工资"],
  ["我在一家饭店端盘子，老板压了我三个月工资不给", "工资福利", "劳动纠纷"],
  ["公司突然把我辞退了，也不给赔偿，劳动合同还没到期", "劳动纠纷"],
  ["在一家火锅店吃饭，菜里吃出来一只蟑螂，他们还不认账", "餐饮业食品监管", "食品安全"],
  ["在超市买的面包打开一看都发霉了，日期还是这个月的", "食品安全"],
  ["网上买的名牌鞋拿去鉴定是假货，商家不退钱", "市场打假", "工商管理", "商业管理"],
  ["收到一条闯红灯的罚单，那天我车根本没开出去", "道路交通违章管理"],
  ["消防通道全让私家车停满了，天天堵在单元门口没人管", "车辆停放", "物业服务"],
  ["火车站门口好多黑车拉客，漫天要价", "交通稽查", "出租车管理", "火车站"],
  ["打了个出租车，司机绕路还拒载", "出租车管理"],
  ["二十三路公交等了四十多分钟都没来一辆", "公交出行"],
  ["报了驾校学车，教练一直不安排练车，还让另外交钱", "驾驶员培训"],
  ["物业费年年涨，电梯坏了半个月没人修，保安也不管事", "物业服务"],
  ["新买的房子刚交房墙上就裂了好几道缝，卫生间还往楼下渗水", "建筑工程和房屋质量"],
  ["开发商说好去年年底交房，到现在楼还没封顶", "房产管理"],
  ["我想把公积金提出来还房贷，要带什么材料", "住房公积金"],
  ["村里修路占了我家两亩地，补偿款说好的到现在没见着", "土地征用补偿"],
  ["我家老房子想翻盖，宅基地审批去哪儿办", "宅基地"],
  ["拆迁都五年了，回迁房还没影，过渡费也停了", "拆迁安置"],
  ["路口那个井盖没了，昨天晚上有个骑车的差点掉进去", "市政设施"],
  ["我们这条街路灯坏了一个多月，晚上黑咕隆咚的", "路灯"],
  ["垃圾桶都满出来了好几天没人来收，苍蝇乱飞", "环境卫生"],
  ["有人在楼顶私自搭了个彩钢房", "违章建筑"],
  ["小区里有人遛大狗不拴绳，把孩子吓哭了", "犬类管理"],
  ["马路边上全是摆摊的，占着人行道过不去人", "市容管理"],
  ["化工厂半夜往外排黄烟，味道特别刺鼻，熏得头晕", "空气污染"],
  ["村口那条河水都成黑的了，死了好多鱼，肯定有厂子偷偷排污", "水污染"],
  ["有人晚上开着大车在河道里挖沙", "河道管理"],
  ["家里老人瘫痪了，想申请低保", "低保"],
  ["我想问一下离婚登记周末能不能办", "婚姻登记"],
  ["孩子户口想从老家迁过来，需要哪些手续", "户籍管理"],
  ["残疾证丢了怎么补办", "残疾人工作"],
  ["我当兵十二年转业回来，安置的事一直没消息", "复退军人安置", "军转安置"],
  ["我是单位退休的，在外地住院，医保怎么报销", "城镇职工医疗保险"],
  ["我给孩子交居民医保，今年交费截止到什么时候", "城镇居民医疗保险"],
  ["农村老人满六十岁了，养老金怎么领", "城乡居民养老保险"],
  ["我社保断缴了两年，退休前能不能补缴养老保险", "城镇职工养老保险"],
  ["幼儿园让交五百块的兴趣班费，不交还不行", "学校收费", "教育"],
  ["老师在校外办补习班，让班里学生都去", "教育", "学生减负"],
  ["医院挂号排不上队，大夫态度还特别差", "卫生医疗"],
  ["药店卖给我的药是过期的", "药品监管"],
  ["宽带办了拆机，还一直扣我的钱", "通信产业"],
  ["被一个做理财的骗了，说高息保本，现在人跑了", "金融", "治安管理"],
  ["开小吃店办营业执照要什么材料", "工商管理", "企业个体经营许可"],
  ["种粮补贴今年怎么还没打到卡里", "惠农补贴"],
  ["承包地让村里收回去给了别人", "土地承包"],
  ["地里浇不上水，机井坏了没人修，玉米都快旱死了", "抗旱排涝", "水利建设"],
  ["饭店不给开发票，说开票要加钱", "国税", "地税"],
  ["法院判了赢了，对方一直不给钱，执行局也没动静", "法院"],
  ["电梯里困了两个人，维保的半天不来", "产品质量技术监管", "物业服务"],
  ["景区买了票进去，好多项目都关着不让玩，也不给退", "旅游业"],
  ["小作坊卖假烟", "烟草", "市场打假"],
  ["去办事大厅办手续，窗口那人爱答不理的，让我跑了四趟", "机关效能", "政务服务审批"],
];

describe("callers' own words find the item", () => {
  test.each(heard)("%s", (said, ...right) => {
    const { level1, candidates } = ask(said);
    const firstThree = candidates.slice(0, 3).map((candidate) => candidate.item);
    expect(right.map((name) => items.get(name))).toContain(level1);
    expect(firstThree.filter((name) => right.includes(name))).not.toEqual([]);
  });

  test("the first guess is right for nine in ten", () => {
    const hits = heard.filter(([said, ...right]) => right.includes(ask(said).item)).length;
    expect(hits / heard.length).toBeGreaterThanOrEqual(0.9);
  });
});

test("what the agent read back outweighs what was mentioned on the way", () => {
  const said = "我停车的时候接了个电话，回来一看，井盖没了，车轮掉进去了，停车场的人说不归他们管";
  expect(ask(said, "您反映的是解放路上井盖缺失，对吗？").item).toBe("市政设施");
});

test("a figure of speech or a word inside a longer one is no cue", () => {
  expect(ask("吃热狗的时候发现里面有根头发").candidates.map((each) => each.item)).not.toContain("犬类管理");
});

test("a call without any known word gets a bare guess at confidence 0, and says so", () => {
  const category = ask("嗯，那个，我也说不好");
  expect(category).toMatchObject({ confidence: 0, candidates: [] });
  expect(category.why).toContain("没有听到");
});

test("one weak word stays below half, several strong ones rise above it", () => {
  expect(ask("跟生态有关吧").confidence).toBeLessThan(0.5);
  expect(ask("暖气不热，供热公司热力管道一直不修，采暖费照收").confidence).toBeGreaterThan(0.8);
});

test("candidates are at most five, best first, with shares that sum to no more than one", () => {
  const { candidates } = ask("物业不管垃圾、路灯、停车和狗，楼道还漏水，门口摆摊的也吵");
  const shares = candidates.map((candidate) => candidate.confidence);
  expect(candidates).toHaveLength(5);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
});

test("the reason names the words that were heard", () => {
  expect(ask("路灯不亮好几天了").why).toContain("路灯");
});

test("a call of twenty long turns is placed within five milliseconds, once the index is built", () => {
  const said = heard
    .slice(0, 20)
    .map(([text]) => text)
    .join("");
  ask(said);
  const tookMs = cpuMs(() => {
    for (let round = 0; round < 200; round += 1) ask(said);
  });
  expect(tookMs / 200).toBeLessThan(5);
});
