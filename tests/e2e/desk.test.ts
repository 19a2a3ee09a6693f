import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { complaintCall } from "../support/calls.ts";
import { type DeskServer, handIn, narrow, openComplaint, openDeskServer, shoot } from "./desk-server.ts";

const chromiumPath = inject("chromiumPath");
let desk: DeskServer;

beforeAll(async () => {
  if (chromiumPath) desk = await openDeskServer(chromiumPath);
}, 120_000);
afterAll(() => desk?.close());

const field = (page: Page, id: string) => page.locator(`[data-field="${id}"]`);
const value = (page: Page, id: string) => field(page, id).locator(".field-value");
const marked = (page: Page) => page.locator(".transcript mark").allTextContents();

/** Opens the editor of a line, and types in place of what stands there. */
async function type(page: Page, id: string, words: string): Promise<void> {
  await field(page, id).getByRole("button", { name: /^修改/ }).click();
  await field(page, id).locator("textarea").first().fill(words);
}
const save = (page: Page, id: string) => field(page, id).getByRole("button", { name: "保存" }).click();

/** Not told of changes: what a person sees whose line is slow. */
async function deafen(page: Page): Promise<void> {
  await page.route("**/api/{events,calls/*/events}", (route) => route.abort());
}

describe.skipIf(!chromiumPath)("the agent's desk", () => {
  test("the demo's calls are listed as processed, and one opens by keyboard alone", async () => {
    const page = await desk.strangerPage();
    await page.goto("/");
    await page.getByRole("button", { name: /坐席/ }).click();
    const rows = page.locator(".list tbody tr");
    await page.getByText(/已处理 5 \/ 5/).waitFor({ timeout: 30_000 });
    expect(await rows.count()).toBe(5);
    await shoot(page, "calls-1440");
    await rows.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/calls\/demo-/);
    await page.locator(".field").first().waitFor();
    await shoot(page, "desk-1440");
    await page.close();
  });

  test("a call that comes in shows up by itself, and what nobody asked is listed with a ready question", async () => {
    const page = await desk.signIn("agent");
    await page.goto("/calls");
    await page.locator(".list tbody tr").first().waitFor();
    await handIn(page, openComplaint("e2e-open"));
    const row = page.locator('.list tr[data-key="e2e-open"]');
    await row.getByText("已处理").waitFor();
    await row.click();
    const elements = page.getByRole("region", { name: "要素" });
    await elements.getByText(/还要问 \d 项/).waitFor();
    const missing = elements.locator(".to-ask");
    expect(await missing.locator(".field-label").allTextContents()).toEqual(expect.arrayContaining(["时间", "地点"]));
    expect(await missing.locator(".field-value").first().textContent()).toMatch(/^“.*请.*”$/);
    await shoot(page, "desk-missing-1440");
    await page.close();
  });

  test("pointing at a field lights up exactly its words; a click pins them", async () => {
    const page = await desk.signIn("agent");
    await page.goto("/calls");
    const { elements } = await handIn(page, complaintCall("e2e-light"));
    await page.goto("/calls/e2e-light");
    await value(page, "element.place").hover();
    expect(elements.place?.quote).toBeTruthy();
    await expect.poll(() => marked(page)).toEqual([elements.place?.quote]);
    await shoot(page, "desk-hover-1440");
    await page.mouse.move(5, 5);
    await expect.poll(() => marked(page)).toEqual([]);
    await value(page, "element.place").click();
    await page.mouse.move(5, 5);
    await page.locator("body").click({ position: { x: 300, y: 20 } });
    await expect.poll(() => marked(page)).toEqual([elements.place?.quote]);
    await value(page, "element.name").focus();
    await expect.poll(() => marked(page)).toEqual([elements.name?.quote]);
    await page.close();
  });

  test("a person's words are saved as a person's, can be taken back, and the order is confirmed by name", async () => {
    const page = await desk.signIn("agent");
    await page.goto("/calls");
    await handIn(page, complaintCall("e2e-edit"));
    await page.goto("/calls/e2e-edit");
    const before = await value(page, "element.time").textContent();
    await type(page, "element.time", "昨晚十点到凌晨两点");
    await page.keyboard.press("Control+Enter");
    await page.getByText("还有没保存的修改").waitFor();
    await field(page, "element.time").locator("textarea").first().press("Enter");
    await value(page, "element.time").getByText("昨晚十点到凌晨两点").waitFor();
    expect(await field(page, "element.time").locator(".source").textContent()).toBe("人工");
    await page.getByRole("button", { name: "撤销上次修改" }).waitFor();
    await page.keyboard.press("Control+z");
    await value(page, "element.time")
      .getByText(before ?? "", { exact: true })
      .waitFor();
    await page.getByRole("button", { name: /修改记录/ }).click();
    await page.locator(".history li").nth(1).waitFor();
    await shoot(page, "desk-history-1440");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Enter");
    await page.locator(".confirmed").waitFor();
    expect(await page.locator(".confirmed").textContent()).toMatch(/已确认 林晓/);
    await shoot(page, "desk-confirmed-1440");
    await page.close();
  });

  test("who saves second is told, sees the present value, and loses no word", async () => {
    const [first, second] = [await desk.signIn("agent"), await desk.signIn("dispatcher")];
    await deafen(second);
    await first.goto("/calls");
    await handIn(first, complaintCall("e2e-race"));
    await Promise.all([first.goto("/calls/e2e-race"), second.goto("/calls/e2e-race")]);
    await type(second, "element.place", "科苑路东侧工地");
    await type(first, "element.place", "创新路北侧工地");
    await save(first, "element.place");
    await value(first, "element.place").getByText("创新路北侧工地").waitFor();
    await save(second, "element.place");
    const told = field(second, "element.place").getByRole("alert");
    await told.getByText("创新路北侧工地").waitFor();
    expect(await field(second, "element.place").locator("textarea").first().inputValue()).toBe("科苑路东侧工地");
    await shoot(second, "desk-conflict-1440");
    await save(second, "element.place");
    await value(second, "element.place").getByText("科苑路东侧工地").waitFor();
    await Promise.all([first.close(), second.close()]);
  });

  test("who confirms second is told that somebody was first", async () => {
    const [first, second] = [await desk.signIn("agent"), await desk.signIn("dispatcher")];
    await deafen(second);
    await first.goto("/calls");
    await handIn(first, complaintCall("e2e-confirm"));
    await Promise.all([first.goto("/calls/e2e-confirm"), second.goto("/calls/e2e-confirm")]);
    const button = /确认工单/;
    await second.getByRole("button", { name: button }).waitFor();
    await first.getByRole("button", { name: button }).click();
    await first.locator(".confirmed").waitFor();
    await second.getByRole("button", { name: button }).click();
    await second.getByText("这份工单已由他人确认").waitFor();
    await second.locator(".confirmed").waitFor();
    await shoot(second, "desk-second-confirm-1440");
    await Promise.all([first.close(), second.close()]);
  });

  test("a call that is not there is told in plain words, with a way to try again", async () => {
    const page = await desk.signIn("agent");
    await page.goto("/calls/nothing-here");
    const told = page.getByRole("alert");
    await told.getByText("通话不存在，或您无权查看").waitFor();
    expect(await told.getByRole("button", { name: "重试" }).isVisible()).toBe(true);
    await page.close();
  });

  test("on a narrow screen words and draft stand behind one another, and the side panel has no frame", async () => {
    const page = await desk.signIn("agent", narrow);
    await page.goto("/calls");
    await handIn(page, openComplaint("e2e-narrow"));
    await page.goto("/panel?call=e2e-narrow");
    await page.getByRole("tab", { name: "原话" }).click();
    expect(await page.locator(".transcript").isVisible()).toBe(true);
    expect(await page.locator(".draft").isVisible()).toBe(false);
    await page.getByRole("tab", { name: "工单" }).click();
    expect(await page.locator(".draft").isVisible()).toBe(true);
    expect(await page.locator(".top").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow.width);
    await shoot(page, "panel-420");
    await page.close();
  });
});
