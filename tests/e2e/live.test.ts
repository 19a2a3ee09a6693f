import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type DeskServer, narrow, openDeskServer, shoot, wide } from "./desk-server.ts";
import { callFrom, hear, openSampleHost, turns } from "./live-call.ts";

const chromiumPath = inject("chromiumPath");
let desk: DeskServer;
let host: Awaited<ReturnType<typeof openSampleHost>>;

beforeAll(async () => {
  if (!chromiumPath) return;
  host = await openSampleHost();
  desk = await openDeskServer(chromiumPath, { EMBED_ORIGINS: host.origin });
}, 120_000);
afterAll(async () => {
  await desk?.close();
  host?.server.close();
});

const row = (page: Page, element: string) => page.locator(`[data-field="element.${element}"]`);
const value = (page: Page, element: string) => row(page, element).locator(".field-value");
const lines = (page: Page) => page.locator(".transcript .said");
/** Where a line stands, in px from the top of the window; two pixels are no jump. */
const topOf = async (page: Page, element: string) => (await row(page, element).boundingBox())?.y ?? Number.NaN;
const staysAt = (page: Page, element: string, topPx: number) =>
  expect.poll(async () => Math.abs((await topOf(page, element)) - topPx)).toBeLessThan(2);

const opening = turns(0, [
  ["agent", "您好，请问您需要什么帮助？"],
  ["citizen", "我要投诉，楼下烧烤店的油烟天天往我家里灌，窗户都不敢开。"],
]);
const more = turns(2, [
  ["agent", "请问您贵姓？"],
  ["citizen", "我姓钱，钱文静。"],
]);
const late = turns(4, [
  ["agent", "请问是从什么时候开始的？"],
  ["citizen", "从上个月二十号开始的，每天晚上七点到半夜。"],
]);
const place = turns(6, [
  ["agent", "请问具体在什么位置？"],
  ["citizen", "东湖区望湖街道望湖路18号楼下。"],
]);

