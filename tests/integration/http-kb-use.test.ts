import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArticleInput, importArticles, putTogetherJob, recallArticle } from "../../src/kb/index.ts";
import { processCall } from "../../src/pipeline/index.ts";
import { callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { liveOf, utterance } from "../support/live.ts";

const body = "社会保障卡遗失的，持身份证到就近服务网点补办，工本费16元。";
const card = ArticleInput.parse({ externalId: "h-card", title: "社保卡遗失补办", body, agency: "市人社局" });
const question = utterance(1, "citizen", "我想问一下，社保卡丢了去哪里补办？");
const greeting = utterance(0, "agent", "您好，请问您需要什么帮助？");
const head = { ...callOf("x"), id: undefined, utterances: undefined, agentId: "A1" };
const patience = { timeout: 15_000 };

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  let articleId = "";
  beforeAll(async () => {
    t = await openTestApp(engine);
    await importArticles(t.ctx, { articles: [card], publish: true });
    articleId = (await (await t.as("agent", "/api/articles")).json()).items[0].id;
    const { direction, startedAt, callerNumber, agentId } = head;
    await liveOf(t).say("one", [greeting, question], { direction, startedAt, callerNumber, agentId });
  });
  afterAll(() => t.close());

  const get = async (who: string, path: string) => {
    const response = await t.as(who, path);
    return { status: response.status, body: await response.json() };
  };
  const send = async (who: string, path: string, input: unknown, method = "POST") => {
    const response = await t.as(who, path, { method, body: input });
    return { status: response.status, body: await response.json() };
  };
  const tell = (who: string, id = "one", input: object = {}) =>
    send(who, `/api/calls/${id}/answers/tell`, { articleId, version: 1, quote: body, ...input });

  test("the panel gets the answer with its source after the words, without asking for it", async () => {
    await expect.poll(async () => (await get("agent", "/api/calls/one")).body.answers?.length, patience).toBe(1);
    const { answers, asked, told } = (await get("agent", "/api/calls/one")).body;
    expect(answers[0]).toMatchObject({ articleId, version: 1, agency: "市人社局", quote: body, fixed: true });
    expect([asked, told]).toEqual([expect.stringContaining("社保卡丢了去哪里补办"), []]);
  });

  test("told: 200 with the row, 400 for other words, 404 for a foreign call, 403 for who only reads", async () => {
    const told = await tell("agent");
    expect(told).toMatchObject({ status: 200, body: { articleId, version: 1, quote: body, isMine: true } });
    expect(await tell("agent")).toEqual(told);
    expect((await get("qa", "/api/calls/one")).body.told).toEqual([{ ...told.body, isMine: false }]);
    for (const [who, input, status] of [
      ["agent", { quote: "工本费60元" }, 400],
      ["agent", { version: 0 }, 400],
      ["agent", { extra: 1 }, 400],
      ["agent", { articleId: "none" }, 404],
      ["agent.two", {}, 404],
      ["qa", {}, 403],
      ["editor", {}, 403],
    ] as const)
      expect([who, input, (await tell(who, "one", input)).status]).toEqual([who, input, status]);
    const { status, body: seen } = await get("qa", "/api/calls/one/answers");
    expect([status, seen.told.length, seen.shown.at(-1).answers[0].articleId]).toEqual([200, 1, articleId]);
    expect((await get("agent.two", "/api/calls/one/answers")).status).toBe(404);
    const undo = `/api/calls/one/answers/${told.body.id}/undo`;
    expect((await send("agent.two", undo, {})).status).toBe(404);
    expect((await send("agent", "/api/calls/one/answers/none/undo", {})).status).toBe(404);
    expect((await send("agent", undo, {})).body.undoneAt).not.toBeNull();
    expect((await tell("agent")).body.id).not.toBe(told.body.id);
  });

  test("feedback: one click from the call, decided by an editor", async () => {
    const given = await send("agent", "/api/feedback", { kind: "没用", articleId, version: 1, callId: "one" });
    expect(given).toMatchObject({ status: 200, body: { state: "open", articleTitle: "社保卡遗失补办" } });
    expect((await send("agent", "/api/feedback", { kind: "没用" })).status).toBe(400);
    expect((await send("agent", "/api/feedback", { kind: "没用", articleId: "none" })).status).toBe(404);
    expect((await send("agent.two", "/api/feedback", { kind: "没用", articleId, callId: "one" })).status).toBe(404);
    expect((await get("editor", "/api/feedback?state=open")).body.items).toEqual([given.body]);
    expect((await get("editor", "/api/feedback?state=closed")).status).toBe(400);
    const decide = `/api/feedback/${given.body.id}/decide`;
    const decided = await send("editor", decide, { state: "handled", note: "已改" });
    expect(decided).toMatchObject({ status: 200, body: { state: "handled", decision: "已改" } });
    expect((await send("editor", "/api/feedback/none/decide", { state: "handled" })).status).toBe(404);
    expect((await get("editor", "/api/feedback?state=open")).body.items).toEqual([]);
  });

  test("gaps: what the search page could not answer stands there once, and is decided", async () => {
    const search = () => get("agency", `/api/articles/search?text=${encodeURIComponent("宠物狗火化在哪里办手续")}`);
    expect((await search()).body).toMatchObject({ abstained: true });
    await search();
    const loose = () => putTogetherJob.waiting(t.services.db, new Date(t.ctx.now().getTime() + 1_000));
    await expect.poll(loose, patience).toHaveLength(1);
    for (const payload of await loose()) await putTogetherJob.run(t.ctx, payload);
    const { status, body: list } = await get("editor", "/api/gaps");
    expect([status, list.items.length]).toEqual([200, 1]);
    const [gap] = list.items;
    expect(gap).toMatchObject({ question: "宠物狗火化在哪里办手续", questions: 1, calls: 0, state: "open" });
    expect((await get("editor", `/api/gaps/${gap.id}`)).body.asked).toMatchObject([{ source: "search", callId: null }]);
    expect((await get("editor", "/api/gaps/none")).status).toBe(404);
    expect((await get("editor", "/api/gaps?state=lost")).status).toBe(400);
    const decide = (input: object, id = gap.id) => send("editor", `/api/gaps/${id}/decide`, input);
    expect((await decide({ state: "answered" })).status).toBe(400);
    expect((await decide({ state: "dismissed" }, "none")).status).toBe(404);
    const drafted = await send("editor", `/api/gaps/${gap.id}/article`, {});
    expect(drafted.status).toBe(200);
    expect((await get("editor", `/api/articles/${drafted.body.articleId}`)).body).toMatchObject({
      title: "宠物狗火化在哪里办手续",
      state: "draft",
    });
    expect((await get("editor", `/api/gaps/${gap.id}`)).body).toMatchObject({ articleId: drafted.body.articleId });
    expect((await send("editor", "/api/gaps/none/article", {})).status).toBe(404);
    expect((await decide({ state: "dismissed", note: "不归热线" })).body).toMatchObject({ state: "dismissed" });
  });

  test("recalls: the call that was told the old version is named, decided and called back", async () => {
    const changed = { ...card, body: body.replace("16元", "20元") };
    await importArticles(t.ctx, { articles: [changed], publish: true });
    await recallArticle(t.ctx, { id: articleId });
    const { status, body: list } = await get("editor", "/api/recalls?state=open");
    expect([status, list.counts.open, list.items[0].callId]).toEqual([200, 1, "one"]);
    const [{ id }] = list.items;
    expect((await get("agent", "/api/recalls")).body.items).toEqual([]);
    const decide = (input: object, of = id) => send("editor", `/api/recalls/${of}/decide`, input);
    const done = (who: string, input: object = { result: "已回电" }) => send(who, `/api/recalls/${id}/done`, input);
    expect((await decide({ state: "done" })).status).toBe(400);
    expect((await decide({ state: "needed" }, "none")).status).toBe(404);
    expect((await done("agent")).status).toBe(404);
    expect((await decide({ state: "needed" })).body.state).toBe("needed");
    expect((await get("agent", "/api/recalls")).body.items).toHaveLength(1);
    expect((await get("agent.two", "/api/recalls")).body.items).toEqual([]);
    expect((await done("agent.two")).status).toBe(404);
    expect((await done("agent", { result: "" })).status).toBe(400);
    expect((await done("agent")).body).toMatchObject({ state: "done", result: "已回电" });
    const again = await done("agent");
    expect([again.status, again.body.present.state]).toEqual([409, "done"]);
    expect((await decide({ state: "open" })).status).toBe(409);
  });

  test("hit sets: kept, changed as they stood, run", async () => {
    const questions = [{ text: "社保卡丢了去哪里补办", expected: ["h-card"] }];
    const made = await send("editor", "/api/hit-sets", { name: "常问", questions });
    expect(made).toMatchObject({ status: 200, body: { version: 1, questions: 1, latest: null } });
    expect(made.body.questionList[0].expected).toEqual([articleId]);
    const { id } = made.body;
    expect((await send("editor", "/api/hit-sets", { name: "", questions })).status).toBe(400);
    const wrong = { name: "错", questions: [{ text: "问", expected: ["none"] }] };
    expect((await send("editor", "/api/hit-sets", wrong)).status).toBe(400);
    const change = { version: 1, name: "常问二", questions: made.body.questionList };
    expect((await send("editor", `/api/hit-sets/${id}`, change, "PUT")).body).toMatchObject({ version: 2 });
    const stale = await send("editor", `/api/hit-sets/${id}`, change, "PUT");
    expect([stale.status, stale.body.present.version]).toEqual([409, 2]);
    expect((await send("editor", "/api/hit-sets/none", change, "PUT")).status).toBe(404);
    expect((await get("editor", "/api/hit-sets/none")).status).toBe(404);
    const run = await send("editor", `/api/hit-sets/${id}/runs`, {});
    expect(run).toMatchObject({ status: 202, body: { state: "waiting", cause: "按钮" } });
    expect((await send("editor", "/api/hit-sets/none/runs", {})).status).toBe(404);
    expect((await get("editor", `/api/hit-runs/${run.body.id}`)).body.results).toEqual([]);
    expect((await get("editor", "/api/hit-runs/none")).status).toBe(404);
    const { items } = (await get("editor", "/api/hit-sets")).body;
    expect(items).toMatchObject([{ id, name: "常问二", questions: 1, latest: { id: run.body.id } }]);
  });

  test("figures and quizzes", async () => {
    const { items } = (await get("editor", "/api/article-use?days=7")).body;
    expect(items[0]).toMatchObject({ articleId, shown: 1, told: 1, useless: 1 });
    expect((await get("editor", "/api/article-use?days=0")).status).toBe(400);
    expect((await get("editor", `/api/articles/${articleId}/use`)).body.versions).toHaveLength(2);
    expect((await get("editor", "/api/articles/none/use")).status).toBe(404);

    const made = await send("editor", `/api/articles/${articleId}/quizzes`, {});
    expect([made.status, made.body.items.length > 0]).toEqual([200, true]);
    expect((await send("editor", "/api/articles/none/quizzes", {})).status).toBe(404);
    const quiz = made.body.items.find(({ answer }: { answer: string }) => answer === "20元");
    expect((await get("agent", "/api/quizzes")).body.items).toEqual([]);
    expect((await send("editor", `/api/quizzes/${quiz.id}/decide`, { state: "draft" })).status).toBe(400);
    expect((await send("editor", "/api/quizzes/none/decide", { state: "approved" })).status).toBe(404);
    expect((await send("editor", `/api/quizzes/${quiz.id}/decide`, { state: "approved" })).status).toBe(200);
    expect((await get("agent", "/api/quizzes")).body.items).toHaveLength(1);
    const answered = await send("agent", `/api/quizzes/${quiz.id}/answers`, { answer: "20 元" });
    expect(answered.body).toMatchObject({ ok: true, answer: "20元", articleId });
    expect((await send("agent", `/api/quizzes/${quiz.id}/answers`, { answer: "" })).status).toBe(400);
    expect((await send("agent", "/api/quizzes/none/answers", { answer: "1" })).status).toBe(404);
    expect((await get("agent", "/api/quiz-scores/mine")).body).toEqual({ answered: 1, right: 1 });
    expect((await get("editor", "/api/quiz-scores")).body.items).toEqual([{ name: "agent", answered: 1, right: 1 }]);
  });

  test("what the call asked and was answered at its end is on the order too", async () => {
    await liveOf(t).post("one", { utterances: [], ended: true });
    await processCall(t.ctx, { id: "one" });
    const { published, told } = (await get("dispatcher", "/api/calls/one")).body;
    expect(published).toMatchObject({ articleId, note: "部门知识库已有明确答复" });
    expect(told).toHaveLength(1);
  });
});
