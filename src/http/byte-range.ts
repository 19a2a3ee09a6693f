export type ByteRange = { start: number; end: number };

/**
 * The part of a file that a Range header asks for, both ends in. Null: the whole file (no header, several parts, or one we do not understand; RFC 9110
 * lets a server ignore it). "none": nothing of the file lies in it, so 416.
 */
export function byteRangeOf(header: string | undefined, sizeBytes: number): ByteRange | "none" | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (!match || (from === "" && to === "")) return null;
  if (from === "") {
    const length = Math.min(Number(to), sizeBytes);
    return length === 0 ? "none" : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(from);
  const end = to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== "" && Number(to) < start) return null;
  return start >= sizeBytes ? "none" : { start, end };
}
