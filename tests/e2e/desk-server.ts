import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Call } from "../../src/orders/index.ts";
import { openChromium } from "../support/chromium.ts";
import { startTingsu } from "../support/tingsu.ts";

const screenshots = ".tmp/screenshots";
export const wide = { width: 1440, height: 900 };
export const narrow = { width: 420, height: 860 };

/** A complaint in which nobody asks where exactly nor since when. */
export const openComplaint = (id: string): Call => {
  const said = [
    ["agent", "您好，请问您需要什么帮助？"],
    ["citizen", "我要投诉，楼下烧烤店的油烟天天往我家里灌，窗户都不敢开。"],
    ["agent", "请问您贵姓？"],
    ["citizen", "我姓钱，钱文静。"],
    ["agent", "钱女士，您之前向哪里反映过吗？"],
    ["citizen", "跟店家说过两回，他不理我。让他把烟管改了。"],
    ["agent", "好的，已经为您登记。感谢您的来电，再见。"],
  ] as const;
  const utterances = said.map(([speaker, text], i) => ({
    i,
    speaker,
    text,
    startMs: i * 6_000,
    endMs: i * 6_000 + 5_000,
  }));
  return {
    id,
    direction: "inbound",
    startedAt: "2026-03-05T09:12:00+08:00",
    callerNumber: "13800138001",
    agentId: "A1001",
    utterances,
  };
};

/** A server with the demo on an embedded database of its own, and a browser. */
export async function openDeskServer(chromiumPath: string, settings: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "tingsu-e2e-"));
  const server = await startTingsu("serve", { DATA_DIR: folder, ...settings });
  const browser: Browser = await openChromium(chromiumPath);
  mkdirSync(screenshots, { recursive: true });
  const windows = new Map<string, Promise<BrowserContext>>();
  const signedIn = async (role: string) => {
    const context = await browser.newContext({ locale: "zh-CN", baseURL: server.url });
    const headers = { origin: server.url };
    const answer = await context.request.post("/api/demo/sign-in", { data: { role }, headers });
    if (!answer.ok()) throw new Error(`demo sign-in: ${answer.status()} ${await answer.text()}`);
    return context;
  };
  return {
    url: server.url,
    /** A page of a person of that role. The pages of one person share a browser window's cookies and cache, as at work. */
    async signIn(role: string, viewport = wide): Promise<Page> {
      const context = windows.get(role) ?? signedIn(role);
      windows.set(role, context);
      const page = await (await context).newPage();
      await page.setViewportSize(viewport);
      return page;
    },
    async strangerPage(viewport = wide): Promise<Page> {
      return (await browser.newContext({ viewport, locale: "zh-CN", baseURL: server.url })).newPage();
    },
    async close() {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type DeskServer = Awaited<ReturnType<typeof openDeskServer>>;

/** Hands a call in as that person and waits until it has a draft. */
export async function handIn(page: Page, call: Call): Promise<{ orderId: string; elements: Record<string, Quoted> }> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post("/api/calls", { data: call, headers: { origin } });
  if (answer.status() !== 202) throw new Error(`POST /api/calls: ${answer.status()} ${await answer.text()}`);
  const endMs = performance.now() + 20_000;
  while (performance.now() < endMs) {
    const view = await (await page.request.get(`/api/calls/${call.id}`)).json();
    if (view.state === "processed") return { orderId: view.order.id, elements: view.order.elements };
    await page.waitForTimeout(100);
  }
  throw new Error(`${call.id} was not processed`);
}

export type Quoted = { value: string | null; quote: string | null; evidence: number[] };

export const shoot = (page: Page, name: string) => page.screenshot({ path: `${screenshots}/${name}.png` });
