import { describe, expect, test } from "vitest";
import type { Actor } from "../../platform/access.ts";
import { loadRules } from "../../platform/rules/index.ts";
import type { ArticleState } from "../schema.ts";
import { blockedFor, blockOf } from "./blocked.ts";
import { type ArticleAction, articleActions } from "./schema.ts";
import { twoPersonWhy } from "./two-person.ts";

const rules = loadRules("rules", "yunling");
const person = (id: string, role: "editor" | "agent" = "editor"): Actor => ({
  kind: "user",
  userId: id,
  name: id,
  role,
  agentId: null,
  agency: null,
});
const [author, other] = [person("author"), person("other")];
const article = (state: ArticleState, more: { publishAt?: Date; twoPersonWhy?: string } = {}) => ({
  state,
  publishAt: more.publishAt ?? null,
  authors: [{ id: "user:author", name: "作者" }],
  twoPersonWhy: more.twoPersonWhy ?? null,
});

/** What each person may do in each state; a step that is not named is closed. */
const open: [ArticleState, string, string][] = [
  ["draft", "edit submit retire restore", "edit submit retire restore"],
  ["checking", "edit withdraw retire restore", "edit withdraw check retire restore"],
  ["approved", "edit withdraw publish retire restore", "edit withdraw publish retire restore"],
  ["published", "edit retire restore", "edit retire restore"],
  ["retired", "edit restore", "edit restore"],
];

describe("blockOf", () => {
  test.each(open)("of %s the author may %s, another editor %s", (state, byAuthor, byOther) => {
    const may = (actor: Actor) => articleActions.filter((action) => !blockOf(actor, article(state), action));
    const sorted = (names: string) => names.split(" ").sort();
    expect(may(author).toSorted()).toEqual(sorted(byAuthor));
    expect(may(other).toSorted()).toEqual(sorted(byOther));
  });

  test("what waits for its moment can only be unscheduled or retired", () => {
    const waiting = article("approved", { publishAt: new Date(0) });
    expect(articleActions.filter((action) => !blockOf(other, waiting, action))).toEqual(["unschedule", "retire"]);
  });

  test("where two people are needed the author is forbidden to publish, whoever checked it", () => {
    const law = article("approved", { twoPersonWhy: "政策法规须由两人完成" });
    expect(blockOf(author, law, "publish")).toMatchObject({ fault: "forbidden" });
    expect(blockOf(other, law, "publish")).toBeNull();
  });

  test("an old state is a conflict, another person's step is forbidden", () => {
    const faults = (action: ArticleAction, state: ArticleState) => blockOf(author, article(state), action)?.fault;
    expect([faults("check", "draft"), faults("check", "checking")]).toEqual(["conflict", "forbidden"]);
  });
});

test("a role without the permission is told so for every step", () => {
  const blocked = blockedFor(person("agent", "agent"), article("draft"));
  expect(new Set(Object.values(blocked))).toEqual(new Set(["您的角色没有这项权限"]));
});

describe("twoPersonWhy", () => {
  test.each([
    [{ kind: "政策法规", item: null }, "政策法规须由两人完成"],
    [{ kind: "答复口径", item: "低保" }, "“低保”涉及待遇，须由两人完成"],
    [{ kind: "答复口径", item: "路灯" }, null],
    [{ kind: "公告公开", item: null }, null],
  ] as const)("%o: %s", (fields, why) => {
    expect(twoPersonWhy(rules, fields)).toBe(why);
  });

  test("an item is known under the city's name for it", () => {
    const items = [{ name: "最低生活保障", sourceName: "低保", level1: "", aliases: [], cues: [], notCues: [] }];
    expect(twoPersonWhy({ ...rules, items }, { kind: "答复口径", item: "最低生活保障" })).not.toBeNull();
  });
});
