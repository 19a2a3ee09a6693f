/** How the samples of a WAV file are written. `dataAt` is the offset of its first sample. */
export type WaveFormat = {
  encoding: "pcm" | "float" | "alaw" | "mulaw";
  channels: number;
  sampleRate: number;
  bytesPerSample: number;
  dataAt: number;
  /** Null when the writer did not know it: then the samples go on to the end. */
  dataBytes: number | null;
};

/** `more`: the header goes on after these bytes. A string says why the file cannot be drawn. */
export type Header = { format: WaveFormat } | { more: true } | { reason: string };

const encodings: Record<number, WaveFormat["encoding"]> = { 1: "pcm", 3: "float", 6: "alaw", 7: "mulaw" };
const names: Record<number, string> = { 2: "ADPCM", 17: "IMA ADPCM", 49: "GSM 6.10", 85: "MP3" };
const extensible = 0xfffe;
const unknownSize = 0xffffffff;

type Format = Omit<WaveFormat, "dataAt" | "dataBytes">;

function readFormat(chunk: Buffer): Format | string {
  const named = chunk.readUInt16LE(0);
  const tag = named === extensible && chunk.length >= 26 ? chunk.readUInt16LE(24) : named;
  const encoding = encodings[tag];
  if (!encoding) return `WAV 编码 ${names[tag] ?? tag} 暂不能解码`;
  const channels = chunk.readUInt16LE(2);
  const sampleRate = chunk.readUInt32LE(4);
  const bits = chunk.readUInt16LE(14);
  const allowed = { pcm: [8, 16, 24, 32], float: [32], alaw: [8], mulaw: [8] }[encoding];
  if (!allowed.includes(bits)) return `WAV 每样本 ${bits} 位，暂不能解码`;
  if (channels < 1 || channels > 8 || sampleRate < 1000 || sampleRate > 384_000) return "WAV 文件头不正确";
  return { encoding, channels, sampleRate, bytesPerSample: bits / 8 };
}

/** Reads the head of a WAV file from its first bytes. */
export function readHeader(bytes: Buffer): Header {
  let format: Format | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === "data") {
      if (!format) return { reason: "WAV 文件没有格式说明" };
      const isKnown = size > 0 && size < unknownSize;
      return { format: { ...format, dataAt: at + 8, dataBytes: isKnown ? size : null } };
    }
    if (name === "fmt ") {
      if (size < 16) return { reason: "WAV 文件头不正确" };
      if (at + 8 + size > bytes.length) return { more: true };
      const read = readFormat(bytes.subarray(at + 8, at + 8 + size));
      if (typeof read === "string") return { reason: read };
      format = read;
    }
    at += 8 + size + (size % 2);
  }
  return { more: true };
}
