import { describe, expect, test } from "vitest";
import { channelSpeakers } from "./channels.ts";

const said = [
  { speaker: "citizen" as const, startMs: 0, endMs: 2_000 },
  { speaker: "agent" as const, startMs: 2_000, endMs: 4_000 },
];
const [first, second] = [
  [0.6, 0.5, 0.02, 0.01],
  [0.01, 0.02, 0.4, 0.5],
];

describe("whose channel it is", () => {
  test("is told by who is loud in it while who speaks", () => {
    expect(channelSpeakers([first, second], 4_000, said)).toEqual(["citizen", "agent"]);
    expect(channelSpeakers([second, first], 4_000, said)).toEqual(["agent", "citizen"]);
  });

  test("is not told where both are heard in both, nor of one channel, nor when one says nothing", () => {
    expect(channelSpeakers([first, [0.4, 0.4, 0.5, 0.5]], 4_000, said)).toEqual(["unknown", "unknown"]);
    expect(channelSpeakers([first], 4_000, said)).toEqual(["unknown"]);
    expect(channelSpeakers([first, second], 4_000, said.slice(0, 1))).toEqual(["unknown", "unknown"]);
  });
});
