import type { AudioFile, Transcriber, Transcript } from "../../ports/transcriber.ts";
import { type Script, scripted } from "./scripted.ts";

export type TranscribeCall = { audio: AudioFile; hotWords: readonly string[] };

/** Hears what the script says. */
export function fakeTranscriber(
  script: Script<TranscribeCall, Transcript | Error>,
): Transcriber & { calls: TranscribeCall[] } {
  const fake = scripted(script);
  return {
    id: "fake",
    calls: fake.calls,
    async transcribe(audio, { hotWords, signal }) {
      signal.throwIfAborted();
      const transcript = await fake.answer({ audio, hotWords });
      if (transcript instanceof Error) throw transcript;
      return transcript;
    },
  };
}
