import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { recordingUrl } from "../../api-quality.ts";
import type { Recording } from "../../types-quality.ts";

/** What can be done with the sound of the call on the screen. `null` while there is none. */
export type Sound = {
  audio: HTMLAudioElement;
  /** Plays from a moment, or on from where it stands. */
  play: (fromMs?: number) => void;
  pause: () => void;
  seek: (ms: number) => void;
  setSpeed: (speed: number) => void;
};

const SoundContext = createContext<Sound | null>(null);
export const useSound = () => useContext(SoundContext);

type Props = { callId: string; recording: Recording | null; children: ReactNode };

/**
 * Holds the sound of one call for all that stands below: waveform, transcript, list. Nothing is fetched until somebody plays
 * or seeks: every listening is on record.
 */
export function SoundProvider({ callId, recording, children }: Props) {
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const sound = useMemo(() => (audio ? soundOf(audio) : null), [audio]);
  return (
    <SoundContext value={sound}>
      {recording && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript stands beside it.
        <audio key={recording.sha256} ref={setAudio} src={recordingUrl(callId)} preload="none" />
      )}
      {children}
    </SoundContext>
  );
}

function soundOf(audio: HTMLAudioElement): Sound {
  let speed = 1;
  const seek = (ms: number) => {
    const sec = Math.max(0, ms / 1000);
    // A sound that is not loaded yet has no place to go to.
    if (audio.readyState > 0) audio.currentTime = sec;
    else {
      audio.addEventListener("loadedmetadata", () => (audio.currentTime = sec), { once: true });
      audio.preload = "auto";
      if (audio.networkState !== HTMLMediaElement.NETWORK_LOADING) audio.load();
    }
  };
  return {
    audio,
    seek,
    play: (fromMs) => {
      if (fromMs !== undefined) seek(fromMs);
      audio.playbackRate = speed;
      // What fails is told by the audio's own error event; a pause that comes first is no failure.
      audio.play().catch(() => undefined);
    },
    pause: () => audio.pause(),
    setSpeed: (next) => {
      speed = next;
      audio.playbackRate = next;
    },
  };
}

const timeEvents = ["timeupdate", "seeking", "seeked", "loadedmetadata", "emptied"];
const playEvents = ["play", "pause", "ended", "emptied"];

function useAudio<Value>(events: readonly string[], read: (audio: HTMLAudioElement) => Value, without: Value): Value {
  const audio = useSound()?.audio;
  return useSyncExternalStore(
    (onChange) => {
      for (const event of events) audio?.addEventListener(event, onChange);
      return () => {
        for (const event of events) audio?.removeEventListener(event, onChange);
      };
    },
    () => (audio ? read(audio) : without),
  );
}

export const useIsPlaying = (): boolean => useAudio(playEvents, ({ paused }) => !paused, false);

/** Where the sound stands, seen through `of` (of milliseconds), so that a reader draws anew only when that changes. */
export const useSoundTime = <Value extends number | string>(of: (ms: number) => Value): Value =>
  useAudio(timeEvents, ({ currentTime }) => of(currentTime * 1000), of(0));

/** The length of the sound itself in ms, once it is loaded; else null. */
export const useLoadedLength = (): number | null =>
  useAudio(
    ["durationchange", "emptied"],
    ({ duration }) => (Number.isFinite(duration) ? Math.round(duration * 1000) : null),
    null,
  );

/** True when the browser could not play it. Cleared by the next try. */
export function useSoundFailed(): boolean {
  const audio = useSound()?.audio;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!audio) return;
    const on = () => setFailed(true);
    const off = () => setFailed(false);
    audio.addEventListener("error", on);
    audio.addEventListener("playing", off);
    return () => {
      audio.removeEventListener("error", on);
      audio.removeEventListener("playing", off);
    };
  }, [audio]);
  return failed;
}
