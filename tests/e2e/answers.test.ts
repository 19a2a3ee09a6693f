import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type DeskServer, narrow, openDeskServer, shoot, wide } from "./desk-server.ts";
import { callFrom, hear, turns } from "./live-call.ts";

const chromiumPath = inject("chromiumPath");
let desk: DeskServer;

beforeAll(async () => {
  if (chromiumPath) desk = await openDeskServer(chromiumPath);
}, 120_000);
afterAll(async () => desk?.close());

const opening = turns(0, [
  ["agent", "您好，请问您需要什么帮助？"],
  ["citizen", "你好，我社保卡丢了，想问一下去哪里挂失补办？"],
]);
const second = turns(2, [
  ["agent", "先挂失，再到网点补办。"],
  ["citizen", "好的。那我妈在外地住，异地就医备案要带什么材料？"],
]);
const outside = turns(4, [
  ["agent", "带身份证就可以。"],
  ["citizen", "再问一下，宠物狗火化去哪里办手续？"],
]);

describe.skipIf(!chromiumPath)("answers of the base in a live call", () => {
  test.each([
    ["1440", wide],
    ["420", narrow],
  ])("%s px: follow the caller's last question, are told by one key, taken back, and reported", async (width, size) => {
    const page = await desk.signIn("agent", size);
    const id = `answers-${width}`;
    await hear(page, desk.url, id, { call: callFrom(20_000), utterances: opening });
    await page.goto(`/panel?call=${id}`);
    const knowledge = page.getByRole("region", { name: "知识" });
    const first = knowledge.getByRole("article").first();
    await first.getByText("社会保障卡挂失与补办").waitFor();
    await first.getByText(/市人力资源.*第 1 版/).waitFor();
    await first.getByText(/有效/).waitFor();

    await page.keyboard.press("t");
    await first.getByText(/✓ 已告知/).waitFor();
    await page.keyboard.press("t");
    await first.getByRole("button", { name: "已告知来电人 T" }).waitFor();
    await page.keyboard.press("t");
    await first.getByText(/✓ 已告知/).waitFor();

    await hear(page, desk.url, id, { utterances: second });
    await first.getByText("异地就医备案").first().waitFor();
    await knowledge.getByText(/来电人问：.*异地就医备案/).waitFor();
    const before = knowledge.getByRole("list", { name: "这通电话里告知过" });
    await before.getByText("社会保障卡挂失与补办").waitFor();
    await first.getByRole("button", { name: "有误" }).click();
    await first.getByText("已报：有误").waitFor();
    await knowledge.scrollIntoViewIfNeeded();
    await shoot(page, `answers-told-${width}`);

    await hear(page, desk.url, id, { utterances: outside });
    await knowledge.getByRole("button", { name: /缺少答复/ }).click();
    await knowledge.getByText("已告诉知识编辑缺少答复").waitFor();

    const { told } = await (await page.request.get(`/api/calls/${id}`)).json();
    expect(told).toMatchObject([{ title: "社会保障卡挂失与补办", version: 1, isMine: true, undoneAt: null }]);
    const seen = await (await page.request.get(`/api/calls/${id}/answers`)).json();
    expect(seen.told).toHaveLength(2);
    expect(seen.shown.map(({ answers }: { answers: { title: string }[] }) => answers[0]?.title)).toEqual(
      expect.arrayContaining(["社会保障卡挂失与补办", "异地就医备案办理指南"]),
    );
    await page.close();

    const editor = await desk.signIn("editor");
    const { items } = await (await editor.request.get("/api/feedback?state=open")).json();
    const mine = items.filter(({ callId }: { callId: string }) => callId === id);
    expect(mine.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["有误", "缺失"].sort());
    await editor.close();
  });
});
