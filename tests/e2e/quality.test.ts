import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Call } from "../../src/orders/index.ts";
import { openModelServer } from "../support/model-server.ts";
import { tone, waveOf } from "../support/wave.ts";
import { type DeskServer, handIn, narrow, openDeskServer, shoot, wide } from "./desk-server.ts";

const chromiumPath = inject("chromiumPath");
let desk: DeskServer;
let model: Awaited<ReturnType<typeof openModelServer>>;

/** A deduction with its words, and a pass. */
const suggested = {
  rows: [
    { row: 23, verdict: "扣分", utterance: 2, quote: "这个我不知道", why: "来电人报路灯不亮，坐席没有回答" },
    { row: 16, verdict: "合格", utterance: null, quote: null, why: "来电人自己说清楚了" },
  ],
};

beforeAll(async () => {
  if (!chromiumPath) return;
  model = await openModelServer(suggested);
  desk = await openDeskServer(chromiumPath, { LLM_BASE_URL: model.url, LLM_MODEL: "qwen3-32b", LLM_API_KEY: "k" });
}, 120_000);
afterAll(async () => {
  await desk?.close();
  model?.close();
});

const forbidden = "使用禁语(不知道/不清楚)";
const counter = "反问语气";
const turnMs = 8_000;
/** What the row costs that the model suggests. */
const suggestedCost = 5;
const forbiddenAtMs = 2 * turnMs;

/** The agent says 不知道 in the third turn and asks back in the fifth. */
function rudeCall(): Call {
  const said = [
    ["agent", "您好，请问您需要什么帮助？"],
    ["citizen", "我们小区门口的路灯坏了一个星期了，天一黑什么都看不见。"],
    ["agent", "这个我不知道，不清楚。"],
    ["citizen", "那你能帮我登记一下吗？东湖区望湖街道湖滨社区。"],
    ["agent", "你不会自己看吗？"],
    ["citizen", "我姓王，麻烦快一点。"],
    ["agent", "好的，已经为您登记。感谢您的来电，再见。"],
  ] as const;
  return {
    id: "e2e-rude",
    direction: "inbound",
    startedAt: "2026-11-20T09:12:00+08:00",
    callerNumber: "13800138002",
    agentId: "A1001",
    utterances: said.map(([speaker, text], i) => ({
      i,
      speaker,
      text,
      startMs: i * turnMs,
      endMs: (i + 1) * turnMs - 1_000,
    })),
  };
}

/** Two channels that speak by turns, as long as the call. */
function stereo(): Buffer {
  const [loud, quiet] = [tone(8, 0.5), tone(8, 0)];
  const channel = (first: boolean) =>
    Array.from({ length: 7 }, (_, turn) => ((turn % 2 === 0) === first ? loud : quiet));
  return waveOf([channel(true).flat(), channel(false).flat()]);
}

const item = (page: Page, name: string) => page.locator(`.qa-item[data-item="${name}"]`);

/** Where the sound stands, in ms. */
const heardMs = (page: Page) => page.evaluate(() => (document.querySelector("audio")?.currentTime ?? 0) * 1000);

const scoreOf = async (page: Page) => Number.parseInt((await page.locator(".score-now").textContent()) ?? "", 10);

async function noOverflow(page: Page): Promise<void> {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  }
}

