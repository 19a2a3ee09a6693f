import { readFileSync } from "node:fs";
import { z } from "zod";
import { ArticleInput } from "../../src/kb/index.ts";

const Line = z.object({ title: z.string(), body: z.string(), agency: z.string().nullable(), kind: z.string() });
const Question = z.object({ text: z.string() });

const places =
  "东湖区 西山区 南屏县 北塔区 云岭新区 青石镇 柳溪乡 石桥街道 望江街道 桂花街道 长虹路 人民路 解放路 科苑路 滨河社区 春晓社区 松林小区 金鼎小区".split(
    " ",
  );

const lines = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The same numbers in every run. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % below;
  };
}

/** Questions as callers put them: the clear ones of the evaluation set. */
export const questions = (): string[] => lines("evals/kb/questions.jsonl").map((line) => Question.parse(line).text);

/**
 * Articles of two passages, each of sentences of several articles of the evaluation set, with other numbers and with places before them: so the
 * words are those of a real base, and no two passages are the same.
 */
export function* madeArticles(count: number): Generator<ArticleInput> {
  const sources = z.array(Line).parse(lines("evals/kb/articles.jsonl"));
  const sentences = sources.map(({ body }) => body.split(/(?<=[。；\n])/u).filter((text) => text.trim().length > 8));
  const draw = drawer(20_261_122);
  const one = <T>(list: readonly T[]): T | undefined => list[draw(list.length)];
  const varied = (text: string) =>
    text.trim().replace(/\d+/g, (digits) => String(1 + draw(10 ** Math.min(4, digits.length))));
  const passage = (at: number) => {
    const own = sentences[at] ?? [];
    const from = draw(Math.max(1, own.length - 2));
    const other = one(sentences) ?? [];
    return [...own.slice(from, from + 2), `${one(places)}${one(other) ?? ""}`, one(own) ?? ""].map(varied).join("");
  };
  for (let n = 0; n < count; n += 1) {
    const at = draw(sources.length);
    const { title = "", agency = null } = sources[at] ?? {};
    const body = `## 一、${one(places)}\n${passage(at)}\n## 二、${one(places)}\n${passage(at)}`;
    yield ArticleInput.parse({ externalId: `speed-${n}`, title: `${one(places)}${title}（${n}）`, body, agency });
  }
}
