import { describe, expect, test } from "vitest";
import { draftOf } from "../test-call.ts";

describe("前期处理", () => {
  test.each(["您有没有去站里问过？", "您有没有回去找摊主或者市场管理方？", "您有没有再跟店家说一下？"])(
    "asked: %s",
    (question) => {
      const draft = draftOf(
        "市民：我投诉一家水产摊缺斤短两。",
        `坐席：${question}`,
        "市民：今天上午去了，人家说水分跑了，只退八块钱。",
      );
      expect(draft.elements.priorHandling?.value).toContain("只退八块钱");
    },
  );

  test("whom the caller sought and what he said", () => {
    const draft = draftOf("市民：我投诉养老院绑老人。我找了院长，院长说家属签过字的。");
    expect(draft.elements.priorHandling?.quote).toContain("院长说家属签过字");
  });

  test.each(["有没有找到目击的人？", "您有没有问题要补充？"])("not asked: %s", (question) => {
    const draft = draftOf("市民：我投诉工地半夜施工。", `坐席：${question}`, "市民：就我们一家听得最清楚。");
    expect(draft.missing).toContain("priorHandling");
  });

  test.each<[string, string]>([
    ["市民：我投诉城管扣车。去了中队说队长不在叫我下午来。", "队长不在"],
    ["市民：我投诉老停电。俺打了供电所，他说排队，排到猴年马月。", "排队"],
  ])("told without marks: %s", (line, holds) => {
    expect(draftOf(line).elements.priorHandling?.value).toContain(holds);
  });

  test.each([
    "市民：我投诉房东，房东挺难说话的，押金不退。",
    "市民：我投诉卖假药的，去了医院说是过敏。",
    "市民：我投诉幼儿园，老师打了孩子，他说他自己摔的。",
    "市民：昨天晚上打的，从机场到家收我两百，我投诉司机。",
    "市民：我找了个中介，中介不给退押金，我投诉。",
    "市民：我投诉司机，上了车司机说不打表。",
    "市民：我投诉网约车，到了地方他说要加二十。",
    "市民：我在路口给你们打的电话，我投诉楼下烧烤。",
    "市民：我投诉诊所，疫苗是三号打的，回来孩子就发烧。",
  ])("no step to have it settled: %s", (line) => {
    expect(draftOf(line).missing).toContain("priorHandling");
  });

  test("没打呢 without a mark behind it is no", () => {
    const draft = draftOf(
      "市民：我投诉工地半夜施工。",
      "坐席：您之前打过环保电话吗？",
      "市民：没打呢大伙儿都光顾着生气了",
    );
    expect(draft.elements.priorHandling?.value).toBe("此前没有反映过");
  });
});

describe("建议理由", () => {
  const proposal = "市民：我提个建议，公园步道边上再种一排树。";

  test.each(["要不国槐也行", "隔二三十米来一个就行，不用太多", "一天十块二十块的就差不多", "对，就这两条"])(
    "no reason: %s",
    (words) => {
      expect(draftOf(proposal, "坐席：您是建议种树，是吗？", `市民：${words}。`).missing).toContain("reason");
    },
  );

  test.each(["夏天太晒了，老人没地方歇", "那一段不安全，晚上也太暗", "人太多，挤不下"])("a reason: %s", (words) => {
    expect(draftOf(proposal, "坐席：好的，您说。", `市民：${words}。`).missing).not.toContain("reason");
  });

  test("mere consent to the question is none", () => {
    expect(draftOf(proposal, "坐席：还有别的理由吗？", "市民：对，就这些。").missing).toContain("reason");
  });
});

describe("时间", () => {
  const time = (...lines: string[]) => draftOf(...lines).elements.time;

  test.each([
    ["市民：我投诉他们天天跳舞，五月六号那天起天天晚上七点跳到十点二十。", "2026-05-06"],
    ["市民：我投诉停车场，昨天下午，两点十分进三点十四出，收我十五。", "2026-06-16T14:10"],
    ["市民：我举报村里那个主任，今年三四月份那一批低保，一户收两千。", "2026-03"],
    ["市民：我投诉租客，今年过年前，腊月二十六，人就不见了。", "2026-02-13"],
    ["市民：我反映宅基地，去年秋天让人盖了房子。", "2025年秋天"],
    ["市民：我投诉变压器，今天凌晨两点零五六的时候冒烟了。", "2026-06-17T02:05"],
  ])("%s", (line, value) => {
    expect(time(line)?.value).toBe(value);
  });

  test("parts of a character are no hours, 廿六 is a day", () => {
    expect(draftOf("市民：我投诉楼道堆物。", "坐席：您贵姓？", "市民：姓冼，两点水那个冼。").missing).toContain("time");
    expect(time("市民：我反映停水，从五月廿六号晌午头停的。")?.value).toContain("2026-05-26");
  });

  test("the hour of the day told beside it stays", () => {
    expect(time("市民：我投诉快递，六月十五号下午三点到的，箱子是破的。")?.value).toBe("2026-06-15T15:00");
  });

  test("a house number is no day", () => {
    const draft = draftOf("市民：我投诉油烟，店在金桥街道民主路一百二十六号就在我们家楼底下。");
    expect(draft.missing).toContain("time");
    expect(draft.elements.place?.value).toContain("一百二十六号");
  });

  test("到今天 tells how long, 到一月份就 since when", () => {
    expect(time("市民：六月五号电线杆刮斜的，到今天也没人来换。")?.value).toBe("2026-06-05");
    expect(time("市民：补助每月都打，到今年一月份，突然就没了。")?.value).toBe("2026-01");
  });

  test("a moment that the agent names and the caller agrees to", () => {
    const agreed = [
      "市民：楼下打架呢，我投诉没人管。",
      "坐席：现在是六月十七号晚上八点半，刚打的，对吗？",
      "市民：对。",
    ];
    expect(time(...agreed)?.value).toBe("2026-06-17T20:30");
    expect(time("市民：我投诉噪声。", "坐席：六月二十五号之前答复您，好吗？", "市民：好。")?.value ?? null).toBe(null);
  });
});

describe("涉及对象", () => {
  test.each([
    ["市民：我投诉一条龙饭店的油烟，从三月份开始的。", "一条龙饭店"],
    ["市民：我投诉七台河市运输公司。", "七台河市运输公司"],
    ["市民：我在工地干活，管他要工资他不给，拖了半年，投诉包工头。", "包工头"],
    ["市民：我们小区物业不修电梯，我投诉。", "小区物业"],
  ])("numbers in names stay, 管他要 names nobody: %s", (line, target) => {
    expect(draftOf(line).elements.target?.value).toBe(target);
  });

  test("what somebody is asked to do is no name of his", () => {
    const told = draftOf("市民：楼下饭店天天放音响，大家都叫他关小点他不听，我投诉。");
    expect(told.elements.target?.value).not.toContain("关小点");
    expect(draftOf("市民：村里都叫他六指，天天半夜拉砂，我举报他。").elements.target?.value).toContain("六指");
  });
});
