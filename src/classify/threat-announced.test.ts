import { expect, test } from "vitest";
import { draftOf, greeting } from "./test-call.ts";

/** What somebody says he will do at a time or on a condition, and how the agent names the deed when asking not to do it. */
const announced: [string, string][] = [
  ["下周三上午，我开着拖拉机把他们大门给撞了，连岗亭一块儿碾平", "请您千万不要开车去撞，里面有人"],
  ["明天一早我带上农药去镇政府，往他们食堂水缸里一倒", "投毒是严重的犯罪，请您千万不要"],
  ["他再往我门上泼油漆，我就把他孩子从学校接走，让他一辈子找不着", "您千万不能动孩子"],
  ["明天中午他们饭点，我放狗进去咬，咬着谁算谁", "放狗伤人要负法律责任"],
  ["明天早上八点，我把我那辆大货横在收费站中间，钥匙一扔，谁也别想过", "请您千万不要堵收费站"],
  ["初八那天他们开工，俺就躺到推土机底下去，看他敢不敢从俺身上轧过去", "请您不要做傻事"],
  ["他那个厂再放臭气，我就带全村老少把他进厂的路挖断，一辆车也别想进", "挖断道路是违法的"],
  ["等他下夜班出来，我一砖头拍他后脑勺上，拍不死他算他命大", "故意伤害是犯罪，您千万冷静"],
  ["三十号以前押金不退，我们八十台车全停到机场高速上，一台也不走", "停车堵路会影响公共秩序，请大家冷静"],
  ["他再拉一回闸，俺就拿斧子把那电线杆子砍喽，谁也别使电", "会出人命的，您千万别动"],
  ["从大后天起我就坐到社保大厅里，一口饭不吃，一口水不喝", "您的身体要紧，请千万别这样"],
  ["你们今天五点之前不派人来，我就把孩子放你们政府门口，我自己找条河走了", "请您想想孩子"],
];
const plain = "我马上作为紧急事项上报，请问您现在在哪里？";

test.each(announced)("quoted whole, whatever the agent says to it: %s", (told, plea) => {
  for (const reply of [plea, plain]) {
    const draft = draftOf(greeting, "市民：找了他们好几回都没人管。", `市民：${told}。`, `坐席：${reply}。`);
    expect([draft.urgentClass, draft.threatQuotes.map((quote) => quote.slice(-8))]).toEqual([
      "不稳定因素",
      [told.slice(-8)],
    ]);
  }
});

/** A plan, a rescue and a repair with the same verbs. */
const ordinary: [string, string][] = [
  ["我想问一下，明天我把老房子拆了重盖，要不要去街道办个手续", "需要的，您带身份证来"],
  ["明天他们要是不来，我就自己找人把管道挖了修", "好的，我马上给您上报"],
  ["我老公车翻沟里了，我现在下去把玻璃砸了拉他出来", "请您千万不要下去，马上打122"],
  ["他要是再不还钱我就去法院起诉他，把他房子封了", "您可以依法维权"],
  ["暖气停了三天，今天晚上就给我恢复，再冻一宿要出事的", "请您做好保暖，不要在屋里烧炭取暖"],
  ["电线掉地上了，我现在就站在旁边看着呢", "请您千万不要靠近，马上联系供电公司"],
  ["拖欠工资半年了，我们五十个人这个月底就没钱回家了", "拖欠工资是违法的，请您不要着急"],
  ["今天下午我们村施工的把自来水管挖断了，到现在没水", "我给您登记"],
  ["今天早上我发现有人把我们小区的网线剪断了", "我给您登记"],
  ["晚上十点多我看见饭店往下水井里倒泔水", "我给您登记"],
  ["再不处理，我们希望政府把那个违建推平了", "我给您登记"],
  ["再不来人处理，我们门口那棵倒了的树还横在路上", "我给您登记"],
  ["医院不给床位，我妈疼得一口饭都不吃了", "我给您登记"],
  ["学校不给处理，我孩子在家不吃不喝好几天了", "我给您登记"],
  ["明天我妈做手术，大夫让不吃不喝", "我给您登记"],
  ["物业说到时候别怪我没提醒你们，就把水停了", "我给您登记"],
  ["邻居不管他的狗，我路过就放狗咬我", "我给您登记"],
];
/** What agents say in ordinary calls, to what the caller only tells. */
const advice: [string, string][] = [
  ["房东不退押金，我就住了两个月", "您可以通过法律途径维护权益，我也给您登记"],
  ["公司不给发工资，我们五个人在那儿干了三个月", "建议您走法律途径，我也给您登记"],
  ["社区不给办，我就跑了三趟，腿都疼", "您身体要紧，别着急，我给您登记"],
  ["楼下广场舞天天跳到半夜，我要睡觉", "扰乱公共秩序的您可以报警，我给您登记"],
  ["楼上装修把承重墙砸了，我就天天提心吊胆", "破坏承重墙是违法的，我给您登记"],
  ["村里人又烧秸秆，我要憋死了", "焚烧秸秆是违法的，我给您登记"],
  ["快递我就签收了，盒子瘪的", "您先不要拆封，拍照留证，我给您登记"],
  ["车位上停了别人的车，我就进不去", "您先别动手挪，我联系交警"],
  ["商家不给退，我就穿了一次", "您先不要着急，这种情况可以通过法律途径解决"],
  ["楼下广场舞天天跳到半夜，我要睡觉", "您反映的广场舞扰乱公共秩序，我给您登记"],
  ["他天天停我车位，我就进不去", "抢占车位是违法的，我给您登记"],
  ["消防通道让车堵了，我就出不去", "堵占消防通道是违法的，我给您登记"],
  ["我家装修，我要把阳台那面墙打掉", "承重墙您不能拆，别的墙要先报备"],
  ["水管漏了，我就自己拿盆接着", "您先不要找人修，我联系自来水公司"],
];

test.each([...ordinary, ...advice])("no threat: %s", (told, reply) => {
  expect(draftOf(greeting, `市民：${told}。`, `坐席：${reply}。`).threatQuotes).toEqual([]);
});

test.each(advice)("nor urgent: %s", (told, reply) => {
  expect(draftOf(greeting, `市民：${told}。`, `坐席：${reply}。`).urgent).toBe("一般");
});

test("what was announced right before the agent calls it urgent is the threat, though no word of it is on a list", () => {
  const told = "下周一早上八点我把铺盖搬进他们办公楼，他们几点给钱我几点挪窝";
  const draft = draftOf(greeting, "市民：拖了三年了。", `市民：${told}。`, "坐席：您别急，我马上紧急上报。");
  expect([draft.urgentClass, draft.threatQuotes]).toEqual(["不稳定因素", [told]]);
  const repair = draftOf(greeting, "市民：明天他们要是不来，我就自己找人挖开修了。", "坐席：好的，我马上给您上报。");
  expect([repair.urgentClass, repair.threatQuotes]).toEqual([null, []]);
  const shut = draftOf(
    greeting,
    "市民：社区不给开门，我就被锁在外头了，外头零下十度。",
    "坐席：您别急，我马上按紧急上报。",
  );
  expect(shut.threatQuotes).toEqual([]);
  const leaning = draftOf(
    greeting,
    "市民：小区那个大架子歪了，要是倒下来我们就没命了。",
    "坐席：您别急，我马上紧急上报。",
  );
  expect(leaning.threatQuotes).toEqual([]);
});
