import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { processCall } from "../../src/pipeline/index.ts";
import { listAudit } from "../../src/platform/audit.ts";
import { callOf, engines, isMissing, openTestApp, type TestApp } from "../security/test-app.ts";
import { webMessage } from "../support/calls.ts";

const mb = 1024 * 1024;
const begun = (start: readonly number[], sizeBytes = 64) => Buffer.concat([Buffer.from(start), randomBytes(sizeBytes)]);
const png = (sizeBytes?: number) => begun([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], sizeBytes);

describe.each(engines)("%s", (engine) => {
  if (isMissing(engine)) return test.skip("no PostgreSQL here", () => {});
  let t: TestApp;
  beforeAll(async () => {
    t = await openTestApp(engine);
  });
  afterAll(() => t.close());

  const ask = (path: string, init: RequestInit, who: string | null = "agent") =>
    t.app.request(`http://localhost${path}`, {
      ...init,
      headers: { ...(who ? { cookie: t.cookieOf(who) } : {}), ...(init.headers as Record<string, string>) },
    });
  const put = (id: string, name: string, body: BodyInit | null, who: string | null = "agent") =>
    ask(`/api/calls/${id}/attachments?name=${encodeURIComponent(name)}`, { method: "PUT", body }, who);
  const get = (id: string, attachmentId: string, who: string | null = "agent") =>
    ask(`/api/calls/${id}/attachments/${attachmentId}`, {}, who);
  const receive = async (id: string, agentId: string | null = "A1") => {
    const response = await t.as("agent", "/api/calls", { method: "POST", body: callOf(id, agentId) });
    expect(response.status).toBe(202);
  };
  /** A body that comes in pieces, of a length nobody was told. */
  const streamed = (bytes: Buffer, pieceBytes: number) => ({
    body: new ReadableStream({
      async start(controller) {
        for (let at = 0; at < bytes.length; at += pieceBytes) controller.enqueue(bytes.subarray(at, at + pieceBytes));
        controller.close();
      },
    }),
    duplex: "half",
  });

  test("a web message keeps its pictures: drafted by the same rules, seen with the call, given back byte for byte", async () => {
    const message = webMessage("web", "东湖区望湖街道湖滨社区门口的路灯坏了一个星期，希望尽快修好。");
    await t.as("agent", "/api/calls", { method: "POST", body: message });
    const picture = png(300_000);
    const kept = await put("web", "路灯 现场(1).png", picture);
    expect(kept.status).toBe(200);
    const head = await kept.json();
    expect(head).toEqual({ id: head.id, name: "路灯 现场(1).png", sizeBytes: picture.length, type: "image/png" });
    await processCall(t.ctx, { id: "web" });
    const view = await (await t.as("agent", "/api/calls/web")).json();
    expect(view).toMatchObject({ attachments: [head], order: { street: "望湖街道" } });
    const given = await get("web", head.id);
    expect(Buffer.from(await given.arrayBuffer()).equals(picture)).toBe(true);
    expect(Object.fromEntries(given.headers)).toMatchObject({
      "content-type": "image/png",
      "content-length": String(picture.length),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent("路灯 现场").concat("%281%29.png")}`,
    });
  });

  test.each([
    ["a picture", "image/jpeg", begun([0xff, 0xd8, 0xff, 0xe0])],
    ["a WebP", "image/webp", begun([0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50])],
    ["a PDF", "application/pdf", Buffer.from("%PDF-1.7\n%\xe2\xe3")],
    ["UTF-8 text", "text/plain", Buffer.from("路灯坏了\r\n请尽快修\n")],
    ["GB18030 text", "text/plain", Buffer.from([0xc2, 0xb7, 0xb5, 0xc6, 0x0a])],
    ["a page, which is never shown as one", "text/plain", Buffer.from("<script>alert(1)</script>")],
  ])("%s is %s by its bytes, whatever its name says", async (name, type, bytes) => {
    await receive(`type-${type}-${name}`);
    const response = await put(`type-${encodeURIComponent(`${type}-${name}`)}`, "x.exe", bytes);
    expect(await response.json()).toMatchObject({ type, name: "x.exe" });
  });

  test.each([
    ["a program", begun([0x4d, 0x5a, 0x90, 0x00]), 400, "只接受"],
    ["an archive", begun([0x50, 0x4b, 0x03, 0x04]), 400, "只接受"],
    ["text that goes on as something else", Buffer.concat([Buffer.from("好".repeat(5_000)), png()]), 400, "只接受"],
    ["nothing", Buffer.alloc(0), 400, "空"],
    ["no body", null, 400, "空"],
    ["more than 20 MB", png(20 * mb), 413, "20 MB"],
  ])("%s is refused, and nothing of it stays", async (name, bytes, status, words) => {
    const id = `refused ${name}`;
    await receive(id);
    const response = await put(encodeURIComponent(id), "a.png", bytes);
    expect(response.status).toBe(status);
    expect((await response.json()).message).toContain(words);
    expect((await (await t.as("agent", `/api/calls/${encodeURIComponent(id)}`)).json()).attachments).toEqual([]);
  });

  test("a file of almost 20 MB comes in pieces, without a length", async () => {
    await receive("large");
    const bytes = png(20 * mb - 8);
    const path = "/api/calls/large/attachments?name=a.png";
    const response = await ask(path, { method: "PUT", ...streamed(bytes, 65_536) } as RequestInit);
    const { id, sizeBytes } = await response.json();
    expect([response.status, sizeBytes]).toEqual([200, 20 * mb]);
    const given = Buffer.from(await (await get("large", id)).arrayBuffer());
    expect(createHash("sha256").update(given).digest("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
    const more = await ask(path, { method: "PUT", ...streamed(png(25 * mb), 65_536) } as RequestInit);
    expect(more.status).toBe(413);
  });

  test("the same file again is the same attachment; the eleventh is refused, also when all come at once", async () => {
    await receive("many");
    const first = png();
    const twice = await Promise.all([put("many", "a.png", first), put("many", "b.png", first)]);
    const ids = await Promise.all(twice.map(async (response) => (await response.json()).id));
    expect(ids[0]).toBe(ids[1]);
    const rest = await Promise.all(Array.from({ length: 12 }, () => put("many", "c.png", png())));
    expect(rest.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), ...Array(3).fill(409)]);
    expect((await put("many", "a.png", first)).status).toBe(200);
    expect((await (await t.as("agent", "/api/calls/many")).json()).attachments).toHaveLength(10);
  });

  test("a name is a name and no path", async () => {
    await receive("name");
    const { name } = await (await put("name", '../../etc/"passwd\u0007"', png())).json();
    expect(name).toBe("_passwd__");
    expect((await put("name", "", png())).status).toBe(400);
    expect((await put("name", "长".repeat(201), png())).status).toBe(400);
  });

  test("who adds a file and who opens it is on record", async () => {
    await receive("record");
    const { id } = await (await put("record", "a.png", png())).json();
    await (await get("record", id, "qa")).arrayBuffer();
    const rows = (await listAudit(t.services.db, 1_000)).filter(({ target }) => target === "record");
    expect(rows.map(({ action, actor }) => [action, actor])).toEqual([
      ["attachment.read", `user:${t.idOf("qa")}`],
      ["attachment.add", `user:${t.idOf("agent")}`],
      ["call.receive", `user:${t.idOf("agent")}`],
    ]);
  });

  test("a file is as hidden as its call", async () => {
    await receive("mine");
    await receive("other");
    const { id } = await (await put("mine", "a.png", png())).json();
    expect((await get("mine", id, null)).status).toBe(401);
    expect((await get("mine", id, "agency")).status).toBe(403);
    expect((await get("mine", id, "agent.two")).status).toBe(404);
    expect((await get("other", id)).status).toBe(404);
    expect((await get("mine", "no-such")).status).toBe(404);
    expect((await put("mine", "a.png", png(), null)).status).toBe(401);
    expect((await put("mine", "a.png", png(), "qa")).status).toBe(403);
    expect((await put("mine", "a.png", png(), "agent.two")).status).toBe(404);
  });

  test("a page of another site puts no file", async () => {
    await receive("site");
    const headers = { origin: "https://evil.example" };
    const response = await ask("/api/calls/site/attachments?name=a.png", { method: "PUT", body: png(), headers });
    expect(response.status).toBe(403);
  });
});
