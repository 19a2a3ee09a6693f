import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ArticleInput,
  answerQuiz,
  articleVersions,
  basisOfCall,
  changeHitSet,
  createHitSet,
  createQuizzes,
  decideGap,
  decideQuiz,
  decideRecall,
  finishRecall,
  giveFeedback,
  hitAfterPublicationJob,
  importArticles,
  learnBridgeJob,
  listArticleUse,
  listFeedback,
  listGaps,
  listQuizzes,
  listRecalls,
  putTogether,
  putTogetherJob,
  readArticleUse,
  readGap,
  readHitRun,
  readHitSet,
  recallArticle,
  recallArticleJob,
  runAfterPublication,
  runHitSet,
  seenAnswers,
  startHitRun,
  tellAnswer,
  undoToldAnswer,
} from "../../src/kb/index.ts";
import { forgetPair, learnBridge, rememberPair } from "../../src/kb/search/learn-bridge.ts";
import { Call, type LivePost } from "../../src/orders/index.ts";
import { hearLive, processCall, processOne, readCallView } from "../../src/pipeline/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { systemCtx } from "../../src/platform/context.ts";
import { suggestionsFor } from "../../src/platform/suggestions.ts";
import type { OpenServices } from "../../src/services.ts";
import { databaseKinds, isMissing } from "../support/databases.ts";
import { ctxOf, openTestServices } from "../support/services.ts";

const startedAt = "2026-03-05T09:12:00+08:00";
const article = (fields: object) => ArticleInput.parse({ agency: "市民政局", ...fields });
const pensionBody = "年满80周岁的本市户籍老人，每月可以领取高龄津贴100元。申请人应当持身份证到街道办理。";
const pension = article({
  externalId: "u-pension",
  title: "高龄津贴怎么领取",
  body: pensionBody,
  legalBasis: "老年人优待办法第八条",
});
const card = article({
  externalId: "u-card",
  title: "社保卡遗失补办",
  body: "社会保障卡遗失的，持身份证到就近服务网点补办，工本费16元。",
  kind: "职责与办事",
});
const others = Array.from({ length: 20 }, (_, n) =>
  article({
    externalId: `u-${n}`,
    title: `公积金提取第${n}种情形`,
    body: `公积金提取第${n}种情形需要购房合同和发票。`,
  }),
);

