import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type DeskServer, narrow, openDeskServer, shoot, wide } from "./desk-server.ts";

const chromiumPath = inject("chromiumPath");
let desk: DeskServer;

beforeAll(async () => {
  if (chromiumPath) desk = await openDeskServer(chromiumPath);
}, 120_000);
afterAll(async () => desk?.close());

const dayMs = 24 * 3_600_000;
/** Sorts before the samples of the demo, whether it may be dialled now or waits for the hours. */
const id = "00-e2e";
const facts = { title: "望湖路路灯不亮问题", contact: "13800138001", callerName: "王建国", agency: "市城市管理局" };

const said = [
  ["agent", "您好，我是12345市民服务热线的回访人员，请问您是王建国先生吗？本次联系您是为了做回访调查。"],
  ["citizen", "是我，你说吧。"],
  ["agent", "针对您之前反映的路灯不亮问题，承办单位是否联系或尝试与您联系？"],
  ["citizen", "打过电话。"],
  ["agent", "您反映的问题是否得到解决？"],
  ["citizen", "已经解决了，灯亮了。"],
  ["agent", "对问题的处理情况是非常满意、满意、基本满意、不满意、非常不满意？"],
  ["citizen", "还行吧。"],
  ["agent", "感谢您的配合，不打扰了，再见。"],
] as const;

const callAbout = (orderId: string) => ({
  id: `call-${orderId}`,
  direction: "callback",
  startedAt: new Date().toISOString(),
  agentId: "A1021",
  order: { id: orderId, title: facts.title, organizer: facts.agency },
  utterances: said.map(([speaker, text], i) => ({ i, speaker, text, startMs: i * 6_000, endMs: i * 6_000 + 5_000 })),
});

async function post(page: Page, path: string, data: unknown) {
  const answer = await page.request.post(path, { data, headers: { origin: desk.url } });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
}

/** Both widths of a screen: looked at, and not wider than the window. */
async function look(page: Page, name: string) {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await shoot(page, `${name}-${viewport.width}`);
  }
}

