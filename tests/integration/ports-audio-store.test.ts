import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDiskAudioStore } from "../../src/adapters/disk-audio-store.ts";
import { memoryAudioStore } from "../../src/adapters/fake/memory-audio-store.ts";
import type { AudioStore } from "../../src/ports/audio-store.ts";

const open = () => new AbortController().signal;
const limit = (maxBytes = 1_000) => ({ maxBytes, signal: open() });
const bytes = (text: string) => Readable.from([Buffer.from(text)]);
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const unknown = hashOf("never saved");

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "tingsu-test-")), "audio");
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe.each<[string, () => AudioStore]>([
  ["disk", () => openDiskAudioStore(folder)],
  ["memory", memoryAudioStore],
])("the audio store on %s", (_name, make) => {
  test("gives back what was saved, by the hash of its bytes", async () => {
    const store = make();
    const stored = await store.save(Readable.from([Buffer.from("录"), Buffer.from("音")]), limit());
    expect(stored).toEqual({ sha256: hashOf("录音"), sizeBytes: 6 });
    expect((await buffer(await store.open(stored.sha256))).toString()).toBe("录音");
    expect(await readFile(await store.pathOf(stored.sha256), "utf8")).toBe("录音");
  });

  test("the same recording twice is one", async () => {
    const store = make();
    const twice = await Promise.all([store.save(bytes("a"), limit()), store.save(bytes("a"), limit())]);
    expect(twice[0]).toEqual(twice[1]);
    expect((await buffer(await store.open(hashOf("a")))).toString()).toBe("a");
  });

  test("a range has both its ends", async () => {
    const store = make();
    const { sha256 } = await store.save(bytes("0123456789"), limit());
    expect((await buffer(await store.open(sha256, { start: 2, end: 4 }))).toString()).toBe("234");
  });

  test("one byte more than allowed is too large", async () => {
    await expect(make().save(bytes("12345"), limit(4))).rejects.toMatchObject({ fault: "too_large" });
    await expect(make().save(bytes("1234"), limit(4))).resolves.toMatchObject({ sizeBytes: 4 });
  });

  test("a sender that goes away fails the save", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("half");
        throw new Error("connection lost");
      })(),
    );
    await expect(make().save(broken, limit())).rejects.toThrow("connection lost");
  });

  test("a save ends with its signal, also when no byte comes", async () => {
    const stop = new AbortController();
    const silent = new Readable({ read() {} });
    const saving = make().save(silent, { maxBytes: 10, signal: stop.signal });
    setTimeout(() => stop.abort(new Error("shutting down")), 20);
    await expect(saving).rejects.toThrow("shutting down");
  });

  test.each(["../../etc/passwd", "", unknown.toUpperCase(), `${unknown}\n`, `${unknown}/..`])(
    "%j is no name",
    async (name) => {
      const store = make();
      await expect(store.open(name)).rejects.toMatchObject({ fault: "invalid" });
      await expect(store.pathOf(name)).rejects.toMatchObject({ fault: "invalid" });
      await expect(store.remove(name)).rejects.toMatchObject({ fault: "invalid" });
    },
  );

  test("what is not there is not found, and removing it is no error", async () => {
    const store = make();
    await expect(store.open(unknown)).rejects.toMatchObject({ fault: "not_found" });
    await expect(store.pathOf(unknown)).rejects.toMatchObject({ fault: "not_found" });
    await store.remove(unknown);
  });

  test("what was removed is gone", async () => {
    const store = make();
    const { sha256 } = await store.save(bytes("a"), limit());
    await store.remove(sha256);
    await expect(store.open(sha256)).rejects.toMatchObject({ fault: "not_found" });
  });
});

test("a failed save leaves no file on disk", async () => {
  const store = openDiskAudioStore(folder);
  await expect(store.save(bytes("12345"), limit(4))).rejects.toMatchObject({ fault: "too_large" });
  expect(await filesIn(folder)).toEqual([]);
});

test("only our own user may look into the folder", async () => {
  const { sha256 } = await openDiskAudioStore(folder).save(bytes("a"), limit());
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, sha256.slice(0, 2), sha256))).mode & 0o777).toBe(0o600);
});
