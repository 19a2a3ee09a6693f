import { useEffect, useRef } from "react";
import WaveSurfer from "wavesurfer.js";
import type { Peaks } from "../../types-quality.ts";
import { useSound } from "./sound.tsx";

/** What each channel is drawn with; a recording of one channel has the first. */
const colours = [
  { waveColor: "#9db8d2", progressColor: "#1f5f99" },
  { waveColor: "#d6bf94", progressColor: "#8a5a00" },
] as const;

const heightPx = { one: 56, each: 34 };

/** The loudness over time; two channels are drawn apart, the upper is the first. A click goes there. */
export function Waveform({ peaks }: { peaks: Peaks }) {
  const box = useRef<HTMLDivElement>(null);
  const sound = useSound();
  useEffect(() => {
    const container = box.current;
    if (!container || !sound || peaks.durationMs === null) return;
    const isSplit = peaks.channels.length > 1;
    const wave = WaveSurfer.create({
      container,
      media: sound.audio,
      peaks: peaks.channels,
      duration: peaks.durationMs / 1000,
      height: isSplit ? heightPx.each : heightPx.one,
      cursorColor: "#b3261e",
      cursorWidth: 2,
      barWidth: 2,
      barGap: 1,
      normalize: true,
      // A click is ours: the sound may not be loaded yet.
      interact: false,
      ...(isSplit ? { splitChannels: colours.map((each) => ({ ...each, overlay: false })) } : colours[0]),
    });
    const stop = wave.on("click", (share) => sound.seek(share * (peaks.durationMs ?? 0)));
    return () => {
      stop();
      wave.destroy();
    };
  }, [sound, peaks]);
  return <div className="wave" ref={box} />;
}
