import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { findRecording, type RecordingRow, settleWaveform } from "./store-recordings.ts";
import { drawWave } from "./waveform/peaks.ts";

/** Works out what a screen draws of a recording, once. What cannot be decoded here is said to have no waveform, with the reason. */
export async function drawWaveform(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const row = await findRecording(ctx.db, id);
  if (row.waveform !== "等待") return;
  if (row.type !== "audio/wav")
    return settle(ctx, id, none(`${row.type} 的波形要等语音识别部分解码，录音可以正常收听`));
  const drawn = await drawWave(await ctx.audioStore.open(row.sha256));
  if (typeof drawn === "string") return settle(ctx, id, none(drawn));
  await settle(ctx, id, { waveform: "已生成", waveformWhy: null, ...drawn });
}

const none = (waveformWhy: string) => ({ waveform: "无波形" as const, waveformWhy });

async function settle(ctx: Ctx, id: string, change: Partial<RecordingRow>): Promise<void> {
  const isFirst = await ctx.inTransaction(async (tx) => {
    const settled = await settleWaveform(tx, id, change);
    if (settled) record(tx, ctx, "recording.waveform", id, { waveform: change.waveform });
    return settled;
  });
  if (isFirst) ctx.events.publish({ callId: id, what: "recorded" });
}

/** After the last attempt: no waveform, with the reason. */
export const giveUpWaveform = (ctx: Ctx, { id }: { id: string }, reason: string): Promise<void> =>
  settle(ctx, id, none(reason));
