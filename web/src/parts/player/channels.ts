type Speaker = "agent" | "citizen" | "unknown";
type Said = { speaker: Speaker; startMs: number; endMs: number };

/** A channel belongs to whoever is so many times louder in it than the other. */
const clearTimes = 3;
/** Below this the loudness is a line's hum. */
const quiet = 0.001;

/** The mean loudness of a channel while one person speaks; null when that person says nothing. */
function loudnessOf(
  channel: readonly number[],
  peaksPerMs: number,
  said: readonly Said[],
  speaker: Speaker,
): number | null {
  const heard = said
    .filter((each) => each.speaker === speaker)
    .flatMap(({ startMs, endMs }) => channel.slice(Math.floor(startMs * peaksPerMs), Math.ceil(endMs * peaksPerMs)));
  return heard.length === 0 ? null : heard.reduce((sum, peak) => sum + Math.abs(peak), 0) / heard.length;
}

function speakerOf(channel: readonly number[], peaksPerMs: number, said: readonly Said[]): Speaker {
  const agent = loudnessOf(channel, peaksPerMs, said, "agent");
  const citizen = loudnessOf(channel, peaksPerMs, said, "citizen");
  if (agent === null || citizen === null) return "unknown";
  if (agent > Math.max(citizen, quiet) * clearTimes) return "agent";
  return citizen > Math.max(agent, quiet) * clearTimes ? "citizen" : "unknown";
}

/**
 * Whose voice is in each of two channels, by how loud it is while each of them speaks; `unknown` for both unless one is clearly the agent's
 * and the other the citizen's.
 */
export function channelSpeakers(
  channels: readonly (readonly number[])[],
  durationMs: number,
  said: readonly Said[],
): Speaker[] {
  const speakers = channels.map((channel) => speakerOf(channel, channel.length / Math.max(1, durationMs), said));
  const isClear = speakers.length === 2 && speakers.includes("agent") && speakers.includes("citizen");
  return isClear ? speakers : channels.map(() => "unknown");
}
