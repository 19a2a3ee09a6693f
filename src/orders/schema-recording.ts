import { z } from "zod";

/** 等待: not worked out yet. 无波形: the format cannot be decoded here, or the file is broken; `waveformWhy` says which. */
export const Waveform = z.enum(["等待", "已生成", "无波形"]);
export type Waveform = z.infer<typeof Waveform>;

/** The head of a call's recording. */
export const Recording = z.object({
  type: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  durationMs: z.int().nullable(),
  channels: z.int().nullable(),
  sampleRate: z.int().nullable(),
  waveform: Waveform,
  waveformWhy: z.string().nullable(),
  addedAt: z.string(),
});
export type Recording = z.infer<typeof Recording>;

/** What a screen draws: the loudest of each bucket, -1 to 1, one list a channel. Empty without a waveform. */
export const Peaks = z.object({
  waveform: Waveform,
  durationMs: z.int().nullable(),
  peaksPerSec: z.number().nullable(),
  channels: z.array(z.array(z.number())),
});
export type Peaks = z.infer<typeof Peaks>;
