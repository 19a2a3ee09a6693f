import { sampleReader } from "./samples.ts";
import { readHeader, type WaveFormat } from "./wave-header.ts";

export type Drawn = {
  durationMs: number;
  channels: number;
  sampleRate: number;
  peaksPerSec: number;
  /** The loudest sample of each bucket, 0 to 1, one list a channel. */
  peaks: number[][];
};

const finestPerSec = 50;
const mostBuckets = 6_000;
const longestHeaderBytes = 1024 * 1024;

type Sink = { add(frames: Buffer): void; end(): Drawn };

/** Gathers the loudest sample of each fiftieth of a second. */
function openSink(format: WaveFormat): Sink {
  const { channels, bytesPerSample, sampleRate } = format;
  const read = sampleReader(format);
  const frameBytes = channels * bytesPerSample;
  const bucketFrames = Math.max(1, Math.round(sampleRate / finestPerSec));
  const fine: number[][] = Array.from({ length: channels }, () => []);
  let frames = 0;
  return {
    add(bytes) {
      for (let at = 0; at + frameBytes <= bytes.length; at += frameBytes) {
        const bucket = Math.floor(frames / bucketFrames);
        for (let channel = 0; channel < channels; channel += 1) {
          const loudness = Math.abs(read(bytes, at + channel * bytesPerSample));
          const list = fine[channel];
          if (list && loudness >= (list[bucket] ?? 0)) list[bucket] = loudness;
        }
        frames += 1;
      }
    },
    end() {
      const buckets = fine[0]?.length ?? 0;
      const merged = Math.max(1, Math.ceil(buckets / mostBuckets));
      return {
        durationMs: Math.round((frames * 1000) / sampleRate),
        channels,
        sampleRate,
        peaksPerSec: sampleRate / bucketFrames / merged,
        peaks: fine.map((list) => merge(list, merged)),
      };
    },
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function merge(list: readonly number[], size: number): number[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, at) =>
    rounded(Math.max(...list.slice(at * size, (at + 1) * size).map((value) => value ?? 0))),
  );
}

/**
 * Draws a WAV file (PCM, float, A-law, mu-law) as it streams by, whatever its length; a file that breaks off is drawn as far as it goes.
 * A string says why it cannot be drawn.
 */
export async function drawWave(bytes: AsyncIterable<Buffer>): Promise<Drawn | string> {
  let held: Buffer = Buffer.alloc(0);
  let sink: Sink | null = null;
  let frameBytes = 1;
  let left = Number.POSITIVE_INFINITY;
  for await (const chunk of bytes) {
    held = held.length ? Buffer.concat([held, chunk]) : chunk;
    if (!sink) {
      const header = readHeader(held);
      if ("reason" in header) return header.reason;
      if ("more" in header) {
        if (held.length > longestHeaderBytes) return "WAV 文件头过长";
        continue;
      }
      const { format } = header;
      sink = openSink(format);
      frameBytes = format.channels * format.bytesPerSample;
      left = format.dataBytes ?? left;
      held = held.subarray(format.dataAt);
    }
    const whole = Math.min(left, held.length) - (Math.min(left, held.length) % frameBytes);
    sink.add(held.subarray(0, whole));
    left -= whole;
    if (left < frameBytes) break;
    held = Buffer.from(held.subarray(whole));
  }
  return sink ? sink.end() : "WAV 文件不完整";
}
