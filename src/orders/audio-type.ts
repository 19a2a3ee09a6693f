import type { Readable } from "node:stream";
import { AppError } from "../platform/errors.ts";
import { peek } from "./peek.ts";

const headBytes = 16;

const letters = (head: Buffer, at: number, length: number): string => head.toString("latin1", at, at + length);

/** MPEG audio begins with eleven set bits; the layer bits are 00 for AAC in ADTS only. */
function framed(head: Buffer): string | null {
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  if ((second & 0x06) === 0) return (second & 0xf0) === 0xf0 ? "audio/aac" : null;
  return (second & 0x18) === 0x08 ? null : "audio/mpeg";
}

/** The type of a sound file by its first bytes; null when it is none that we know. */
export function audioTypeOf(head: Buffer): string | null {
  if (letters(head, 0, 4) === "RIFF" && letters(head, 8, 4) === "WAVE") return "audio/wav";
  if (letters(head, 0, 4) === "OggS") return "audio/ogg";
  if (letters(head, 0, 4) === "fLaC") return "audio/flac";
  if (letters(head, 0, 5) === "#!AMR") return "audio/amr";
  if (letters(head, 0, 3) === "ID3") return "audio/mpeg";
  if (letters(head, 4, 4) === "ftyp" && /^(?:M4A|M4B|mp4|iso|3gp|dash)/.test(letters(head, 8, 4))) return "audio/mp4";
  return framed(head);
}

/** The type of a recording by its own bytes, and all of its bytes again. Throws AppError `invalid` for what is no sound. */
export async function audioTyped(bytes: Readable): Promise<{ type: string; content: Readable }> {
  const { head, content } = await peek(bytes, headBytes);
  if (!head.length) throw new AppError("invalid", "录音是空的");
  const type = audioTypeOf(head);
  if (!type) throw new AppError("invalid", "只接受录音文件：WAV、MP3、OGG、FLAC、M4A、AAC、AMR");
  return { type, content };
}
