import { describe, expect, test } from "vitest";
import { loadRules, says } from "../../platform/rules/index.ts";

const { recording, listening } = loadRules("rules", "yunling");
const topics: Readonly<Record<string, { asked?: Parameters<typeof says>[0] } | undefined>> = listening.topics;

describe("the ready question of each element", () => {
  test.each(recording.elements)("$label: is a question, asked once only", ({ ask }) => {
    expect(ask).toMatch(/？$/u);
    expect(recording.elements.filter((other) => other.ask === ask)).toHaveLength(1);
  });

  const heard = recording.elements.filter(({ key }) => (topics[key]?.asked?.patterns ?? []).length > 0);
  test.each(heard)("$label: is heard as asking for it", ({ key, ask }) => {
    expect(says(topics[key]?.asked, ask)).toBe(true);
  });
});
