import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type DeskServer, narrow, openDeskServer, shoot, wide } from "./desk-server.ts";
import { approveAndPublish, secondEditor, writeAndSubmit } from "./knowledge.ts";
import { callFrom, hear, turns } from "./live-call.ts";

const chromiumPath = inject("chromiumPath");
let desk: DeskServer;
let second: Page;

beforeAll(async () => {
  if (!chromiumPath) return;
  // The recall list is made by the sweep: it comes often here.
  desk = await openDeskServer(chromiumPath, { SWEEP_SEC: "2" });
  second = await secondEditor(desk);
}, 120_000);
afterAll(() => desk?.close());

const title = "老年人助听器适配补贴怎么申请";
const body = [
  "一、适用对象",
  "本市户籍、年满六十周岁、持有听力残疾人证的老年人，可以申请助听器适配补贴。",
  "二、补贴标准",
  "助听器适配补贴每人每三年申请一次，每次补贴一千二百元，超出部分由本人承担。",
  "三、办理方式",
  "持残疾人证和户口簿到街道残联窗口申请，十个工作日内办结。",
].join("\n");

const noOverflow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );

describe.skipIf(!chromiumPath)("the knowledge base", () => {
  test("written, checked by a second person, told in a live call, changed, and the call is on the recall list", {
    timeout: 120_000,
  }, async () => {
    const editor = await desk.signIn("editor");
    await writeAndSubmit(editor, { title, body });
    const waiting = editor.getByRole("button", { name: "去审核" });
    expect(await waiting.isDisabled()).toBe(true);
    await shoot(editor, "article-checking-1440");
    await approveAndPublish(second, title, "article-check-1440");

    const agent = await desk.signIn("agent");
    const say = (post: Parameters<typeof hear>[3]) => hear(agent, desk.url, "kb-live", post);
    await say({
      call: callFrom(0),
      utterances: turns(0, [
        ["agent", "您好，请问您需要什么帮助？"],
        ["citizen", "我妈八十了耳朵听不见，想问一下助听器补贴怎么申请，能补多少钱？"],
      ]),
    });
    await agent.goto("/calls/kb-live");
    const answer = agent.locator(".answer", { hasText: title });
    await answer.waitFor();
    await shoot(agent, "answer-live-1440");
    await agent.keyboard.press("t");
    await answer.getByText(/✓ 已告知/).waitFor();
    await shoot(agent, "answer-told-1440");
    await say({ ended: true });

    await editor.getByRole("link", { name: "编辑" }).click();
    await editor.getByLabel("正文", { exact: true }).fill(body.replace("一千二百元", "两千元"));
    await editor.getByRole("button", { name: "送审" }).click();
    await editor.getByText("已送审").waitFor();
    await approveAndPublish(second, title, "article-diff-1440", { before: "一千二百", after: "两千" });

    await editor.goto("/articles/recalls");
    const recall = editor.locator('[data-call="kb-live"]');
    await recall
      .getByText(/一千二百元/)
      .first()
      .waitFor({ timeout: 45_000 });
    await recall
      .getByText(/两千元/)
      .first()
      .waitFor();
    await shoot(editor, "recalls-1440");
    await recall.getByRole("button", { name: "要回电更正" }).click();
    await recall.waitFor({ state: "detached" });

    await agent.goto("/articles/recalls");
    const task = agent.locator('[data-call="kb-live"]');
    await task.getByRole("button", { name: "已回电更正" }).click();
    await agent.getByLabel("结果", { exact: true }).fill("已告知市民补贴为两千元");
    await agent.getByRole("button", { name: "记下" }).click();
    await task.waitFor({ state: "detached" });
    await shoot(agent, "recall-done-1440");
    await Promise.all([editor.close(), agent.close()]);
  });

  test("what is typed survives a reload; who saves second sees what stands there and loses no word", async () => {
    const editor = await desk.signIn("editor");
    await writeAndSubmit(editor, { title: "夜间停水公告怎么查", body: "拨打供水热线查询。", isSubmitted: false });
    const address = editor.url();
    await editor.getByLabel("正文", { exact: true }).fill("拨打供水热线 96116 查询。");
    await editor.reload();
    await editor.getByText(/接着上次没保存的内容/).waitFor();
    expect(await editor.getByLabel("正文", { exact: true }).inputValue()).toBe("拨打供水热线 96116 查询。");
    await second.goto(address);
    await second.getByLabel("正文", { exact: true }).fill("在小程序查询。");
    await second.getByLabel("依据", { exact: true }).fill("供水条例");
    await second.getByRole("button", { name: "保存" }).click();
    await second.getByText("已保存").waitFor();
    await editor.getByRole("button", { name: "保存" }).click();
    const told = editor.getByRole("alert").filter({ hasText: "有人先保存了这篇文章" });
    await told.getByText("在小程序查询。").waitFor();
    await shoot(editor, "article-conflict-1440");
    await told.getByRole("button", { name: /保留我填写的/ }).click();
    expect(await editor.getByLabel("正文", { exact: true }).inputValue()).toBe("拨打供水热线 96116 查询。");
    expect(await editor.getByLabel("依据", { exact: true }).inputValue()).toBe("供水条例");
    await editor.getByRole("button", { name: "保存" }).click();
    await editor.getByText("已保存").waitFor();
    await editor.getByLabel("标题", { exact: true }).fill("停水查询");
    await editor.keyboard.press("Control+z");
    expect(await editor.getByLabel("标题", { exact: true }).inputValue()).toBe("夜间停水公告怎么查");
    await editor.close();
  });

  test("a file is looked at before it changes anything, then goes in and is found", async () => {
    const editor = await desk.signIn("editor");
    await editor.goto("/articles/import");
    const csv =
      "编号,标题,正文,单位\nT-1,共享单车乱停放找谁,共享单车乱停放由城市管理局处理。,市城市管理局\nT-2,,没有标题的一行,\n";
    await editor
      .getByLabel("选择要导入的文件")
      .setInputFiles({ name: "知识.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await editor.getByText("待确认").waitFor({ timeout: 20_000 });
    await editor.getByRole("region", { name: "没读懂的" }).waitFor();
    await shoot(editor, "import-preview-1440");
    await editor.getByLabel(/导入后直接发布/).check();
    await editor.getByRole("button", { name: /确认导入 1 篇/ }).click();
    await editor.getByText(/新增 1 篇/).waitFor({ timeout: 20_000 });
    await editor.goto(`/articles?text=${encodeURIComponent("共享单车乱停放找谁")}`);
    await editor.locator(".hits").getByText("共享单车乱停放找谁").waitFor();
    await editor.close();
  });

  test("what the base does not have reaches the editors in one click, and becomes an article", async () => {
    const agent = await desk.signIn("agent", narrow);
    await agent.goto(`/articles?text=${encodeURIComponent("无人机飞行要在哪里报备")}`);
    await agent.getByRole("button", { name: "告诉知识编辑：缺这条" }).click();
    await agent.getByText("已告诉知识编辑：缺这条").waitFor();
    await noOverflow(agent);
    await shoot(agent, "search-none-420");
    const editor = await desk.signIn("editor");
    await editor.goto("/articles/gaps");
    const gap = editor.locator(".list tr", { hasText: "无人机飞行" });
    await gap.waitFor({ timeout: 20_000 });
    await gap.click();
    await shoot(editor, "gaps-1440");
    await editor.getByRole("button", { name: "据此写一篇文章" }).click();
    await editor.waitForURL(/\/articles\/.+\/edit$/);
    expect(await editor.getByLabel("标题", { exact: true }).inputValue()).toContain("无人机");
    await Promise.all([agent.close(), editor.close()]);
  });

  test("a saved set of questions is asked, and says who was found and why", async () => {
    const editor = await desk.signIn("editor");
    await editor.goto("/articles/hit-tests");
    await editor.getByRole("button", { name: "新建题集" }).click();
    await editor.getByLabel("名称", { exact: true }).fill("常问");
    await editor
      .getByLabel("题目", { exact: true })
      .fill("异地就医怎么备案\tYL-YB-001\n社保卡丢了怎么补\tYL-RS-002\n火箭哪天发射");
    await editor.getByRole("button", { name: "保存题集" }).click();
    await editor.getByRole("button", { name: "现在跑一遍" }).click();
    await editor.getByText(/3 题 · 首条命中/).waitFor({ timeout: 30_000 });
    await editor.getByRole("button", { name: /^全部/ }).click();
    await editor.locator("summary").first().click();
    await shoot(editor, "hit-run-1440");
    const first = editor.url();
    await editor.getByRole("button", { name: "现在跑一遍" }).click();
    await editor.waitForURL((url) => url.href !== first);
    await editor.getByText(/3 题 · 首条命中/).waitFor({ timeout: 30_000 });
    await editor.locator("summary").first().waitFor();
    await editor.close();
  });

  test("everybody finds the words of a question marked, with source and validity, also on a narrow screen", async () => {
    const agent = await desk.signIn("agent");
    for (const viewport of [wide, narrow]) {
      await agent.setViewportSize(viewport);
      await agent.goto(`/articles?text=${encodeURIComponent("异地就医怎么备案")}`);
      await agent.locator(".hits mark").first().waitFor();
      await agent
        .getByText(/来源：市医疗保障局/)
        .first()
        .waitFor();
      await noOverflow(agent);
      await shoot(agent, `search-agent-${viewport.width}`);
      await agent.goto("/articles");
      await agent.locator(".list tbody tr").first().waitFor();
      await noOverflow(agent);
      await shoot(agent, `articles-agent-${viewport.width}`);
    }
    await agent.close();
  });
});
