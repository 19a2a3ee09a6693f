import type { Readable } from "node:stream";

export type StoredAudio = { sha256: string; sizeBytes: number };

/**
 * Recordings by the SHA-256 of their bytes, so the same recording is kept once and a name never comes from outside.
 * `save` throws AppError `too_large` past `maxBytes`, and leaves nothing behind when it fails.
 * `open` and `pathOf` throw AppError `not_found`; a name that is not 64 hex digits is `invalid`.
 */
export type AudioStore = {
  readonly id: string;
  save(bytes: Readable, limit: { maxBytes: number; signal: AbortSignal }): Promise<StoredAudio>;
  open(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  pathOf(sha256: string): Promise<string>;
  remove(sha256: string): Promise<void>;
};
