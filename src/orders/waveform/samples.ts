import type { WaveFormat } from "./wave-header.ts";

const full16 = 32_768;

/** One A-law byte as a sample of 16 bits (ITU-T G.711). */
export function fromAlaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = (bits & 15) << 4;
  const size = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return bits & 0x80 ? size : -size;
}

/** One mu-law byte as a sample of 16 bits (ITU-T G.711). */
export function fromMulaw(byte: number): number {
  const bits = ~byte & 0xff;
  const size = ((((bits & 15) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return bits & 0x80 ? -size : size;
}

const alaw = Float32Array.from({ length: 256 }, (_, byte) => fromAlaw(byte) / full16);
const mulaw = Float32Array.from({ length: 256 }, (_, byte) => fromMulaw(byte) / full16);

/** Reads the sample at an offset as a number from -1 to 1. */
export type ReadSample = (bytes: Buffer, at: number) => number;

/** How to read samples of this format. */
export function sampleReader({ encoding, bytesPerSample }: WaveFormat): ReadSample {
  if (encoding === "alaw") return (bytes, at) => alaw[bytes[at] ?? 0] ?? 0;
  if (encoding === "mulaw") return (bytes, at) => mulaw[bytes[at] ?? 0] ?? 0;
  if (encoding === "float") return (bytes, at) => Math.max(-1, Math.min(1, bytes.readFloatLE(at) || 0));
  if (bytesPerSample === 1) return (bytes, at) => (bytes.readUInt8(at) - 128) / 128;
  const full = 2 ** (8 * bytesPerSample - 1);
  return (bytes, at) => bytes.readIntLE(at, bytesPerSample) / full;
}
