import { describe, expect, it } from "vitest";
import { firstMatch } from "./match.ts";

describe("firstMatch", () => {
  it("finds the first cue and says where it stands", () => {
    expect(firstMatch({ cues: ["路灯", "井盖"] }, "小区门口井盖没了，路灯也不亮")).toEqual({
      index: 4,
      length: 2,
      text: "井盖",
    });
  });

  it("takes the longest cue where two begin together", () => {
    expect(firstMatch({ cues: ["停水", "停水通知"] }, "看到停水通知")?.text).toBe("停水通知");
  });

  it("skips a cue inside a notCue and finds the next one", () => {
    const match = (text: string) => firstMatch({ cues: ["满意"], notCues: ["不满意"] }, text);
    expect(match("我不满意")).toBeNull();
    expect(match("我不满意，后来满意了")?.index).toBe(7);
  });

  it("keeps a cue that only overlaps a notCue", () => {
    expect(firstMatch({ cues: ["路灯不亮"], notCues: ["亮红灯"] }, "路灯不亮红灯")?.text).toBe("路灯不亮");
  });

  it("matches patterns by code point and lets notPatterns block them", () => {
    const match = (text: string) =>
      firstMatch({ patterns: ["[几\\d]+个人被困"], notPatterns: ["演习.{0,9}被困"] }, text);
    expect(match("𠮷家村3个人被困")?.text).toBe("3个人被困");
    expect(match("演习里有3个人被困")).toBeNull();
  });

  it("reads marks in a cue as plain letters", () => {
    expect(firstMatch({ cues: ["A.B(1)"] }, "AxB1 A.B(1)")?.index).toBe(5);
  });

  it("finds nothing without cues", () => {
    expect(firstMatch({ notCues: ["路灯"] }, "路灯")).toBeNull();
  });
});
