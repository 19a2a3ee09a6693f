import { describe, expect, test } from "vitest";
import { normalise, sourceWords } from "./normalise.ts";
import { isUnmarked, setMarks } from "./set-marks.ts";

const marked = (source: string): string => setMarks(normalise(source)).text;
const withoutMarks = (text: string): string => text.replace(/[，。？]/gu, "");

describe("speech without marks", () => {
  test.each([
    ["您好请问有什么可以帮您", "您好，请问有什么可以帮您？"],
    ["路灯坏了三个月没人修我打过电话了", "路灯坏了三个月没人修，我打过电话了。"],
    ["先生您别生气请问您贵姓", "先生您别生气，请问您贵姓？"],
    ["我跟您确认一下您反映的是楼下烧烤店油烟大对吗", "我跟您确认一下，您反映的是楼下烧烤店油烟大，对吗？"],
  ])("%s", (source, wanted) => expect(marked(source)).toBe(wanted));

  test("numbers, words of letters and characters of two halves are never parted", () => {
    for (const source of ["我电话13900001111你记一下", "我在KFC上班那个APP打不开", "那个字是𠮷就是土字头"]) {
      const pieces = source.match(/[0-9]+|[A-Z]+|𠮷/gu) ?? [];
      for (const piece of pieces) expect(marked(source)).toContain(piece);
    }
  });

  test("no word is lost or added, and quotes over a mark are the source's own words", () => {
    const words = [
      "我",
      "那个",
      "路灯",
      "坏了",
      "呃",
      "三个月",
      "没人修",
      "您好",
      "请问",
      "138",
      "，",
      " ",
      "樓下",
      "吗",
      "𠮷",
      "",
    ];
    for (let seed = 0; seed < 400; seed += 1) {
      const source = Array.from({ length: seed % 23 }, (_, at) => words[(seed * 7 + at * at * 3) % words.length]).join(
        "",
      );
      const before = normalise(source);
      const after = setMarks(before);
      expect(withoutMarks(after.text)).toBe(withoutMarks(before.text));
      expect([after.starts.length, after.ends.length]).toEqual([after.text.length, after.text.length]);
      for (let start = 0; start < after.text.length; start += 3) {
        const quote = sourceWords(after, start, start + 5);
        expect(source).toContain(quote);
      }
    }
  });

  test("a stretch of one set mark alone quotes nothing", () => {
    const plain = setMarks(normalise("您好请问有什么可以帮您"));
    const at = plain.text.indexOf("，");
    expect(at).toBeGreaterThan(0);
    expect(sourceWords(plain, at, at + 1)).toBe("");
  });

  test("no mark is set beside one that is there", () => {
    for (const source of ["您好，请问有什么可以帮您？", "先生您别生气，请问您贵姓。", "路灯、垃圾桶坏了！"]) {
      expect(marked(source)).toBe(source);
    }
  });

  test("the text stays as it is without a model", () => {
    const plain = normalise("您好请问有什么可以帮您");
    expect(setMarks(plain, null)).toBe(plain);
  });

  test("is told by the whole call: short answers without marks are no sign of it", () => {
    expect(isUnmarked(["您好，请问有什么可以帮您？", "喂", "路灯不亮"])).toBe(false);
    expect(isUnmarked(["您好请问有什么可以帮您", "喂我想问一下路灯不亮找谁"])).toBe(true);
  });
});