describe.skipIf(!chromiumPath)("a call that goes on", () => {
  test("plays in, asks for what is missing, waits for the one who types, and survives a reload", async () => {
    const page = await desk.signIn("agent");
    const say = (post: Parameters<typeof hear>[3]) => hear(page, desk.url, "live-1", post);
    await say({ call: callFrom(8_000), utterances: opening });
    await page.goto("/calls/live-1");
    await page.getByText("通话中").waitFor();
    await row(page, "place").and(page.locator(".to-ask")).waitFor();
    expect(await value(page, "place").textContent()).toMatch(/^“.+？”$/);

    // N leads to the first missing element, Space copies its question and remembers that it was put.
    await page.keyboard.press("n");
    const first = page.locator(".field.to-ask").first();
    await first.locator(".field-value:focus").waitFor();
    await page.keyboard.press(" ");
    await first.getByText("已问").waitFor();

    // While one types, words come in and the draft changes; the field and its place do not.
    await row(page, "time").getByRole("button", { name: /^修改/ }).click();
    const typed = row(page, "time").locator("textarea").first();
    await typed.fill("2026年10月20日起");
    const before = await topOf(page, "time");
    const sentMs = performance.now();
    await say({ utterances: more });
    await lines(page).nth(3).waitFor();
    expect(performance.now() - sentMs).toBeLessThan(3_000);
    await value(page, "name").getByText("钱文静").waitFor();
    await say({ utterances: late });
    await row(page, "time").getByText("建议已变").waitFor();
    expect(await typed.inputValue()).toBe("2026年10月20日起");
    expect(await typed.evaluate((box) => box === document.activeElement)).toBe(true);
    await staysAt(page, "time", before);
    await shoot(page, "live-typing-1440");
    await typed.press("Enter");
    await value(page, "time").getByText("2026年10月20日起").waitFor();

    await page.reload();
    await lines(page).nth(5).waitFor();
    expect(await value(page, "time").textContent()).toBe("2026年10月20日起");
    await page.locator(".ask-state", { hasText: "已问" }).or(value(page, "name").getByText("钱文静")).first().waitFor();

    await say({ utterances: place, ended: true });
    await value(page, "place").getByText("望湖路18号").waitFor();
    await page.getByText("通话中").waitFor({ state: "detached" });
    await page.getByRole("button", { name: /记录质量 \d+ 分/ }).waitFor();
    await shoot(page, "live-ended-1440");
    await page.keyboard.press("Control+Enter");
    await page.locator(".confirmed").waitFor();

    const view = await (await page.request.get("/api/calls/live-1")).json();
    const { order, edits } = await (await page.request.get(`/api/orders/${view.order.id}`)).json();
    expect(order.elements.time).toMatchObject({ value: "2026年10月20日起", engine: "human" });
    expect(order.elements.place).toMatchObject({ engine: "rules", evidence: expect.arrayContaining([7]) });
    expect(place[1]?.text).toContain(order.elements.place.quote);
    expect(edits[0]).toMatchObject({ field: "elements", version: 2, byName: "林晓" });
    expect(order).toMatchObject({ state: "confirmed", confirmedByName: "林晓" });
    await page.close();
  });

  test("rings for an urgent matter until a key says it was seen, gives words to bridge a wait, and goes on without a line", async () => {
    const page = await desk.signIn("agent", narrow);
    const say = (post: Parameters<typeof hear>[3]) => hear(page, desk.url, "live-2", post);
    await say({ call: callFrom(36_000), utterances: opening });
    await page.goto("/panel?call=live-2");
    const strip = page.getByRole("region", { name: "现在说" });
    await strip.getByText(/已等 \d+ 秒/).waitFor();
    expect(await strip.getByRole("button").textContent()).toMatch(/稍等/);
    await shoot(page, "live-waiting-420");
    await row(page, "priorHandling").getByRole("button", { name: /^修改/ }).click();
    await page.keyboard.type("找过店");
    const before = await topOf(page, "priorHandling");
    await say({ utterances: turns(9, [["citizen", "哎呀不好了，店里着火了，火很大，现在里面还有人没出来！"]]) });
    const alarm = page.getByRole("alert", { name: "紧急提醒" });
    await alarm.waitFor();
    expect(await alarm.getByRole("list", { name: "步骤" }).textContent()).toMatch(/报告.*119/);
    await staysAt(page, "priorHandling", before);
    await page.keyboard.type("家");
    await shoot(page, "live-alarm-420");
    await page.keyboard.press("F8");
    await alarm.waitFor({ state: "detached" });
    await staysAt(page, "priorHandling", before);
    expect(await row(page, "priorHandling").locator("textarea").first().inputValue()).toBe("找过店家");
    await page.keyboard.press("Escape");
    await shoot(page, "live-seen-420");
    // The line breaks: the panel says so and asks by itself.
    await page.route("**/events", (route) => route.abort());
    await page.reload();
    await page.getByText("连接中断").waitFor();
    await say({ utterances: turns(10, [["agent", "您先离开那里，我马上上报。"]]) });
    await page.locator(".last-words", { hasText: "我马上上报" }).waitFor();
    await page.getByRole("region", { name: "紧急提醒" }).waitFor();
    expect(await alarm.count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow.width);
    await page.close();
  });

  test("two people on one call are told; the words follow the call unless one reads above; files are kept with it", async () => {
    const [first, second] = [await desk.signIn("agent", { width: 1440, height: 640 }), await desk.signIn("dispatcher")];
    const many = Array.from({ length: 30 }, (_, i) => ["citizen", `第${i + 1}句，路灯还是不亮。`] as const);
    await hear(first, desk.url, "live-3", { call: callFrom(130_000), utterances: turns(0, many) });
    await Promise.all([first.goto("/calls/live-3"), second.goto("/calls/live-3")]);
    await first.getByText("也在看这通电话").waitFor();
    await second.getByText("林晓 也在看这通电话").waitFor();
    await second.close();
    await first.getByText("也在看这通电话").waitFor({ state: "detached" });

    await first.locator(".to-newest").waitFor({ state: "detached" });
    expect(await lines(first).last().isVisible()).toBe(true);
    const scroller = first.locator(".desk-words .scroll");
    await scroller.evaluate((box) => {
      box.scrollTop = 0;
    });
    await hear(first, desk.url, "live-3", { utterances: turns(30, [["citizen", "这句在下面。"]]) });
    await first.getByRole("button", { name: /又说了 1 句/ }).waitFor();
    expect(await scroller.evaluate((box) => box.scrollTop)).toBe(0);
    await first.keyboard.press("l");
    await first.locator(".to-newest").waitFor({ state: "detached" });

    const picture = { name: "路灯.png", mimeType: "image/png", buffer: Buffer.from(onePixel, "base64") };
    await first.getByLabel("选择附件").setInputFiles(picture);
    const link = first.getByRole("link", { name: "路灯.png" });
    await link.waitFor();
    const file = await first.request.get((await link.getAttribute("href")) ?? "");
    expect(await file.body()).toEqual(picture.buffer);
    // Dropped anywhere on the call; what is no picture by its bytes is refused in words.
    const dropped = await first.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array([77, 90, 144, 0, 3])], "x.png", { type: "image/png" }));
      return data;
    });
    await first.locator(".transcript").dispatchEvent("drop", { dataTransfer: dropped });
    await first.getByRole("region", { name: "附件" }).getByRole("alert").waitFor();
    await first.keyboard.press("?");
    await first.getByRole("dialog").getByText("确认工单").waitFor();
    await shoot(first, "live-keys-1440");
    await first.close();
  });
});

describe.skipIf(!chromiumPath)("the panel inside another page", () => {
  test("signs in, waits for the call it is told, says what is missing, moves where it is asked to, and says when it is confirmed", async () => {
    const [page, seat] = [await desk.strangerPage(), await desk.signIn("agent")];
    await page.goto(`${host.origin}/?tingsu=${encodeURIComponent(desk.url)}&call=live-4`);
    const panel = page.frameLocator("#panel");
    await panel.getByRole("button", { name: /坐席/ }).click();
    // It rings: the screen opens before the first word is there.
    await panel.getByText("正在等这通电话接入").waitFor();
    await hear(seat, desk.url, "live-4", { call: callFrom(8_000), utterances: opening });
    await panel.getByText("通话中").waitFor();
    await page.getByRole("button", { name: /^地点/ }).click();
    await panel.locator('[data-field="element.place"] .field-value:focus').waitFor();
    await page.getByRole("button", { name: "查看状态" }).click();
    await page.getByText(/"tingsu:state","callId":"live-4"/).waitFor();
    await shoot(page, "sample-host-1440");
    await hear(seat, desk.url, "live-4", { utterances: [...more, ...late, ...place] });
    await page.getByRole("button", { name: /^地点/ }).waitFor({ state: "detached" });
    expect(await page.locator("#log").textContent()).not.toContain("钱文静");
    await panel.getByRole("button", { name: /确认工单/ }).click();
    await page.getByText(/工单 \S+ 已确认/).waitFor();
    await Promise.all([page.close(), seat.close()]);
  });

  test("is refused to every page that is not named in the settings", async () => {
    const page = await desk.signIn("agent", wide);
    const stranger = host.origin.replace("127.0.0.1", "localhost");
    await page.goto(`${stranger}/?tingsu=${encodeURIComponent(desk.url)}`);
    await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/);
    expect(await page.locator("#log").textContent()).toBe("");
    await page.close();
  });
});

const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
