import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeTranscriber } from "../../src/adapters/fake/fake-transcriber.ts";
import { createTranscriptFileTranscriber } from "../../src/adapters/transcript-file-transcriber.ts";
import { AppError } from "../../src/platform/errors.ts";
import type { Transcriber } from "../../src/ports/transcriber.ts";

const call = () => ({ hotWords: [], signal: new AbortController().signal });
const utterances = [
  { i: 0, speaker: "agent" as const, startMs: 0, endMs: 2400, text: "您好" },
  { i: 1, speaker: "citizen" as const, startMs: 2500, endMs: 4000, text: "我要反映个事", confidence: 0.9 },
];
const heard = JSON.stringify({ id: "in-1", direction: "inbound", utterances });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsu-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fromFile = async () => {
  await writeFile(join(folder, "good.wav.json"), heard);
  return createTranscriptFileTranscriber();
};
const fake = async () =>
  fakeTranscriber(({ audio }) =>
    audio.path.endsWith("good.wav")
      ? { utterances, engine: "fake", durationMs: 4000 }
      : new AppError("unreadable", "录音无法识别"),
  );

describe.each<[string, () => Promise<Transcriber>]>([
  ["transcript-file", fromFile],
  ["fake", fake],
])("the transcriber %s", (_name, make) => {
  test("gives the words with who spoke and when", async () => {
    const transcript = await (await make()).transcribe({ path: join(folder, "good.wav") }, call());
    expect(transcript).toMatchObject({ utterances, durationMs: 4000 });
    expect(transcript.engine).not.toBe("");
  });

  test("audio that no try will mend is unreadable, with a reason in Chinese", async () => {
    const failure = await (await make()).transcribe({ path: join(folder, "bad.wav") }, call()).catch((error) => error);
    expect(failure).toMatchObject({ fault: "unreadable" });
    expect(failure.message).toMatch(/\p{Script=Han}/u);
  });

  test("a call whose signal has ended is not begun", async () => {
    const signal = AbortSignal.abort(new Error("shutting down"));
    await expect(
      (await make()).transcribe({ path: join(folder, "good.wav") }, { hotWords: [], signal }),
    ).rejects.toThrow();
  });
});

test.each([
  ["call.json", "call.json"],
  ["call.wav", "call.wav.json"],
  ["call.wav", "call.json"],
])("for %s the words are taken from %s", async (audio, file) => {
  await writeFile(join(folder, file), heard);
  const transcript = await createTranscriptFileTranscriber().transcribe({ path: join(folder, audio) }, call());
  expect(transcript.utterances).toEqual(utterances);
});

test.each([
  "not json",
  "[]",
  '{"utterances":[]}',
  '{"utterances":[{"i":0,"speaker":"robot","startMs":0,"endMs":1,"text":""}]}',
  '{"utterances":[{"i":0,"speaker":"agent","startMs":5,"endMs":1,"text":""}]}',
])("a file that holds %s is unreadable", async (text) => {
  await writeFile(join(folder, "call.json"), text);
  const reading = createTranscriptFileTranscriber().transcribe({ path: join(folder, "call.json") }, call());
  await expect(reading).rejects.toMatchObject({ fault: "unreadable" });
});
