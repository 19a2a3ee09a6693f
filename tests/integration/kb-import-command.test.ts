import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFolder, zipFile } from "../support/import-files.ts";
import { runTingsu } from "../support/tingsu.ts";

test("kb import reads any format, lists what it did not understand, exits 1 for it; again it changes nothing", async () => {
  const data = await mkdtemp(join(tmpdir(), "tingsu-data-"));
  const files = await openFolder();
  const csv = await files.write("知识.csv", "msg_id,t,reply\n1,停水,今晚停水。\n2,,坏行\n");
  const zip = await files.write("一包.zip", await zipFile({ "甲.md": "# 供暖\n二十三元。" }));
  const bomb = await files.write("炸弹.zip", await zipFile({ "a.csv": Buffer.alloc(30_000_000) }));
  const columns = ["--title", "t", "--body", "reply", "--id", "msg_id"];
  const first = await runTingsu(["kb", "import", csv, ...columns, "--publish", "--data", data]);
  expect(first.output).toContain("第 3 行：标题：缺少这个字段");
  expect(first.output).toContain('{"created":1,"updated":0,"unchanged":0,"passages":1,"faults":1}');
  expect(first.code).toBe(1);
  const again = await runTingsu(["kb", "import", csv, ...columns, "--publish", "--data", data]);
  expect(again.output).toContain('"created":0,"updated":0,"unchanged":1');
  const packed = await runTingsu(["kb", "import", zip, "--data", data]);
  expect(packed).toMatchObject({ code: 0, output: expect.stringContaining('"created":1') });
  const refused = await runTingsu(["kb", "import", bomb, "--data", data]);
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("可能是压缩炸弹") });
  await files.close();
  await rm(data, { recursive: true, force: true });
}, 180_000);
