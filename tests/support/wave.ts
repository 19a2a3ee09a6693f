/** Turns samples from -1 to 1, one list a channel, into the bytes of a WAV file of 16 bits. */
export function waveOf(channels: readonly (readonly number[])[], sampleRate = 8000): Buffer<ArrayBuffer> {
  const frames = channels[0]?.length ?? 0;
  const data = Buffer.alloc(frames * channels.length * 2);
  for (let frame = 0; frame < frames; frame += 1)
    channels.forEach((list, channel) => {
      data.writeInt16LE(Math.round((list[frame] ?? 0) * 32767), (frame * channels.length + channel) * 2);
    });
  return Buffer.concat([
    waveHeader({ tag: 1, bits: 16, channels: channels.length, sampleRate, dataBytes: data.length }),
    data,
  ]);
}

/** The first 44 bytes of a WAV file. */
export function waveHeader(of: {
  tag: number;
  bits: number;
  channels: number;
  sampleRate: number;
  dataBytes: number;
}): Buffer<ArrayBuffer> {
  const { tag, bits, channels, sampleRate, dataBytes } = of;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE((36 + dataBytes) >>> 0, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(tag, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE((sampleRate * channels * bits) / 8, 28);
  head.writeUInt16LE((channels * bits) / 8, 32);
  head.writeUInt16LE(bits, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(dataBytes, 40);
  return head;
}

/** A tone of so many seconds, so loud. */
export const tone = (sec: number, loudness: number, sampleRate = 8000): number[] =>
  Array.from(
    { length: Math.round(sec * sampleRate) },
    (_, at) => loudness * Math.sin((2 * Math.PI * 440 * at) / sampleRate),
  );
