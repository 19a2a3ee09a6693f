export type AudioFile = { path: string };

/** Field names as in contracts.md section 1; times in milliseconds from the start of the recording. */
export type TranscribedUtterance = {
  i: number;
  speaker: "agent" | "citizen" | "unknown";
  startMs: number;
  endMs: number;
  text: string;
  confidence?: number | undefined;
  lowConfidence?: boolean | undefined;
};

export type Transcript = { utterances: TranscribedUtterance[]; engine: string; durationMs: number };

/** Throws AppError: `unreadable` for audio no retry will mend, `unavailable` when the engine died or ran out of time. */
export type Transcriber = {
  readonly id: string;
  transcribe(audio: AudioFile, call: { hotWords: readonly string[]; signal: AbortSignal }): Promise<Transcript>;
};