describe.skipIf(!chromiumPath)("the callback desk", () => {
  test("a callback is opened, said by the script, checked while it is said, and its record held against the speech", async () => {
    const page = await desk.signIn("callback");
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await post(page, "/api/callbacks", {
      orderId: id,
      completedAt: new Date(Date.now() - 11 * dayMs).toISOString(),
      ...facts,
    });
    await page.goto("/callbacks");
    await page.getByText(/现在可拨 \d/).waitFor();
    const first = page.locator(".list tbody tr").first();
    expect(await first.textContent()).toMatch(/(?:现在可拨|后可拨).*路灯不亮/);
    await look(page, "callbacks");
    await first.focus();
    await page.keyboard.press("Enter");

    const script = page.getByRole("region", { name: "话术" });
    await script.getByText(/请问您是王建国先生\/女士吗/).waitFor();
    await script.getByText("非标准文本").waitFor();
    await script.getByRole("button", { name: "说了：满意" }).click();
    const talk = page.getByRole("region", { name: "边说边核" });
    await talk.getByLabel("我说").fill("那我给您记满意");
    await talk.locator("mark").first().waitFor();
    await talk.getByText(/可改为/).waitFor();
    await talk.getByLabel("我说").press("Enter");
    await talk.getByLabel("市民说").fill("还行吧");
    await talk.getByLabel("市民说").press("Enter");
    const heard = page.getByRole("region", { name: "听到的回答" });
    await heard.getByText(/不替市民选/).waitFor();
    expect(await heard.locator("dd").allTextContents()).toEqual(["未答", "未答", "未答"]);
    await shoot(page, "callback-case-talk-1440");

    const form = page.getByRole("region", { name: "记录", exact: true });
    const choose = (name: string, answer: string) =>
      form.getByRole("radiogroup", { name }).getByText(answer, { exact: true }).click();
    await choose("单位是否联系", "是");
    await page.reload();
    await talk.locator("li mark").first().waitFor();
    await post(page, "/api/calls", callAbout(id));
    await page.getByRole("region", { name: "通话原话" }).getByText("还行吧。").waitFor();
    await choose("是否解决", "已解决");
    await choose("满意度", "满意");
    await form.getByRole("button", { name: "保存记录" }).click();
    const stopped = form.getByRole("alert");
    await stopped.getByText("“还行吧。”").first().waitFor();
    expect(await stopped.textContent()).toMatch(/记录：满意通话中：“还行吧。”，第 42 秒.*到底选了哪一档/);
    await stopped.scrollIntoViewIfNeeded();
    await look(page, "callback-stopped");
    await form.getByLabel("与通话不符的理由").fill("市民挂机前改口说满意");
    await page.keyboard.press("Control+Enter");
    const kept = page.getByRole("region", { name: "已记录的结果" });
    await kept.getByText("理由：市民挂机前改口说满意").waitFor();
    await look(page, "callback-recorded");

    await kept.getByRole("link", { name: "对照与录音" }).click();
    const sides = page.getByRole("table", { name: "问答对照" });
    await sides.getByText("满意（与通话不符）").waitFor();
    await sides
      .getByText(/非常满意、满意、基本满意、不满意、非常不满意/)
      .last()
      .waitFor();
    await look(page, "callback-call");

    await page.goto("/callbacks/rates");
    const total = page.getByRole("row", { name: /^合计/ });
    expect(await total.textContent()).toMatch(/合计1100% 1 \/ 1.*100% 1 \/ 1.*100% 1 \/ 1满意 1、未答 0/);
    await page.getByText("怎么问的，什么算数").click();
    await look(page, "callback-rates");
    expect(faults).toEqual([]);
    await page.close();
  });

  test("finished orders are pasted in; one that is there, and one that cannot be read, say so", async () => {
    const page = await desk.signIn("dispatcher");
    await page.goto("/callbacks");
    await page.waitForURL("**/callbacks/add");
    const paste = page.getByRole("region", { name: "粘贴多件" });
    const day = new Date(Date.now() - dayMs).toISOString().slice(0, 10);
    await paste
      .getByLabel("粘贴表格")
      .fill(
        `工单编号\t办结时间\t标题\t电话\n${id}\t${day}\t又来\t138\nE2\t昨天\t无\nE3\t${day} 10:00\t占道\t13800138009`,
      );
    await paste.getByText(/第 3 行：办结时间看不懂/).waitFor();
    await paste.getByRole("button", { name: "加入 2 件" }).click();
    await paste.getByText(/第 2 行 00-e2e：这个工单已在回访列表中/).waitFor();
    await page.getByRole("table", { name: "刚加入的" }).getByText("占道").waitFor();
    const left = await paste.getByLabel("粘贴表格").inputValue();
    expect(left.split("\n").map((line) => line.split("\t")[0])).toEqual(["工单编号", id, "E2"]);
    await paste.getByLabel("粘贴表格").fill(`工单编号\t办结时间\t标题\nE4\t${day}\t一\nE5\t${day}\t二\nE6\t${day}\t三`);
    const isE5 = (words: string | null) => words?.includes("E5") === true;
    await page.route("**/api/callbacks", (route) =>
      isE5(route.request().postData()) ? route.abort() : route.continue(),
    );
    await paste.getByRole("button", { name: "加入 3 件" }).click();
    await paste.getByText("没有加入 1 件，还有 1 件没有试").waitFor();
    await paste.getByText(/第 2 行 E5：连不上服务器/).waitFor();
    expect(await paste.getByLabel("粘贴表格").inputValue()).toMatch(/^工单编号\t.*\nE5\t.*\nE6\t.*$/);
    await page.unroute("**/api/callbacks");
    await look(page, "callbacks-add");
    await page.close();
  });

  test("trends are drawn, and the table behind each says what the server says", async () => {
    const page = await desk.signIn("qa");
    await page.goto("/trends");
    const scores = page.getByRole("region", { name: "质检得分" });
    await scores.locator("svg text", { hasText: "平均分" }).first().waitFor();
    await page
      .getByRole("region", { name: /回访三率/ })
      .locator("svg text", { hasText: "满意率" })
      .first()
      .waitFor();
    for (const summary of await page.getByText("看数字").all()) await summary.click();
    const [from, to] = [Date.now() - 29 * dayMs, Date.now()].map((ms) =>
      new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10),
    );
    const answer = await page.request.get(`/api/qa/trends?from=${from}&to=${to}&by=day`);
    const { points } = (await answer.json()) as {
      points: { at: string; recordings: number; meanScore: number | null }[];
    };
    const rows = await scores.locator("tbody tr").allTextContents();
    expect(points.length).toBeGreaterThan(0);
    expect(rows).toEqual(
      points.map(({ at, recordings, meanScore }) => `${at.slice(5)}${recordings}${meanScore ?? "—"}`),
    );
    const rates = page.getByRole("table", { name: /回访三率.*的数字/ });
    expect(await rates.locator("tbody tr").allTextContents()).toEqual([
      expect.stringMatching(/^\d\d-\d\d1100%100%100%$/),
    ]);
    await look(page, "trends");
    await page.close();
  });
});
