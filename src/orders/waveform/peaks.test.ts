import { describe, expect, test } from "vitest";
import { tone, waveHeader, waveOf } from "../../../tests/support/wave.ts";
import { audioTypeOf } from "../audio-type.ts";
import { type Drawn, drawWave } from "./peaks.ts";
import { fromAlaw, fromMulaw } from "./samples.ts";

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const draw = async (bytes: Buffer, size = 64_000): Promise<Drawn> => {
  const drawn = await drawWave(pieces(bytes, size));
  if (typeof drawn === "string") throw new Error(drawn);
  return drawn;
};

const loudIn = (list: readonly number[] | undefined, fromSec: number, untilSec: number, perSec: number) =>
  Math.max(...(list ?? []).slice(Math.round(fromSec * perSec), Math.round(untilSec * perSec)));

describe("a WAV file is drawn", () => {
  const agent = [...tone(1, 0.8), ...tone(1, 0)];
  const citizen = [...tone(1, 0), ...tone(1, 0.4)];

  test("by channel and time, in whatever pieces it comes", async () => {
    const bytes = waveOf([agent, citizen]);
    const whole = await draw(bytes);
    expect(whole).toMatchObject({ durationMs: 2000, channels: 2, sampleRate: 8000, peaksPerSec: 50 });
    expect(whole.peaks[0]).toHaveLength(100);
    expect(loudIn(whole.peaks[0], 0, 1, 50)).toBeCloseTo(0.8, 2);
    expect(loudIn(whole.peaks[0], 1, 2, 50)).toBe(0);
    expect(loudIn(whole.peaks[1], 1, 2, 50)).toBeCloseTo(0.4, 2);
    for (const size of [1, 7, 45, 1001]) expect(await draw(bytes, size)).toEqual(whole);
  });

  test("an hour in few enough buckets", async () => {
    const second = Buffer.alloc(8000, 0xff);
    const bytes = Buffer.concat([
      waveHeader({ tag: 7, bits: 8, channels: 1, sampleRate: 8000, dataBytes: 8000 * 3600 }),
      ...Array.from({ length: 3600 }, () => second),
    ]);
    const drawn = await draw(bytes);
    expect(drawn.durationMs).toBe(3_600_000);
    expect(drawn.peaks[0]?.length).toBe(6000);
    expect(drawn.peaksPerSec * 3600).toBeCloseTo(6000, 5);
  });

  test("as far as it goes when it breaks off or does not know its length", async () => {
    const bytes = waveOf([agent]);
    expect((await draw(bytes.subarray(0, 44 + 8000 * 2))).durationMs).toBe(1000);
    const streamed = Buffer.from(bytes);
    streamed.writeUInt32LE(0xffffffff, 40);
    expect((await draw(streamed)).durationMs).toBe(2000);
  });

  test("past chunks that say other things, and not past its samples", async () => {
    const bytes = waveOf([agent]);
    const list = Buffer.concat([Buffer.from("LIST\x05\0\0\0INFO\0\0", "latin1")]);
    const withList = Buffer.concat([bytes.subarray(0, 36), list, bytes.subarray(36), Buffer.alloc(4000, 0x7f)]);
    expect(await draw(withList)).toEqual(await draw(bytes));
  });

  test.each([
    [1, 8, Buffer.from([128, 255, 0, 128]), [1]],
    [1, 24, Buffer.from([0, 0, 0x40, 0, 0, 0xc0]), [0.5]],
    [6, 8, Buffer.from([0xd5, 0xaa]), [0.984]],
    [7, 8, Buffer.from([0xff, 0x80]), [0.98]],
  ])("with samples of tag %i and %i bits", async (tag, bits, data, peaks) => {
    const head = waveHeader({ tag, bits, channels: 1, sampleRate: 8000, dataBytes: data.length });
    expect((await draw(Buffer.concat([head, data]))).peaks).toEqual([peaks]);
  });

  test.each([
    [17, 4, /IMA ADPCM/],
    [49, 0, /GSM/],
    [1, 12, /12 位/],
  ])("not with tag %i and %i bits, and the reason is said", async (tag, bits, words) => {
    const head = waveHeader({ tag, bits, channels: 1, sampleRate: 8000, dataBytes: 100 });
    expect(await drawWave(pieces(Buffer.concat([head, Buffer.alloc(100)]), 64))).toMatch(words);
  });

  test("not from a head alone", async () => {
    expect(await drawWave(pieces(Buffer.from("RIFF\0\0\0\0WAVE", "latin1"), 64))).toMatch(/不完整/);
  });
});

test("G.711 bytes are the samples of the standard's tables", () => {
  expect([0x00, 0x80, 0x2a, 0xaa, 0xd5, 0x55].map(fromAlaw)).toEqual([-5504, 5504, -32256, 32256, 8, -8]);
  expect([0x00, 0x80, 0xff, 0x7f, 0xf0].map(fromMulaw)).toEqual([-32124, 32124, 0, -0, 120]);
});

test.each([
  ["RIFF\0\0\0\0WAVEfmt ", "audio/wav"],
  ["OggS\0\x02", "audio/ogg"],
  ["fLaC\0\0", "audio/flac"],
  ["#!AMR\n", "audio/amr"],
  ["ID3\x04\0", "audio/mpeg"],
  ["\xff\xfb\x90\x64", "audio/mpeg"],
  ["\xff\xf1\x50\x80", "audio/aac"],
  ["\0\0\0\x20ftypM4A ", "audio/mp4"],
  ["RIFF\0\0\0\0AVI LIST", null],
  ["\xff\xd8\xff\xe0", null],
  ["<html>", null],
  ["", null],
])("%j is %s", (head, type) => {
  expect(audioTypeOf(Buffer.from(head, "latin1"))).toBe(type);
});