describe.skipIf(!chromiumPath)("the QA desk", () => {
  let reviewer: Page;
  let agent: Page;
  let engineScore = 0;
  beforeAll(async () => {
    [agent, reviewer] = await Promise.all([desk.signIn("agent"), desk.signIn("qa")]);
    await agent.goto("/calls");
    await handIn(agent, rudeCall());
  });

  test("an agent whose call has no recording is told so, and adds it", async () => {
    await agent.goto("/quality/calls/e2e-rude");
    await agent.getByText("这通电话没有录音").waitFor();
    await agent.getByLabel("选择录音文件").setInputFiles({ name: "call.wav", mimeType: "audio/wav", buffer: stereo() });
    await agent.locator(".wave canvas, .wave > div").first().waitFor({ state: "attached", timeout: 20_000 });
    await agent.getByText("上：坐席　下：市民").waitFor();
  });

  test("a reviewer hears the deduction at its second, agrees and overrules by keys, and finishes", async () => {
    await reviewer.goto("/quality?direction=inbound");
    const row = reviewer.locator(".list tbody tr").first();
    await row.getByText(`${forbidden} -5`).waitFor();
    await shoot(reviewer, "quality-1440");
    await reviewer.keyboard.press("j");
    await reviewer.keyboard.press("Enter");
    await reviewer.waitForURL("**/quality/calls/e2e-rude?direction=inbound");
    const first = item(reviewer, forbidden);
    await first.getByText("这个我不知道，不清楚。").waitFor();
    await first.locator("mark", { hasText: "我不知道" }).waitFor();
    engineScore = await scoreOf(reviewer);

    await reviewer.keyboard.press("p");
    await expect.poll(() => heardMs(reviewer)).toBeGreaterThan(forbiddenAtMs - 1_500);
    expect(await heardMs(reviewer)).toBeLessThan(forbiddenAtMs + 3_000);
    await reviewer.locator(".is-heard").waitFor();
    await shoot(reviewer, "review-playing-1440");
    await reviewer.keyboard.press(" ");
    await reviewer.getByRole("button", { name: "播放", exact: true }).waitFor();

    await reviewer.keyboard.press("a");
    await first.getByText("✓ 同意").waitFor();
    await item(reviewer, counter).locator(".qa-item-body").waitFor();
    await reviewer.keyboard.press("r");
    await reviewer.getByLabel("理由", { exact: true }).fill("语气平和，是在请市民核对");
    await shoot(reviewer, "review-overrule-1440");
    await reviewer.getByLabel("理由", { exact: true }).blur();
    for (const key of ["j", "k", "a", "r"]) await reviewer.keyboard.press(key);
    expect(await reviewer.getByLabel("理由", { exact: true }).inputValue()).toBe("语气平和，是在请市民核对");
    await reviewer.getByLabel("理由", { exact: true }).press("Enter");
    await item(reviewer, counter).getByText("已改判：合格").waitFor();
    await expect.poll(() => scoreOf(reviewer)).toBe(engineScore + 5);
    await reviewer.keyboard.press("z");
    await item(reviewer, counter).getByText("✓ 同意").waitFor();
    await expect.poll(() => scoreOf(reviewer)).toBe(engineScore);
    await reviewer.keyboard.press("r");
    await reviewer.getByLabel("理由", { exact: true }).fill("语气平和，是在请市民核对");
    await reviewer.keyboard.press("Enter");
    await expect.poll(() => scoreOf(reviewer)).toBe(engineScore + 5);
    await reviewer.getByText(`系统 ${engineScore}`).waitFor();
    await noOverflow(reviewer);
    await reviewer.keyboard.press("f");
    await reviewer.waitForURL((url) => !url.pathname.endsWith("e2e-rude"));
  });

  test("a model is asked only when a person wants it, and its word counts when the person takes it", async () => {
    await reviewer.goto("/quality/calls/e2e-rude");
    const answer = item(reviewer, "答非所问、“绕圈”，造成简单问题复杂化");
    const before = await scoreOf(reviewer);
    await reviewer.getByRole("button", { name: /^请模型看 \d 项待人工$/ }).click();
    await reviewer.getByText("余下的几项模型没有给出有原话的建议").waitFor();
    await answer.getByRole("button", { expanded: false }).first().click();
    await answer.getByText("模型建议：扣分").waitFor();
    expect(await scoreOf(reviewer)).toBe(before);
    await shoot(reviewer, "review-suggested-1440");
    await noOverflow(reviewer);
    await reviewer.keyboard.press("a");
    await reviewer.getByLabel("理由", { exact: true }).press("Enter");
    await answer.getByText("✓ 扣分").waitFor();
    await expect.poll(() => scoreOf(reviewer)).toBe(before - suggestedCost);
  });

  test("a late answer leaves the form alone in which one types, and finishing waits for it", async () => {
    const waiting: (() => void)[] = [];
    const served: string[] = [];
    await reviewer.route("**/api/qa/calls/*/decisions", async (route) => {
      const { finish } = route.request().postDataJSON();
      if (!finish) await new Promise<void>((resolve) => waiting.push(resolve));
      served.push(finish ? "finish" : "word");
      await route.continue();
    });
    await reviewer.goto(`/quality/calls/e2e-rude?item=${encodeURIComponent(forbidden)}`);
    await item(reviewer, forbidden).locator(".qa-item-body").waitFor();
    await reviewer.keyboard.press("a");
    await expect.poll(() => waiting.length).toBe(1);
    await reviewer.keyboard.press("a");
    await item(reviewer, counter).locator(".qa-item-name").click();
    await reviewer.keyboard.press("r");
    const reason = item(reviewer, counter).getByLabel("理由", { exact: true });
    await reason.fill("写到一半");
    waiting.pop()?.();
    await reviewer.getByRole("button", { name: "撤回 Z" }).waitFor();
    await reviewer.locator(".desk-words button", { hasText: forbidden }).first().click();
    expect(await reason.inputValue({ timeout: 2_000 })).toBe("写到一半");
    await reason.press("Escape");

    await item(reviewer, forbidden).locator(".qa-item-name").click();
    await reviewer.keyboard.press("a");
    await expect.poll(() => waiting.length).toBe(1);
    await reviewer.keyboard.press("f");
    await reviewer.locator(".draft-foot .ant-btn-loading").waitFor();
    waiting.pop()?.();
    await reviewer.waitForURL((url) => !url.pathname.endsWith("e2e-rude"));
    expect(served).toEqual(["word", "word", "finish"]);
    await reviewer.unroute("**/api/qa/calls/*/decisions");
  });

  test("the agent sees what it cost and why, and appeals on the spot; QA upholds it", async () => {
    await agent.goto("/quality");
    await agent.locator(".list tr", { hasText: forbidden }).click();
    const cost = item(agent, forbidden);
    await cost.getByText("这个我不知道，不清楚。").waitFor();
    await agent.getByRole("button", { name: "知道了" }).click();
    await agent.getByText(/已知道$/).waitFor();
    await cost.getByRole("button", { name: "申诉" }).click();
    await agent.getByLabel("申诉理由").last().fill("市民问的是别市的电话，我说的是不清楚那边的号码");
    await agent.getByRole("button", { name: "提交申诉" }).click();
    await cost.getByText("申诉待处理").waitFor();
    await noOverflow(agent);
    await shoot(agent, "agent-appeal-1440");

    await reviewer.goto("/quality/appeals");
    const appeal = reviewer.locator("[data-appeal]").first();
    await appeal.getByRole("button", { name: "成立", exact: true }).click();
    await reviewer.getByLabel("答复坐席的话").fill("听录音属实");
    await reviewer.getByRole("button", { name: "成立，退回扣分" }).click();
    await appeal.waitFor({ state: "detached" });
  });

  test("the month counts people's word, and is had as a workbook", async () => {
    await reviewer.goto("/quality/results?month=2026-11");
    const row = reviewer.locator(".list tbody tr", { hasText: "A1001" });
    await row.getByText(String(engineScore + 10 - suggestedCost), { exact: true }).waitFor();
    await row.getByText("1，成立 1").waitFor();
    const [file] = await Promise.all([
      reviewer.waitForEvent("download"),
      reviewer.getByRole("link", { name: "导出 XLSX" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("质检结果-2026-11.xlsx");
  });

  test("a month's sample is drawn and its tasks are taken from the queue", async () => {
    await reviewer.goto("/quality/plans");
    await reviewer.getByRole("button", { name: "抽一批" }).click();
    await reviewer.getByLabel("月份").fill("2026-11");
    await reviewer.getByLabel("每人几通").fill("1");
    await reviewer.getByRole("button", { name: "现在抽" }).click();
    await reviewer.getByRole("link", { name: "0 / 4" }).waitFor();
    await reviewer.getByRole("link", { name: "任务" }).click();
    await reviewer.getByText("没有这样的任务").waitFor();
    await reviewer.keyboard.press("n");
    await reviewer.getByText("我的复核任务").waitFor();
  });

  test("no screen of quality is broader than a phone, and none fails", async () => {
    const faults: string[] = [];
    reviewer.on("pageerror", (error) => faults.push(error.message));
    for (const path of ["", "/tasks", "/plans", "/agreement", "/items", "/seats", "/rescores", "/notes"]) {
      await reviewer.goto(`/quality${path}`);
      await reviewer.locator("h1").first().waitFor();
      await expect.poll(() => reviewer.locator("[aria-busy]").count()).toBe(0);
      await noOverflow(reviewer);
      await shoot(reviewer, `quality${path.replace("/", "-")}-1440`);
    }
    expect(faults).toEqual([]);
  });
});
