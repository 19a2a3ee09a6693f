import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { actorName, authorize } from "../platform/access.ts";
import { record } from "../platform/audit.ts";
import type { Ctx } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { audioTyped } from "./audio-type.ts";
import { drawWaveformJob } from "./jobs.ts";
import type { Peaks, Recording } from "./schema-recording.ts";
import { findCall } from "./store.ts";
import {
  findRecording,
  insertRecording,
  peaksOf,
  type RecordingRow,
  recordingHead,
  recordingOfCall,
} from "./store-recordings.ts";

const another = () => new AppError("conflict", "这通电话已有另一份录音");

/** The hash of bytes that need not be kept. Throws AppError `too_large` past `maxBytes`. */
async function hashOf(bytes: Readable, maxBytes: number): Promise<string> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) throw new AppError("too_large", `录音超过 ${Math.floor(maxBytes / 2 ** 20)} MB`);
    hash.update(chunk);
  }
  return hash.digest("hex");
}

/**
 * Keeps the recording of a call; its bytes are streamed to the store, and its waveform follows in the background. The same recording again is the same.
 * Throws AppError `not_found`, `invalid` for what is no sound, `too_large` past UPLOAD_MAX_BYTES, `conflict` when the call has another one.
 */
export async function addRecording(ctx: Ctx, callId: string, bytes: Readable): Promise<Recording> {
  authorize(ctx.actor, "call.receive");
  await findCall(ctx.db, ctx.actor, callId);
  const maxBytes = ctx.config.uploadMaxBytes;
  const present = await recordingOfCall(ctx.db, callId);
  if (present) {
    if ((await hashOf(bytes, maxBytes)) !== present.sha256) throw another();
    return recordingHead(present);
  }
  const { type, content } = await audioTyped(bytes);
  const stored = await ctx.audioStore.save(content, { maxBytes, signal: ctx.signal });
  const row: RecordingRow = {
    callId,
    ...stored,
    type,
    durationMs: null,
    channels: null,
    sampleRate: null,
    waveform: "等待",
    waveformWhy: null,
    peaksPerSec: null,
    peaks: null,
    addedBy: actorName(ctx.actor),
    addedAt: ctx.now(),
  };
  const isNew = await ctx.inTransaction(async (tx) => {
    const inserted = await insertRecording(tx, row);
    if (inserted) record(tx, ctx, "recording.add", callId, { ...stored, type });
    return inserted;
  });
  if (!isNew) return sameAs(ctx, callId, stored.sha256);
  ctx.events.publish({ callId, what: "recorded" });
  await ctx.ring(drawWaveformJob, { id: callId });
  return recordingHead(row);
}

/** Somebody else's recording came in first: fine when it is the same one. */
async function sameAs(ctx: Ctx, callId: string, sha256: string): Promise<Recording> {
  const present = await findRecording(ctx.db, callId);
  if (present.sha256 !== sha256) throw another();
  return recordingHead(present);
}

/** The recording of a call that the actor may see. Throws AppError `not_found`. */
export async function readRecording(ctx: Ctx, callId: string): Promise<Recording> {
  authorize(ctx.actor, "call.read");
  await findCall(ctx.db, ctx.actor, callId);
  return recordingHead(await findRecording(ctx.db, callId));
}

/** What a screen draws of a call's recording. Throws AppError `not_found`. */
export async function readPeaks(ctx: Ctx, callId: string): Promise<Peaks> {
  authorize(ctx.actor, "call.read");
  await findCall(ctx.db, ctx.actor, callId);
  return peaksOf(ctx.db, callId);
}

/** A player asks for pieces; those of one listening within this time are one entry of the record. */
const oneListeningMs = 10 * 60 * 1000;
const mostKept = 10_000;
const heardAt = new Map<string, number>();

/** Whether this request begins a listening: it starts at the beginning, or the person has not listened to the call for a while. */
function beginsListening(who: string, callId: string, start: number, nowMs: number): boolean {
  const key = `${who} ${callId}`;
  const last = heardAt.get(key) ?? Number.NEGATIVE_INFINITY;
  heardAt.delete(key);
  heardAt.set(key, nowMs);
  const [oldest] = heardAt.keys();
  if (heardAt.size > mostKept && oldest !== undefined) heardAt.delete(oldest);
  return start === 0 || nowMs - last > oneListeningMs;
}

/** Bytes of a recording from `start` to `end`, both in. Who listens is on record before the first byte. Throws AppError `not_found`. */
export async function listenTo(
  ctx: Ctx,
  callId: string,
  recording: Recording,
  range: { start: number; end: number },
): Promise<Readable> {
  authorize(ctx.actor, "call.read");
  const bytes = await ctx.audioStore.open(recording.sha256, range);
  if (beginsListening(actorName(ctx.actor), callId, range.start, ctx.now().getTime()))
    await ctx.inTransaction(async (tx) => record(tx, ctx, "recording.listen", callId, { from: range.start }));
  return bytes;
}
