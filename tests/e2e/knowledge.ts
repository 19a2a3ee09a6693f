import type { Page } from "playwright-core";
import { type DeskServer, shoot } from "./desk-server.ts";

const credentials = { username: "second.editor", password: "second-editor-password" };

/** A page of a second knowledge editor: nobody checks their own words. */
export async function secondEditor(desk: DeskServer): Promise<Page> {
  const headers = { origin: desk.url };
  const admin = await desk.signIn("admin");
  const made = await admin.request.post(`${desk.url}/api/users`, {
    data: { ...credentials, name: "何静", role: "editor" },
    headers,
  });
  if (!made.ok()) throw new Error(`users: ${made.status()} ${await made.text()}`);
  await admin.close();
  const page = await desk.strangerPage();
  const entered = await page.request.post(`${desk.url}/api/auth/sign-in/username`, { data: credentials, headers });
  if (!entered.ok()) throw new Error(`sign-in: ${entered.status()} ${await entered.text()}`);
  return page;
}

type Written = { title: string; body: string; isSubmitted?: boolean };

/** Writes a new article by hand, waits for its preview, saves it, and sends it for check unless told otherwise. */
export async function writeAndSubmit(page: Page, { title, body, isSubmitted = true }: Written): Promise<void> {
  await page.goto("/articles");
  await page.getByRole("button", { name: "写文章" }).click();
  await page.waitForURL("**/articles/new");
  await page.getByLabel("标题", { exact: true }).fill(title);
  await page.getByLabel("正文", { exact: true }).fill(body);
  await page.locator(".passage", { hasText: body.split("\n").at(-1) ?? "" }).waitFor();
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/\/articles\/(?!new).+\/edit$/);
  await shoot(page, "editor-1440");
  if (!isSubmitted) return;
  await page.getByRole("button", { name: "送审" }).click();
  await page.getByText("已送审").waitFor();
}

/** As the second person: finds it in the queue, reads it, lets it pass and publishes it now. */
export async function approveAndPublish(
  page: Page,
  title: string,
  picture: string,
  changed?: { before: string; after: string },
): Promise<void> {
  await page.goto("/articles/review");
  await page.locator(".list tr", { hasText: title }).click();
  const decision = page.getByRole("button", { name: "通过" });
  await decision.waitFor();
  if (changed) {
    await page.locator("del", { hasText: changed.before }).waitFor();
    await page.locator("ins", { hasText: changed.after }).waitFor();
  }
  await shoot(page, picture);
  await decision.click();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("button", { name: "现在发布" }).click();
  await page.getByText(/^已发布，第/).waitFor();
}