describe.each(databaseKinds)("on %s", (kind) => {
  describe.skipIf(isMissing(kind))("knowledge in use", () => {
    let opened: OpenServices;
    let services: OpenServices;
    let clockMs = Date.parse("2026-03-05T09:12:00+08:00");
    const waiting: Promise<unknown>[] = [];
    const as = (role: "agent" | "editor" | "qa" | "dispatcher", agentId = "A1") =>
      ctxOf(services, role, role === "agent" ? { agentId, id: `agent-${agentId}` } : {});
    const system = () => systemCtx(services, "test", new AbortController().signal, "test");
    const laterMs = (ms: number) => {
      clockMs += ms;
    };
    /** What goes on in the background, done now. */
    const settle = async () => {
      while (waiting.length) await waiting.shift();
      laterMs(1_000);
      for (const job of [putTogetherJob, recallArticleJob])
        for (const payload of await job.waiting(services.db, services.now())) await job.run(system(), payload);
    };
    const say = async (
      id: string,
      said: [i: number, speaker: "agent" | "citizen", text: string][],
      isFirst = false,
    ) => {
      const utterances = said.map(([i, speaker, text]) => ({
        i,
        speaker,
        startMs: i * 4000,
        endMs: i * 4000 + 3000,
        text,
      }));
      const call = { direction: "inbound" as const, startedAt, callerNumber: "13800138000", agentId: "A1" };
      const post: LivePost = { ...(isFirst ? { call } : {}), utterances };
      await hearLive(as("agent"), id, post);
      while (waiting.length) await waiting.shift();
    };

    beforeAll(async () => {
      opened = await openTestServices(kind);
      services = {
        ...opened,
        now: () => new Date(clockMs),
        later: (_key, work) => void waiting.push(work()),
      };
      await importArticles(as("editor"), { articles: [pension, card, ...others], publish: true });
    });
    afterAll(() => opened.close());

    test("a live call gets answers to the caller's last question, with source, version and validity", async () => {
      await say("live-1", [[0, "agent", "您好，请问您需要什么帮助？"]], true);
      expect(await readCallView(as("agent"), "live-1")).toMatchObject({ asked: null, told: [] });
      await say("live-1", [[1, "citizen", "你好，我社保卡丢了，去哪里补办啊？"]]);
      const first = await readCallView(as("agent"), "live-1");
      expect(first.answers?.[0]).toMatchObject({
        title: "社保卡遗失补办",
        version: 1,
        agency: "市民政局",
        fixed: false,
        validUntil: null,
      });
      await say("live-1", [
        [2, "agent", "到就近的服务网点就可以补办。"],
        [3, "citizen", "好的。那我妈八十了，高龄津贴每个月多少钱？"],
      ]);
      const second = await readCallView(as("agent"), "live-1");
      expect(second.asked).toContain("高龄津贴");
      expect(second.answers?.[0]).toMatchObject({
        title: "高龄津贴怎么领取",
        legalBasis: "老年人优待办法第八条",
        fixed: true,
      });
      expect(pensionBody).toContain(second.answers?.[0]?.quote);
    });

    test("told is a person's word with the version seen, once, and can be taken back", async () => {
      const { answers } = await readCallView(as("agent"), "live-1");
      const [best] = answers ?? [];
      if (!best?.version) throw new Error("no answer");
      const input = { articleId: best.articleId, version: best.version, quote: best.quote };
      const told = await tellAnswer(as("agent"), "live-1", input);
      expect(told).toMatchObject({ ...input, utterance: 3, isMine: true, undoneAt: null, byName: "测试" });
      expect(await tellAnswer(as("agent"), "live-1", input)).toEqual(told);
      const key = `answer:${input.articleId}@1`;
      const decision = async () =>
        (await suggestionsFor(services.db, "call:live-1")).find(({ what }) => what === key)?.decision;
      expect(await decision()).toBe("accepted");
      const undone = await undoToldAnswer(as("agent"), "live-1", told.id);
      expect(undone.undoneAt).not.toBeNull();
      expect(await decision()).toBe("rejected");
      expect((await readCallView(as("agent"), "live-1")).told).toEqual([]);
      laterMs(1_000);
      const again = await tellAnswer(as("agent"), "live-1", input);
      expect(again.id).not.toBe(told.id);
      expect((await readCallView(as("agent"), "live-1")).told).toEqual([again]);
      const actions = (await listAudit(services.db, 200)).map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(["answer.tell", "answer.undo"]));
    });

    test("words that are not in the version, a version nobody saw and a foreign call are refused", async () => {
      const { told } = await readCallView(as("agent"), "live-1");
      const [{ articleId = "", quote = "" } = {}] = told;
      const tell = (agentId: string, input: object) =>
        tellAnswer(as("agent", agentId), "live-1", { articleId, version: 1, quote, ...input });
      await expect(tell("A1", { quote: "每月可以领取高龄津贴900元。" })).rejects.toMatchObject({ fault: "invalid" });
      await expect(tell("A1", { version: 7 })).rejects.toMatchObject({ fault: "not_found" });
      await expect(tell("A2", {})).rejects.toMatchObject({ fault: "not_found" });
      await expect(undoToldAnswer(as("agent", "A2"), "live-1", told[0]?.id ?? "")).rejects.toMatchObject({
        fault: "not_found",
      });
      await expect(tellAnswer(as("qa"), "live-1", { articleId, version: 1, quote })).rejects.toMatchObject({
        fault: "forbidden",
      });
    });

    test("what the agent saw can be told afterwards, in order", async () => {
      const { shown, told } = await seenAnswers(as("qa"), "live-1");
      const titles = shown.map(({ answers }) => answers[0]?.title ?? null).filter((title) => title !== null);
      expect(titles).toEqual(["社保卡遗失补办", "高龄津贴怎么领取"]);
      expect(shown.at(-1)).toMatchObject({ abstained: false, heard: 4 });
      expect(told.map(({ undoneAt }) => undoneAt !== null)).toEqual([true, false]);
      await expect(seenAnswers(as("agent", "A2"), "live-1")).rejects.toMatchObject({ fault: "not_found" });
    });

    test("questions that nobody could answer are one gap a kind, masked, each call once", async () => {
      for (const [id, text] of [
        ["gap-1", "我姓王，电话13912345678。想问一下世界杯冠军是谁？"],
        ["gap-2", "你好，请问世界杯冠军是谁呀？"],
      ] as const) {
        await say(id, [[0, "agent", "您好，请问您需要什么帮助？"]], true);
        await say(id, [[1, "citizen", text]]);
        await hearLive(as("agent"), id, { utterances: [], ended: true });
        await processCall(system(), { id });
      }
      await settle();
      const open = await listGaps(as("editor"), { state: "open", limit: 50 });
      const gap = open.find(({ question }) => question.includes("世界杯"));
      expect(gap).toMatchObject({ calls: 2, questions: 2, state: "open" });
      const detail = await readGap(as("editor"), gap?.id ?? "");
      expect(detail.asked.map(({ callId }) => callId).sort()).toEqual(["gap-1", "gap-2"]);
      expect(JSON.stringify(detail)).not.toContain("13912345678");
      for (const { callId } of detail.asked) expect(callId).not.toBeNull();
      await putTogether(system(), { id: "none" });
      expect(await readGap(as("editor"), gap?.id ?? "")).toEqual(detail);
    });

    test("a gap is answered by an article, and open again when the question still finds nothing", async () => {
      const [gap] = (await listGaps(as("editor"), { state: "open", limit: 50 })).filter(({ question }) =>
        question.includes("世界杯"),
      );
      const id = gap?.id ?? "";
      const { id: articleId } = await articleOf("u-card");
      const decided = await decideGap(as("editor"), id, { state: "answered", articleId });
      expect(decided).toMatchObject({ state: "answered", articleTitle: "社保卡遗失补办", decidedByName: "测试" });
      await giveFeedback(as("agent"), { kind: "缺失", question: "世界杯冠军到底是谁" });
      await settle();
      expect(await readGap(as("editor"), id)).toMatchObject({ state: "open", questions: 3, calls: 2 });
      await expect(decideGap(as("editor"), id, { state: "answered", articleId: "none" })).rejects.toMatchObject({
        fault: "not_found",
      });
    });

    const articleOf = async (externalId: string) => {
      const { rows } = await services.pool.query("select id from articles where external_id = $1", [externalId]);
      return { id: String(rows[0]?.id) };
    };

    test("feedback reaches the editors masked, once a click", async () => {
      const { id: articleId } = await articleOf("u-card");
      const click = {
        kind: "有误" as const,
        articleId,
        version: 1,
        callId: "live-1",
        note: "来电人13912345678说已涨价",
      };
      const given = await giveFeedback(as("agent"), click);
      expect(await giveFeedback(as("agent"), click)).toEqual(given);
      const [row] = await listFeedback(as("editor"), { state: "open", articleId, limit: 10 });
      expect(row).toEqual(given);
      expect(row?.note).toMatch(/^来电人\[手机1\]说已涨价$/);
      await expect(giveFeedback(as("agent", "A2"), click)).rejects.toMatchObject({ fault: "not_found" });
      await expect(listFeedback(as("agent"), { limit: 10 })).rejects.toMatchObject({ fault: "forbidden" });
    });

    test("a changed version puts the calls that were told the old one on the recall list, with what changed", async () => {
      laterMs(60_000);
      const changed = { ...pension, body: pensionBody.replace("100元", "200元") };
      await importArticles(as("editor"), { articles: [changed], publish: true });
      laterMs(60_000);
      const { id } = await articleOf("u-pension");
      expect(await recallArticleJob.waiting(services.db, services.now())).toEqual([{ id }]);
      await recallArticle(system(), { id });
      await recallArticle(system(), { id });
      expect(await recallArticleJob.waiting(services.db, services.now())).toEqual([]);
      const { items, counts } = await listRecalls(as("editor"), { limit: 50 });
      expect(counts).toEqual({ open: 1, needed: 0, not_needed: 0, done: 0 });
      expect(items[0]).toMatchObject({
        callId: "live-1",
        oldVersion: 1,
        newVersion: 2,
        matters: true,
        why: "数字有变化",
        state: "open",
        orderState: "draft",
      });
      expect(items[0]?.now).toContain("200元");
      expect(items[0]?.changes[0]).toMatchObject({ what: "数字", before: expect.stringContaining("100元") });
    });

    test("what is published during a call is offered in it; a call handed in later gets what its own moment had", async () => {
      const water = (price: number) =>
        article({
          externalId: "u-water",
          title: "居民水价",
          body: `居民生活用水每立方米${price}元，按阶梯计价。受理日期{{受理日期:date}}。`,
        });
      await importArticles(as("editor"), { articles: [water(3)], publish: true });
      const began = new Date(clockMs).toISOString();
      const callAt = { direction: "inbound" as const, startedAt: began, callerNumber: "13800138000", agentId: "A1" };
      const ask = async (id: string, i: number, text: string) => {
        const utterances = [{ i, speaker: "citizen" as const, startMs: i * 60_000, endMs: i * 60_000 + 3_000, text }];
        await hearLive(as("agent"), id, { ...(i === 0 ? { call: callAt } : {}), utterances });
        while (waiting.length) await waiting.shift();
        return (await readCallView(as("agent"), id)).answers?.[0];
      };
      laterMs(3_000);
      expect(await ask("mid-1", 0, "你好，请问居民水价是多少钱一方？")).toMatchObject({
        title: "居民水价",
        version: 1,
      });
      laterMs(30_000);
      await importArticles(as("editor"), { articles: [water(4)], publish: true });
      laterMs(30_000);
      const renewed = await ask("mid-1", 1, "那现在居民用水的水价到底每立方米几块钱？");
      expect(renewed).toMatchObject({ version: 2, quote: expect.stringContaining("4元") });
      const marked = renewed?.parts?.find(({ slot }) => slot?.name === "受理日期");
      expect(marked).toMatchObject({ text: "2026年3月5日", filled: "call" });
      const input = { articleId: renewed?.articleId ?? "", version: 2, quote: renewed?.quote ?? "" };
      await tellAnswer(as("agent"), "mid-1", input);
      const { call: heard } = await readCallView(as("agent"), "mid-1");
      expect((await basisOfCall(system(), { id: "mid-1", ...heard })).told).toMatchObject([
        { version: 2, wasValid: true },
      ]);

      laterMs(3_600_000);
      expect(await ask("mid-2", 0, "你好，请问居民水价是多少钱一方？")).toMatchObject({ version: 1 });
    });

    test("what was told by mistake teaches the bridge nothing", async () => {
      const pairs = async () =>
        (
          await services.pool.query("select question from answer_pairs where article_id = $1 and source = 'told'", [
            cardId,
          ])
        ).rowCount;
      const { id: cardId } = await articleOf("u-card");
      const before = await pairs();
      await say("undo-1", [[0, "citizen", "社保卡找不见了咋整，上哪儿再办一张？"]], true);
      const [best] = (await readCallView(as("agent"), "undo-1")).answers ?? [];
      expect(best?.articleId).toBe(cardId);
      const input = { articleId: cardId, version: 1, quote: best?.quote ?? "" };
      const told = await tellAnswer(as("agent"), "undo-1", input);
      await say("undo-2", [[0, "citizen", "社保卡找不见了咋整，上哪儿再办一张？"]], true);
      const other = await tellAnswer(as("agent"), "undo-2", input);
      expect(await pairs()).toBe((before ?? 0) + 1);
      await undoToldAnswer(as("agent"), "undo-1", told.id);
      expect(await pairs()).toBe((before ?? 0) + 1);
      await undoToldAnswer(as("agent"), "undo-2", other.id);
      expect(await pairs()).toBe(before);
    });

    test("a pair that takes another's place is learned though there are as many as before", async () => {
      const { id: articleId } = await articleOf("u-card");
      const pairOf = (question: string) => ({ question, articleId, source: "import" });
      await services.inTransaction((tx) => rememberPair(tx, services, pairOf("五星卡丢了")));
      await learnBridge(system());
      expect(await learnBridgeJob.waiting(services.db, services.now())).toEqual([]);
      laterMs(1_000);
      await services.inTransaction(async (tx) => {
        await forgetPair(tx, pairOf("五星卡丢了"));
        await rememberPair(tx, services, pairOf("五星卡坏了"));
      });
      expect(await learnBridgeJob.waiting(services.db, services.now())).toHaveLength(1);
    });

    test("what an earlier release confirmed is learned, and anew when its article is retired", async () => {
      const { id } = await articleOf("u-card");
      const waiting = () => learnBridgeJob.waiting(services.db, services.now());
      await learnBridge(system());
      laterMs(1_000);
      expect(await waiting()).toEqual([]);
      const show = (shownUntil: Date | null) =>
        services.db.update(articleVersions).set({ shownUntil }).where(eq(articleVersions.articleId, id));
      await show(services.now());
      expect(await waiting()).toHaveLength(1);
      await show(null);
      expect(await waiting()).toEqual([]);
      await services.pool.query("delete from search_learned where id = 'asked'");
      expect(await waiting()).toHaveLength(1);
    });

    test("a retired article makes it another task, until an editor has decided", async () => {
      const { id } = await articleOf("u-pension");
      await services.db
        .update(articleVersions)
        .set({ shownUntil: services.now() })
        .where(and(eq(articleVersions.articleId, id), eq(articleVersions.number, 2)));
      laterMs(1_000);
      await settle();
      const { items } = await listRecalls(as("editor"), { limit: 50 });
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ newVersion: null, now: null, why: "该知识已停用，没有新的答复" });
    });

    test("who calls back sees only what is needed, of the calls he may see, and says what came of it", async () => {
      const [task] = (await listRecalls(as("editor"), { limit: 50 })).items;
      const id = task?.id ?? "";
      expect((await listRecalls(as("agent"), { limit: 50 })).items).toEqual([]);
      await expect(finishRecall(as("agent"), id, { result: "已回电" })).rejects.toMatchObject({ fault: "not_found" });
      await decideRecall(as("editor"), id, { state: "needed", note: "金额变了" });
      expect((await listRecalls(as("agent", "A2"), { limit: 50 })).items).toEqual([]);
      expect((await listRecalls(as("dispatcher"), { limit: 50 })).items.map((each) => each.id)).toEqual([id]);
      await expect(finishRecall(as("agent", "A2"), id, { result: "已回电" })).rejects.toMatchObject({
        fault: "not_found",
      });
      const done = await finishRecall(as("agent"), id, { result: "已回电13912345678，说明新标准" });
      expect(done).toMatchObject({ state: "done", doneByName: "测试" });
      expect(done.result).not.toContain("13912345678");
      await expect(finishRecall(as("agent"), id, { result: "再来" })).rejects.toMatchObject({ fault: "conflict" });
      await expect(decideRecall(as("editor"), id, { state: "open" })).rejects.toMatchObject({ fault: "conflict" });
    });

    test("a hit test says who is found, and a publication runs it again with who gained and lost", async () => {
      const editor = as("editor");
      const set = await createHitSet(editor, {
        name: "常见问题",
        questions: [
          { text: "社保卡丢了在哪补办", expected: ["u-card"], at: null },
          { text: "高龄津贴怎么领取", expected: ["u-pension"], at: null },
          { text: "世界杯冠军是谁", expected: [], at: null },
        ],
      });
      const head = await startHitRun(editor, set.id);
      expect(head).toMatchObject({ cause: "按钮", state: "waiting", done: 0 });
      await runHitSet(system(), { id: head.id });
      await runHitSet(system(), { id: head.id });
      const first = await readHitRun(editor, head.id);
      expect(first).toMatchObject({ state: "done", done: 3, previousId: null });
      expect(first.totals).toMatchObject({ questions: 3, answerable: 2, hitAt1: 1, abstainedRight: 1 });
      expect(first.results[0]).toMatchObject({ ok: true, rank: 1, expected: [{ title: "社保卡遗失补办" }] });
      expect(first.results[0]?.hits[0]?.why).toMatch(/相关度/);
      expect(await hitAfterPublicationJob.waiting(services.db, services.now())).toEqual([]);

      laterMs(60_000);
      await importArticles(editor, { articles: [{ ...pension, body: `${pensionBody}可以代办。` }], publish: true });
      laterMs(60_000);
      expect(await hitAfterPublicationJob.waiting(services.db, services.now())).toEqual([{ id: set.id }]);
      await runAfterPublication(system(), { id: set.id });
      await runAfterPublication(system(), { id: set.id });
      const [latest, ...earlier] = (await readHitSet(editor, set.id)).runs;
      expect(earlier).toHaveLength(1);
      await runHitSet(system(), { id: latest?.id ?? "" });
      const second = await readHitRun(editor, latest?.id ?? "");
      expect(second).toMatchObject({ cause: "发布后", previousId: head.id });
      expect(second.diff).toEqual({ gained: [second.results[1]?.questionId], lost: [] });
      expect(second.results[1]?.before).toEqual({ ok: false, rank: null });
    });

    test("a hit set is changed as it stood, and names only articles that are there", async () => {
      const editor = as("editor");
      const set = await createHitSet(editor, { name: "一", questions: [{ text: "问", expected: [], at: null }] });
      const [question] = set.questionList;
      const questions = [{ id: question?.id, text: "改", expected: [], at: null }] as const;
      const input = {
        version: 1,
        name: "二",
        questions: [...questions].map(({ id, ...rest }) => ({ ...rest, expected: [], ...(id ? { id } : {}) })),
      };
      const changed = await changeHitSet(editor, set.id, input);
      expect(changed).toMatchObject({ version: 2, name: "二", questionList: [{ id: question?.id, text: "改" }] });
      await expect(changeHitSet(editor, set.id, input)).rejects.toMatchObject({ fault: "conflict", present: changed });
      const wrong = { name: "三", questions: [{ text: "问", expected: ["no-such"], at: null }] };
      await expect(createHitSet(editor, wrong)).rejects.toMatchObject({ fault: "invalid" });
    });

    test("figures say how often an article was shown and told, and what readers said", async () => {
      const { id } = await articleOf("u-pension");
      const all = await listArticleUse(as("editor"), { days: 30, limit: 500 });
      expect(all.find(({ articleId }) => articleId === id)).toMatchObject({ told: 1, undone: 1, helpful: 1 });
      expect(all.at(-1)).toMatchObject({ shown: 0, told: 0, helpful: null });
      const one = await readArticleUse(as("editor"), id);
      expect(one.versions.map(({ version, told }) => [version, told])).toEqual([
        [3, 0],
        [2, 0],
        [1, 1],
      ]);
      await expect(readArticleUse(as("editor"), "none")).rejects.toMatchObject({ fault: "not_found" });
    });

    test("quizzes are made once, let through by an editor, and answered without seeing the answer", async () => {
      const { id } = await articleOf("u-card");
      const made = await createQuizzes(as("editor"), id);
      expect(made.length).toBeGreaterThan(0);
      expect((await createQuizzes(as("editor"), id)).map((quiz) => quiz.id).sort()).toEqual(
        made.map((quiz) => quiz.id).sort(),
      );
      expect(await listQuizzes(as("agent"), { limit: 50 })).toEqual([]);
      const quiz = made.find(({ answer }) => answer === "16元");
      const quizId = quiz?.id ?? "";
      await expect(answerQuiz(as("agent"), quizId, { answer: "16元" })).rejects.toMatchObject({ fault: "not_found" });
      await decideQuiz(as("editor"), quizId, { state: "approved" });
      const [shown] = await listQuizzes(as("agent"), { limit: 50 });
      expect(shown).not.toHaveProperty("answer");
      expect(shown?.choices).toContain("16元");
      expect(await answerQuiz(as("agent"), quizId, { answer: "17元" })).toMatchObject({ ok: false, answer: "16元" });
      expect(await answerQuiz(as("agent"), quizId, { answer: "16元" })).toMatchObject({ ok: true });
      expect((await listQuizzes(as("agent"), { limit: 50 }))[0]?.mine).toEqual({ answered: 2, right: 1 });
      expect((await listQuizzes(as("agent", "A2"), { limit: 50 }))[0]?.mine).toEqual({ answered: 0, right: 0 });
    });

    test("a consultation that came in whole and has a published answer says so (R-K5)", async () => {
      const utterances = [
        { i: 0, speaker: "agent", startMs: 0, endMs: 2000, text: "您好，请问您需要什么帮助？" },
        { i: 1, speaker: "citizen", startMs: 2100, endMs: 8000, text: "我想咨询一下，社保卡丢了去哪里补办？" },
        { i: 2, speaker: "agent", startMs: 8100, endMs: 9000, text: "好的，帮您登记转办。" },
      ];
      const call = Call.parse({ id: "whole-1", direction: "inbound", startedAt, agentId: "A1", utterances });
      await processOne(system(), call);
      const view = await readCallView(as("dispatcher"), "whole-1");
      expect(view.published).toMatchObject({ title: "社保卡遗失补办", version: 1, note: "部门知识库已有明确答复" });
      expect((await seenAnswers(as("qa"), "whole-1")).shown).toHaveLength(1);
    });
  });
});
