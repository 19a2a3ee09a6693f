import { describe, expect, it } from "vitest";
import { parseRules, type RuleFile, readRuleFiles } from "./index.ts";

const files = readRuleFiles("rules");
const yunling = "rules/cities/yunling";

/** The same files with one text changed: `from` becomes `to`. Also gives the line where `from` begins. */
function change(path: string, from: string, to: string, base = files): { files: RuleFile[]; line: number } {
  const text = base.find((file) => file.path === path)?.text ?? "";
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${path} has no ${from}`);
  const changed = { path, text: text.replace(from, to) };
  const line = text.slice(0, at).split("\n").length;
  return { files: base.map((file) => (file.path === path ? changed : file)), line };
}

function faultsOf(changed: readonly RuleFile[]): string[] {
  try {
    parseRules(changed, "yunling");
    return [];
  } catch (error) {
    return String(error).split("\n").slice(1);
  }
}

function faultOf(path: string, from: string, to: string): { at: string; faults: string } {
  const { files: changed, line } = change(path, from, to);
  return { at: `${path}:${line}: `, faults: faultsOf(changed).join("\n") };
}

describe("a fault in the rules names its file and line", () => {
  it("when the YAML is broken", () => {
    const { at, faults } = faultOf("rules/settings.yaml", "topic: 反馈时限", "topic: [反馈时限");
    expect(faults).toContain("YAML 语法错误");
    expect(faults).toContain(at.split(":")[0]);
    expect(faults).toMatch(/^rules\/settings\.yaml:\d+: /m);
  });

  it("when a value has the wrong type", () => {
    const { at, faults } = faultOf("rules/packs/db11t-draft/indicators.yaml", "figure: 80", "figure: 八十");
    expect(faults).toContain(`${at}indicators[4].figure: `);
  });

  it("when a key is unknown", () => {
    const { at, faults } = faultOf(`${yunling}/city.yaml`, "timezone: Asia/Shanghai", "timeZone: Asia/Shanghai");
    expect(faults).toContain(`${at}timeZone: 未知的字段`);
    expect(faults).toContain("timezone: 缺少这个字段");
  });

  it("when a regular expression does not compile", () => {
    const { at, faults } = faultOf(`${yunling}/districts.yaml`, '- "(?:在|住|位于)', '- "(((?:在|住|位于)');
    expect(faults).toContain(`${at}outside.patterns[0]: 正则表达式无法编译`);
  });

  it("when an id comes twice", () => {
    const { at, faults } = faultOf("rules/settings.yaml", "id: X2", "id: X1");
    expect(faults).toContain(`${at}settings[1].id: 编号重复：X1`);
  });

  it("when a key comes twice", () => {
    const { faults } = faultOf(`${yunling}/city.yaml`, "name: 云岭市", "name: 云岭市\nname: 云岭");
    expect(faults).toMatch(/city\.yaml:4: YAML 语法错误/);
  });

  it("when a class has more or fewer items than the source", () => {
    const path = "rules/packs/work-standard/categories.yaml";
    const { faults } = faultOf(path, "    count: 35", "    count: 34");
    expect(faults).toContain("classes[0].items: 应有 34 项，实为 35 项");
  });

  it("when the city removes an item that the pack does not have", () => {
    const { at, faults } = faultOf(`${yunling}/city.yaml`, "[水电十三局,", "[水电十四局,");
    expect(faults).toContain(`${at}itemsRemoved[0]: 规则包没有内容项 水电十四局`);
  });

  it("when a duty names an item that the city does not have", () => {
    const { at, faults } = faultOf(`${yunling}/agencies.yaml`, "items: [路灯]", "items: [路灯光]");
    expect(faults).toContain(at);
    expect(faults).toContain("没有内容项 路灯光");
  });

  it("when a distinction names an item that the pack does not have", () => {
    const { at, faults } = faultOf(`rules/packs/work-standard/distinctions.yaml`, "item: 娱乐噪声", "item: 娱乐的噪声");
    expect(faults).toContain(`${at}distinctions[1].item: 没有内容项 娱乐的噪声`);
  });

  it("when the city chooses a value that no source has", () => {
    const { at, faults } = faultOf(`${yunling}/city.yaml`, "settings: {}", "settings: { X11: thrice }");
    expect(faults).toContain(`${at}settings.X11: thrice 不是 X11 的取值之一`);
  });

  it("when a default is none of its variants", () => {
    const { at, faults } = faultOf("rules/settings.yaml", "default: byOutcome", "default: always");
    expect(faults).toContain(`${at}settings[10].default: 默认值 always 不在 variants 之中`);
  });

  it("when a file is missing", () => {
    const path = "rules/packs/db11t-draft/fields.yaml";
    expect(faultsOf(files.filter((file) => file.path !== path))).toContain(`${path}:1: 缺少这个文件`);
  });

  it("when a pack has a file that is no part", () => {
    const path = "rules/packs/db11t-draft/limit.yaml";
    expect(faultsOf([...files, { path, text: "{}" }])).toContain(`${path}:1: 规则包没有名为 limit 的部分`);
  });

  it("for every fault at once", () => {
    const first = change("rules/settings.yaml", "default: byOutcome", "default: always");
    const second = change("rules/packs/db11t-draft/fields.yaml", "origin: 附录D", "origin: 附录E", first.files);
    const faults = faultsOf(second.files).join("\n");
    expect(faults).toContain(`rules/settings.yaml:${first.line}: `);
    expect(faults).toContain(`rules/packs/db11t-draft/fields.yaml:${second.line}: fields[0].origin: `);
  });
});

describe("the rules of yunling", () => {
  const rules = parseRules(files, "yunling");

  it("hold the 159 items of the source in nine classes", () => {
    const counts = rules.categories.classes.map((group) => group.items.length);
    expect(counts).toEqual([35, 19, 18, 19, 10, 18, 14, 14, 12]);
  });

  it("leave out the items of other places and use the city's own names", () => {
    const names = rules.items.map((item) => item.name);
    expect(names).toHaveLength(155);
    expect(names).toEqual(expect.arrayContaining(["通信产业", "粮食收购", "机关效能", "打私", "高铁站"]));
    expect(names).not.toContain("引黄");
    expect(rules.items.find((item) => item.name === "高铁站")?.sourceName).toBe("高铁东站");
  });

  it("name every street office and district government as a body that can get orders", () => {
    const office = rules.agencies.find((agency) => agency.name === "西山区松峪镇人民政府");
    expect(office).toMatchObject({ kind: "街道", district: "西山区", street: "松峪镇", organizer: true });
    expect(office?.aliases).toContain("松峪镇政府");
    expect(rules.agencies.find((agency) => agency.name === "高新区管理委员会")?.kind).toBe("区政府");
    expect(rules.agencies.filter((agency) => !agency.organizer).map((agency) => agency.name)).toEqual(["市信访局"]);
  });

  it("take the defaults where the city chose nothing, and the city's own value where it did", () => {
    expect(rules.settings.callbackDials).toBe("byOutcome");
    const { files: changed } = change(`${yunling}/city.yaml`, "settings: {}", "settings: { X11: twice }");
    expect(parseRules(changed, "yunling").settings.callbackDials).toBe("twice");
  });

  it("have a version that changes with any letter and not with the order of files", () => {
    const { files: changed } = change(`${yunling}/city.yaml`, "云岭市", "云岭城");
    expect(parseRules(changed, "yunling").version).not.toBe(rules.version);
    expect(parseRules([...files].reverse(), "yunling").version).toBe(rules.version);
  });
});

describe("a city's notice of holidays", () => {
  const path = `${yunling}/holidays.yaml`;
  const withNotice = (text: string) => [...files, { path, text }];

  it("makes a year known that the built-in calendar does not have", () => {
    const notice = `years:
  - { year: 2031, off: [{ from: 2031-01-01, to: 2031-01-01, name: 元旦 }], work: [2031-01-04], source: 通知 }
`;
    const { calendar } = parseRules(withNotice(notice), "yunling");
    expect(parseRules(files, "yunling").calendar.years.has(2031)).toBe(false);
    expect([calendar.years.has(2031), calendar.off.has("2031-01-01"), calendar.worked.has("2031-01-04")]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("is checked like every other file", () => {
    expect(faultsOf(withNotice("years:\n  - { year: 1, off: [], work: [], source: x }\n")).join()).toContain(
      `${path}:2:`,
    );
  });
});
