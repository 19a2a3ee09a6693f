import { and, asc, eq, getTableColumns, inArray, lt } from "drizzle-orm";
import { toShanghaiIso } from "../platform/clock.ts";
import type { Db } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Peaks, Recording } from "./schema-recording.ts";
import { recordings } from "./table.ts";

export type RecordingRow = typeof recordings.$inferSelect;
type Head = Omit<RecordingRow, "peaks">;

const { peaks: _, ...headColumns } = getTableColumns(recordings);

export const recordingHead = (row: Head): Recording => ({
  type: row.type,
  sizeBytes: row.sizeBytes,
  sha256: row.sha256,
  durationMs: row.durationMs,
  channels: row.channels,
  sampleRate: row.sampleRate,
  waveform: row.waveform,
  waveformWhy: row.waveformWhy,
  addedAt: toShanghaiIso(row.addedAt),
});

/** The head of a call's recording, for callers that were let to the call. */
export const recordingOfCall = async (db: Db, callId: string): Promise<Head | undefined> =>
  (await db.select(headColumns).from(recordings).where(eq(recordings.callId, callId)))[0];

/** Throws AppError `not_found` when the call has none. */
export async function findRecording(db: Db, callId: string): Promise<Head> {
  const row = await recordingOfCall(db, callId);
  if (!row) throw notFound("录音");
  return row;
}

/** What is drawn of a call's recording. Throws AppError `not_found`. */
export async function peaksOf(db: Db, callId: string): Promise<Peaks> {
  const [row] = await db.select().from(recordings).where(eq(recordings.callId, callId));
  if (!row) throw notFound("录音");
  const { waveform, durationMs, peaksPerSec, peaks } = row;
  return { waveform, durationMs, peaksPerSec, channels: peaks ?? [] };
}

/** Keeps the head of a recording; false when the call has one. */
export const insertRecording = async (tx: Db, row: RecordingRow): Promise<boolean> =>
  (await tx.insert(recordings).values(row).onConflictDoNothing().returning({ id: recordings.callId })).length > 0;

/** Ends the waiting for a waveform; false when it did not wait any more. */
export const settleWaveform = async (tx: Db, callId: string, change: Partial<RecordingRow>): Promise<boolean> => {
  const waits = and(eq(recordings.callId, callId), eq(recordings.waveform, "等待"));
  return (await tx.update(recordings).set(change).where(waits).returning({ id: recordings.callId })).length > 0;
};

/** Recordings whose waveform is not worked out yet, oldest first. */
export const recordingsWaitingSince = (db: Db, olderThan: Date) =>
  db
    .select({ id: recordings.callId })
    .from(recordings)
    .where(and(eq(recordings.waveform, "等待"), lt(recordings.addedAt, olderThan)))
    .orderBy(asc(recordings.addedAt))
    .limit(500);

/** Of these calls, the ones with a recording. */
export const callsWithRecording = async (db: Db, callIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (callIds.length === 0) return new Set();
  const rows = await db
    .select({ id: recordings.callId })
    .from(recordings)
    .where(inArray(recordings.callId, [...callIds]));
  return new Set(rows.map(({ id }) => id));
};
