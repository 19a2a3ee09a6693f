import { expect, test } from "vitest";
import { loadRules } from "../platform/rules/index.ts";
import { kindOf } from "./kind.ts";
import { type KindModel, likeKinds } from "./kind-model.ts";
import { eachPiece, parts, places } from "./kind-signs.ts";
import { readTalk } from "./talk/talk.ts";
import { callOf, draftOf, greeting } from "./test-call.ts";

const { listening, kinds } = loadRules("rules", "yunling");
const context = { urgentClass: null, threatens: false, scope: "受理" } as const;
const blank: KindModel = { kinds: ["求助", "投诉"], weights: new Float32Array(places * 2) };

/** Needs told in words that the rules hold for a complaint or a question. */
const unlike: [string, string[]][] = [
  [
    "求助",
    [
      "市民：你好，我家的水表走得太快了，一个月三十多吨，就我们老两口。",
      "坐席：请问您贵姓，在哪个小区？",
      "市民：姓蒙，石门街道柳荫里四号楼。关了阀门它还在走，我怕里头哪里坏了，水务的客服说登记了，一直没动静。",
      "坐席：蒙先生，您要求水务集团上门检测水表，对吗？",
      "市民：对，给看看。",
    ],
  ],
  [
    "求助",
    [
      "市民：同志，我问问俺爹的高龄补贴咋停了。",
      "坐席：您贵姓？老人家多大年纪？",
      "市民：姓柏，八十三了，从去年腊月起一分钱没到卡上。村会计说报上去了，乡里说没收到，腿脚不好也跑不动了。",
      "坐席：柏先生，您希望核实您父亲高龄补贴停发的原因并补发，对吗？",
      "市民：对，给查查。",
    ],
  ],
];

test.each(unlike)("what the rules miss is heard by words of past calls: %s", (kind, lines) => {
  const draft = draftOf(greeting, ...lines);
  expect(draft.kind).toBe(kind);
});

test("where the model turns the scale, the reason names the clause and words of the call", () => {
  const lines = unlike[1]?.[1] ?? [];
  const { kind, kindWhy } = draftOf(greeting, ...lines);
  const words = /^S4 5\.2\.4\.1：像过去的求助件：“(?<words>.+?)”/u.exec(kindWhy)?.groups?.words ?? "";
  expect([kind, words.length > 4, lines.some((line) => line.includes(words))]).toEqual(["求助", true, true]);
});

test("a caller who has said but a sentence is left to the rules, and so is a letter", () => {
  const short = readTalk(callOf([greeting, "市民：小区停电了，麻烦你们催催。"]), listening);
  const long = callOf([greeting, `市民：${"我们这个楼道里的灯坏了好久了一直没有人来修。".repeat(6)}`]);
  expect(likeKinds(short, null, context, blank)).toBeNull();
  expect(likeKinds(readTalk({ ...long, direction: "web" }, listening), null, context, blank)).toBeNull();
  expect(likeKinds(readTalk(long, listening), null, context, blank)?.share).toBe(1);
});

test("without a model the rules stand alone", () => {
  const talk = readTalk(callOf([greeting, "市民：我要投诉健身房，办了卡就关门跑路，钱也不退。"]), listening);
  expect(likeKinds(talk, null, context, null)).toBeNull();
  expect(kindOf(kinds, talk, null, context).kind).toBe("投诉");
});

test("the same words in another part of the call are other signs, and marks that stand together are one", () => {
  const piecesOf = (part: 1 | 2, text: string): number[] => {
    const found: number[] = [];
    eachPiece(part, text, (place) => found.push(place));
    return found;
  };
  expect(piecesOf(parts.opening, "停水了")).not.toEqual(piecesOf(parts.citizen, "停水了"));
  expect(piecesOf(parts.citizen, "停水。……三天")).toEqual(piecesOf(parts.citizen, "停水，三天"));
});
