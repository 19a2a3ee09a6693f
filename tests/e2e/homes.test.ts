import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type DeskServer, narrow, openDeskServer, shoot, wide } from "./desk-server.ts";

const chromiumPath = inject("chromiumPath");
let desk: DeskServer;

beforeAll(async () => {
  if (chromiumPath) desk = await openDeskServer(chromiumPath);
}, 120_000);
afterAll(() => desk?.close());

/** Where each role begins, and words that stand there. */
const homes: [role: string, path: string, words: RegExp][] = [
  ["agent", "/calls", /已处理 5 \/ 5/],
  ["dispatcher", "/queue", /^7 件/],
  ["callback", "/callbacks", /现在可拨 \d/],
  ["qa", "/quality", /已处理 8 \/ 8/],
  ["editor", "/articles", /长期/],
  ["agency", "/agency", /现在没有派来的工单/],
  ["admin", "/audit", /记录链完整/],
];

describe.skipIf(!chromiumPath)("screens", () => {
  test.each(homes)("%s begins at %s, wide and narrow, without an error on the console", async (role, path, words) => {
    const page = await desk.signIn(role);
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto("/");
    await page.waitForURL(`**${path}`);
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      await page.getByText(words).first().waitFor({ timeout: 30_000 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      await shoot(page, `home-${role}-${viewport.width}`);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test("a wrong password is told in plain Chinese, and a screen asks to sign in first", async () => {
    const page = await desk.strangerPage();
    await page.goto("/articles");
    await page.waitForURL("**/sign-in?from=%2Farticles");
    await page.getByLabel("用户名").fill("nobody");
    await page.getByLabel("密码").fill("wrong-password-1");
    await page.getByRole("button", { name: "登录" }).click();
    expect(await page.getByRole("alert").textContent()).toMatch(/用户名或密码/);
    await shoot(page, "sign-in-1440");
    await page.close();
  });

  test("a callback's leading sentences stand first, with neutral words beside, and light up", async () => {
    const page = await desk.signIn("callback");
    await page.goto("/callbacks/calls");
    await page.locator(".list tbody tr").first().click();
    const sentence = page.locator(".leading-line").first();
    await sentence.hover();
    const span = (await sentence.locator(".leading-said").textContent())?.slice(1, -1);
    await expect.poll(() => page.locator(".transcript mark").allTextContents()).toEqual([span]);
    expect(await sentence.locator(".leading-neutral").textContent()).toMatch(/可改为/);
    await shoot(page, "callback-1440");
    await page.close();
  });

  test("an editor finds an article by a citizen's question, with the words marked", async () => {
    const page = await desk.signIn("editor");
    await page.goto("/articles");
    await page.getByLabel("搜索知识库").fill("夜间施工要什么许可");
    await page.keyboard.press("Enter");
    await page.locator(".hits mark").first().waitFor();
    await shoot(page, "search-1440");
    await page.locator(".hits a").first().click();
    await page.locator(".article-body mark").first().waitFor();
    await page.close();
  });

  test("an inspector sees each line of the rubric with its clause", async () => {
    const page = await desk.signIn("qa");
    await page.goto("/quality");
    await page.locator(".list tbody tr").first().click();
    await page.locator(".qa-item").first().waitFor();
    await page
      .getByText(/S1 录音质检第\d+行/)
      .first()
      .waitFor();
    for (const fold of await page.locator(".fold-head").all()) await fold.click();
    expect(await page.locator(".qa-item").count()).toBeGreaterThan(20);
    await shoot(page, "review-1440");
    await page.close();
  });
});
