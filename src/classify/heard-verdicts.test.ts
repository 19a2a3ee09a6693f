import { describe, expect, test } from "vitest";
import { draftOf, greeting } from "./test-call.ts";

describe("kind", () => {
  test.each<[string, string[]]>([
    ["投诉", ["市民：楼下烧烤摊吵到后半夜，派出所来了一趟，人一走又吵，睡不着"]],
    ["投诉", ["市民：广场上一百来人跳舞，音箱震得孩子没法写作业", "坐席：您希望怎么解决？", "市民：音箱声音压下来。"]],
    ["投诉", ["市民：对面那地方打桩还是干什么的，哐哐响，一宿没合眼，吵得很"]],
    ["求助", ["市民：村口路塌了个坑，快点派人来看看吧，俺们出不去"]],
    ["求助", ["市民：地里都快干透了，井也没水，能不能给想想办法"]],
    ["举报", ["市民：我要告一个小店卖假烟的，我亲眼看见他后院一箱子一箱子的"]],
    ["举报", ["市民：我们乡管低保的那个所长，办低保他收好处，一户收两千，好几家都给了，查查他"]],
    ["投诉", ["市民：我要告公司违法解除劳动合同，干了八年一分钱不赔"]],
    ["投诉", ["市民：我要告物业私自涨物业费，一平涨了五毛"]],
    ["咨询", ["市民：我想问一下，是不是要告知无证的不能进"]],
    ["投诉", ["市民：我要告物业，电梯坏了一个月也不修，打了好几回电话没人管"]],
  ])("%s: %j", (kind, lines) => {
    expect(draftOf(greeting, ...lines).kind).toBe(kind);
  });

  const alarmed = "坐席：您别着急，我马上按紧急情况上报。";

  test.each([
    "市民：我害怕，我前男友发语音说明天晚上在楼下等我，拿硫酸泼我脸上，我不敢出门",
    "市民：我替同事打的，他在群里发了，说晚上十点钱不到账他就从楼顶跳下去，你们快来个人劝劝",
    "市民：隔壁那个喝多了站门口骂，说你再敢垒墙我半夜拎桶汽油给你点了，我怕得很",
  ])("who tells of somebody else's threat asks for help: %s", (line) => {
    expect(draftOf(greeting, line, alarmed).kind).toBe("求助");
  });

  test.each([
    "市民：老板说没钱，再不给我明天就拎桶汽油去他办公室把他点了，欠我八万工资三年不给",
    "市民：物业说不管，再不修我们全楼明天早上就去把区政府大门堵了，物业不给退费",
  ])("who threatens himself complains: %s", (line) => {
    expect(draftOf(greeting, line, alarmed).kind).toBe("投诉");
  });
});

describe("urgency", () => {
  test.each([
    "市民：我要投诉，门口那根电线杆子，斜了，压着小区围墙，我们小区都看见了，今天也没人来换",
    "市民：我提个建议，充电棚装那种充满自己断电的，我们小区六栋楼都需要，现在没有",
    "市民：外卖里吃出烟头，一碗十六块，我吃了一大半才看见，现在胃里难受，吐了一回，让他赔",
    "市民：村口桥的栏杆让车撞掉了一截，昨天撞的，走路的人多，你们派人修一下",
  ])("ordinary: %s", (line) => {
    expect(draftOf(greeting, line).urgent).toBe("一般");
  });

  test.each(["市民：孩子刚才跟我说，下雨天他们不活动，也不让下楼", "市民：刚才孩子跟我说，他从后楼下去打饭要绕一大圈"])(
    "what a child tells at home: %s",
    (line) => {
      expect(draftOf(greeting, line).urgent).toBe("一般");
    },
  );

  test("洪水 drives people onto the roof, a storm tears solar panels off", () => {
    for (const line of [
      "市民：洪水进村了，我们都钻到房顶上了，快来救",
      "市民：刮大风把楼顶太阳能刮飞了，砸了楼下的车，现在还挂在楼边上",
    ])
      expect(draftOf(greeting, line).urgentClass).toBe("极端天气");
  });

  test.each([
    ["市民：煤气漏了，满屋子味。", "坐席：请您千万不要开灯，马上到外面去，我马上上报。"],
    ["市民：电梯困人了，里头三个人。", "坐席：请大家不要扒门，我马上紧急上报。"],
    ["市民：我老公车翻沟里了，我现在下去把玻璃砸了拉他出来。", "坐席：请您千万不要下去，马上打122。"],
  ])("danger is no threat, though it is told in like words: %s", (told, reply) => {
    const draft = draftOf(greeting, told, reply);
    expect([draft.urgentClass, draft.kind, draft.threatQuotes]).toEqual(["突发事件", "求助", []]);
  });

  test("你们误会了 of somebody who means it takes nothing back", () => {
    const line = "市民：你们误会了我不是吓唬你们，今天再不给钱我就从楼上跳下去。";
    expect(draftOf(greeting, line).urgentClass).toBe("不稳定因素");
  });

  test("standing on the roof to take pictures, as said when asked, is no threat", () => {
    const lines = ["市民：我现在站在我们楼楼顶上给你打的啊。", "坐席：先生，您千万别做危险的事！"];
    const meant = "市民：我不活了，再不给我钱我就往下跳。";
    const taken = "市民：没有没有，我又不是要跳楼，你别误会，我上来拍照片的，我投诉他把防水打穿了。";
    expect(draftOf(greeting, ...lines, taken).urgent).toBe("一般");
    expect(draftOf(greeting, ...lines, meant).urgentClass).toBe("不稳定因素");
  });

  test.each([
    ["基本民生保障", "市民：电线断了掉在地上，我们整栋楼都没电，刚才嘭的一声"],
    ["突发事件", "市民：一百多个学生吃完食堂的饭全都上吐下泻，刚送医院"],
    ["突发事件", "市民：食堂中午吃完饭，二十多个学生上吐下泻，现在送医院呢"],
    ["突发事件", "市民：脚手架刚才塌了，砸着人了，压在底下，快来救人"],
    ["极端天气", "市民：山里雪下得出不去了，车都埋了，我爹等着去县医院透析，铲车快来吧"],
  ])("%s: %s", (urgentClass, line) => {
    expect(draftOf(greeting, line, "坐席：马上按紧急事项上报。").urgentClass).toBe(urgentClass);
  });
});
