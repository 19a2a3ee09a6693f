import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeLanguageModel } from "../../src/adapters/fake/fake-language-model.ts";
import { AppError } from "../../src/platform/errors.ts";
import { suggestionsFor } from "../../src/platform/suggestions.ts";
import type { QaCallView } from "../../src/qa/index.ts";
import { engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { processed, rudeCall } from "../support/qa.ts";

/** What a real model answered in form: a deduction with its words, a pass, and one whose words nobody said. */
const answered = JSON.stringify({
  rows: [
    { row: 23, verdict: "扣分", utterance: 2, quote: "这个我不知道", why: "没有回答路灯的事" },
    { row: 16, verdict: "合格", utterance: null, quote: null, why: "来电人说得清楚" },
    { row: 6, verdict: "扣分", utterance: 2, quote: "别说了", why: "打断来电人" },
  ],
});
const forbidden = "使用禁语(不知道/不清楚)";

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  const model = { isOn: true, answer: () => (model.isOn ? answered : new AppError("unavailable", "智能服务暂不可用")) };
  beforeAll(async () => {
    t = await openTestApp(engine, () => ({ languageModel: fakeLanguageModel(model.answer) }));
    for (const id of ["c1", "c2", "c3"]) await processed(t, rudeCall(id));
    await processed(t, rudeCall("other", "A2"));
  });
  afterAll(() => t.close());

  const post = (who: string, path: string, body: unknown = {}) => t.as(who, path, { method: "POST", body });
  const put = (who: string, path: string, body: unknown) => t.as(who, path, { method: "PUT", body });
  const get = async (who: string, path: string) => (await t.as(who, path)).json();
  const view = async (id: string, who = "qa"): Promise<QaCallView> => get(who, `/api/qa/calls/${id}`);
  const itemOf = ({ settled }: Pick<QaCallView, "settled">, item: string) =>
    settled.items.find((each) => each.item === item);
  const month = async (who: string, more = "") => get(who, `/api/qa/results?month=2026-03${more}`);

  test("the list is by risk, and each agent sees the own seat's calls only", async () => {
    const all = await get("qa", "/api/qa/calls");
    expect(all.total).toBe(4);
    expect(all.items[0]).toMatchObject({ reviewed: false, deducted: expect.arrayContaining([forbidden]) });
    expect(all.items[0].risk).toBeGreaterThan(0);
    expect((await get("agent", "/api/qa/calls")).total).toBe(3);
    expect((await get("agent.two", "/api/qa/calls")).items.map(({ id }: { id: string }) => id)).toEqual(["other"]);
    expect((await get("callback", "/api/qa/calls")).total).toBe(0);
    expect((await get("qa", "/api/qa/calls?state=已复核")).total).toBe(0);
    const struck = await get("qa", `/api/qa/calls?item=${encodeURIComponent(forbidden)}&from=2026-03-05&to=2026-03-05`);
    expect(struck.total).toBe(4);
    expect((await get("qa", "/api/qa/calls?from=2026-03-06")).total).toBe(0);
    for (const query of ["limit=0", "order=luck", "from=yesterday"])
      expect((await t.as("qa", `/api/qa/calls?${query}`)).status).toBe(400);
  });

  test("another seat's score is as missing as none", async () => {
    const [hidden, missing] = [await t.as("agent", "/api/qa/calls/other"), await t.as("agent", "/api/qa/calls/none")];
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    const words = async (response: Response) => ({ ...(await response.json()), requestId: "" });
    expect(await words(hidden)).toEqual(await words(missing));
    for (const path of ["acknowledge", "appeals"]) {
      const body = path === "appeals" ? { item: forbidden, words: "不同意" } : {};
      expect((await post("agent", `/api/qa/calls/other/${path}`, body)).status).toBe(404);
    }
  });

  test("an item is overruled with a reason, and the call counts what people say", async () => {
    const before = await view("c1");
    const item = itemOf(before, forbidden);
    expect(item).toMatchObject({
      verdict: "扣分",
      deduction: 5,
      points: 5,
      utterances: [2],
      atMs: 16_000,
      decision: null,
    });
    const decide = (body: unknown) => post("qa", "/api/qa/calls/c1/decisions", body);
    const overrule = { item: forbidden, verdict: "合格" };
    expect((await decide({ decisions: [overrule] })).status).toBe(400);
    expect((await decide({ decisions: [{ ...overrule, item: "没有这一项", reason: "x" }] })).status).toBe(400);
    expect((await decide({ decisions: [] })).status).toBe(400);
    expect((await post("qa", "/api/qa/calls/none/decisions", { finish: true, decisions: [] })).status).toBe(404);
    const response = await decide({ decisions: [{ ...overrule, reason: "随后作了登记" }], finish: true });
    expect(response.status).toBe(200);
    const after: Pick<QaCallView, "settled"> = await response.json();
    expect(after.settled.score).toBe((before.settled.score ?? 0) + 5);
    expect(itemOf(after, forbidden)).toMatchObject({
      verdict: "合格",
      deduction: 0,
      decision: { agreed: false, by: "qa" },
    });
    const head = (await view("c1")).head;
    expect(head).toMatchObject({
      reviewed: true,
      score: after.settled.score,
      engineScore: before.head.engineScore,
      decided: 1,
    });
    expect(head.deducted).not.toContain(forbidden);
    const mine = await view("c1", "agent");
    expect(itemOf(mine, forbidden)?.decision?.reason).toBe("随后作了登记");
  });

  test("what the engine left to ears is judged by a person", async () => {
    const open = (await view("c2")).settled.items.find(({ verdict }) => verdict === "待人工");
    const decisions = [{ item: open?.item, verdict: "扣分", reason: "吐字不清", atMs: 1000 }];
    const { settled } = await (await post("qa", "/api/qa/calls/c2/decisions", { decisions })).json();
    expect(itemOf({ settled }, open?.item ?? "")).toMatchObject({
      verdict: "扣分",
      deduction: open?.points,
      atMs: 1000,
    });
  });

  test("an agent acknowledges, appeals at a second, and an upheld appeal changes the month", async () => {
    await post("qa", "/api/qa/calls/c2/decisions", { decisions: [{ item: forbidden, verdict: "扣分" }], finish: true });
    const before = (await month("agent")).rows[0];
    const score = (await view("c2")).settled.score ?? 0;
    const seen = await post("agent", "/api/qa/calls/c2/acknowledge");
    expect([seen.status, (await seen.json()).acknowledgedAt]).toEqual([200, expect.stringMatching(/\+08:00$/)]);
    const words = { item: forbidden, words: "我说的是不清楚哪一栋", utterance: 2, atMs: 16_500 };
    expect((await post("agent", "/api/qa/calls/c2/appeals", { ...words, item: "抢话" })).status).toBe(409);
    expect((await post("agent", "/api/qa/calls/c2/appeals", { item: forbidden })).status).toBe(400);
    const made = await post("agent", "/api/qa/calls/c2/appeals", words);
    expect(made.status).toBe(201);
    const appeal = await made.json();
    expect(appeal).toMatchObject({ state: "待处理", atMs: 16_500, by: "agent", agentId: "A1" });
    expect((await post("agent", "/api/qa/calls/c2/appeals", words)).status).toBe(409);
    expect((await get("qa", "/api/qa/calls?state=有申诉")).total).toBe(1);
    expect((await get("agent.two", "/api/qa/appeals")).items).toEqual([]);
    expect((await get("qa", "/api/qa/appeals?state=待处理")).items).toHaveLength(1);
    const decide = (body: unknown) => post("qa", `/api/qa/appeals/${appeal.id}/outcome`, body);
    expect((await decide({ state: "成立" })).status).toBe(400);
    expect((await post("qa", "/api/qa/appeals/none/outcome", { state: "成立", outcome: "x" })).status).toBe(404);
    const decided = await decide({ state: "成立", outcome: "听录音属实" });
    expect(await decided.json()).toMatchObject({ state: "成立", outcome: "听录音属实", decidedBy: "qa" });
    expect((await decide({ state: "不成立", outcome: "改判" })).status).toBe(409);
    expect((await view("c2")).settled.score).toBe(score + 5);
    const after = (await month("agent")).rows[0];
    expect(after.meanScore).toBe(before.meanScore + 2.5);
    expect(after).toMatchObject({ key: "A1", recordings: 2, appeals: 1, upheld: 1 });
  });

  test("months are by agent, team and item; an agent gets the own row and no other grouping", async () => {
    const nobody = { name: null, team: null, isDialect: false };
    expect((await get("qa", "/api/qa/seats")).items).toEqual([
      { agentId: "A1", ...nobody },
      { agentId: "A2", ...nobody },
    ]);
    await put("qa", "/api/qa/seats/A1", { name: "李明", team: "一组", isDialect: false });
    await put("qa", "/api/qa/seats/A2", { team: "=cmd|' /C calc'!A0", isDialect: true });
    expect((await get("qa", "/api/qa/seats")).items).toHaveLength(2);
    expect((await put("qa", "/api/qa/seats/A2", {})).status).toBe(400);
    const keys = async (more: string) => (await month("qa", more)).rows.map(({ key }: { key: string }) => key);
    expect(await keys("&basis=all")).toEqual(["A1", "A2"]);
    expect(await keys("&basis=all&by=team")).toEqual(["=cmd|' /C calc'!A0", "一组"]);
    expect(await keys("&basis=all&by=item")).toContain(forbidden);
    expect((await month("agent.two", "&basis=all")).rows).toEqual([
      expect.objectContaining({ key: "A2", recordings: 1 }),
    ]);
    expect((await t.as("agent", "/api/qa/results?month=2026-03&by=team")).status).toBe(403);
    expect((await t.as("qa", "/api/qa/results?month=March")).status).toBe(400);
  });

  test("the workbook has three sheets, and no cell that a spreadsheet would run", async () => {
    const response = await t.as("qa", "/api/qa/results/export?month=2026-03&basis=all");
    expect(response.status).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual(["按坐席", "按班组", "按考评项"]);
    const cells: unknown[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          expect(cell.formula).toBeUndefined();
          cells.push(cell.value);
        });
      });
    expect(cells).toContain("李明");
    expect(cells.filter((value) => typeof value === "string" && /^[=+@-]/.test(value))).toEqual([]);
    expect(cells).toContain("'=cmd|' /C calc'!A0");
  });

  test("trends follow the days, with the items that cost points", async () => {
    const { points } = await get("qa", "/api/qa/trends?from=2026-03-01&to=2026-03-31");
    expect(points).toEqual([expect.objectContaining({ at: "2026-03-05", recordings: 4 })]);
    expect(points[0].items[forbidden]).toBe(2);
    const weeks = await get("agent.two", "/api/qa/trends?from=2026-03-01&to=2026-03-31&by=week");
    expect(weeks.points).toEqual([expect.objectContaining({ at: "2026-03-02", recordings: 1 })]);
    expect((await t.as("qa", "/api/qa/trends?from=2026-03-01")).status).toBe(400);
  });

  test("notes reach the agent they are for, who marks them as read", async () => {
    const note = { agentId: "A1", callId: "c3", words: "先安抚再登记", item: forbidden, utterance: 2, atMs: 16_000 };
    expect((await post("qa", "/api/qa/notes", { ...note, agentId: "A2" })).status).toBe(400);
    const made = await (await post("qa", "/api/qa/notes", note)).json();
    expect((await get("agent", "/api/qa/notes")).items).toEqual([made]);
    expect((await get("agent.two", "/api/qa/notes")).items).toEqual([]);
    expect((await post("agent.two", `/api/qa/notes/${made.id}/seen`)).status).toBe(404);
    expect((await (await post("agent", `/api/qa/notes/${made.id}/seen`)).json()).seenAt).not.toBeNull();
  });

  test("the rubric and the items are shown, and a person may set an item to hint only", async () => {
    const rubric = await get("agent", "/api/qa/rubric");
    expect(rubric).toMatchObject({ sum: 120, version: t.services.rules.version });
    expect(rubric.rows).toHaveLength(28);
    const items = (await get("qa", "/api/qa/items")).items as { item: string }[];
    expect(items.find(({ item }) => item === forbidden)).toMatchObject({ decided: 2, agreed: 0, hintOnly: false });
    const path = `/api/qa/items/${encodeURIComponent(forbidden)}`;
    expect((await put("qa", path, { mode: "仅提示" })).status).toBe(400);
    expect((await put("qa", "/api/qa/items/没有", { mode: "仅提示", reason: "试行" })).status).toBe(404);
    expect(await (await put("qa", path, { mode: "仅提示", reason: "试行" })).json()).toMatchObject({ hintOnly: true });
    await processed(t, rudeCall("hinted"));
    const hinted = await view("hinted");
    expect(itemOf(hinted, forbidden)).toMatchObject({
      verdict: "仅提示",
      deduction: 0,
      why: expect.stringMatching(/试行/),
    });
    expect(await (await put("qa", path, { mode: "自动", reason: "恢复" })).json()).toMatchObject({ hintOnly: false });
  });

  test("a model's word on an open item counts nothing until a person decides it, and none without words of the call", async () => {
    await processed(t, rudeCall("m1"));
    const before = await view("m1");
    expect(before).toMatchObject({ askable: expect.any(Number), suggestions: [] });
    expect(before.askable).toBeGreaterThan(2);
    expect((await post("qa", "/api/qa/calls/none/suggestions")).status).toBe(404);
    const asked = await post("qa", "/api/qa/calls/m1/suggestions");
    expect(asked.status).toBe(200);
    const after = await view("m1");
    const given = after.suggestions.map(({ verdict, utterances }) => [verdict, utterances]);
    expect(given).toHaveLength(2);
    expect(given).toEqual(
      expect.arrayContaining([
        ["扣分", [2]],
        ["合格", []],
      ]),
    );
    expect(after.askable).toBe(before.askable - 2);
    expect(after.settled.score).toBe(before.settled.score);
    expect((await view("m1", "agent")).suggestions).toEqual([]);
    const first = after.suggestions.find(({ verdict }) => verdict === "扣分");
    if (!first) throw new Error("no suggestion");
    const decisions = [{ item: first.item, verdict: first.verdict, reason: first.why, utterances: first.utterances }];
    expect((await post("qa", "/api/qa/calls/m1/decisions", { decisions })).status).toBe(200);
    expect((await view("m1")).settled.score).toBeLessThan(before.settled.score ?? 0);
    const kept = await suggestionsFor(t.services.db, "qa:m1");
    expect(kept.map(({ what, decision }) => [what, decision])).toContainEqual([first.item, "accepted"]);
  });

  test("an office without a model is told so, and one whose model is away loses nothing", async () => {
    model.isOn = false;
    expect((await post("qa", "/api/qa/calls/m1/suggestions")).status).toBe(503);
    expect((await view("m1")).askable).toBeGreaterThan(0);
    model.isOn = true;
  });
});
