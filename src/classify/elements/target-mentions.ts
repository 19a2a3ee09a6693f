import { says } from "../../platform/rules/index.ts";
import type { Talk } from "../talk/talk.ts";

const aroundChars = 10;
const mentionsMax = 8;

/** 粮油店|楼上二楼, 信用社|往东五十米, 小学|到水塔这一段: what only tells where something else is. */
const landmark =
  /^(?:的)?(?:[往向以朝][东西南北]|[东西南北](?:边|侧|头|面|门|墙|路)|(?:大门)?(?:斜?对[面过]|旁|隔壁|附近|门[口前]|跟前|路口|拐角|前[面头边]|后[面头边院墙]|后排|楼上|楼下|门脸|出站口|出口|入口|十字)|[^，。]{0,4}(?:到|至)[^，。]{1,8}(?:段|路|街|这一|那一|一段))/u;

/** 我们|学校, 俺家那个|饭店: the caller's own, which is seldom whom the call accuses. */
const own = /(?:我|俺|咱)(?:们)?(?:家|自己|自家)?(?:的|那个|这个|开的|那|这)?$/u;
const runs = /(?:我|俺|咱)(?:们|家)?(?:是|自己|就)?(?:开|经营|在)(?:了|着|的)?(?:一)?(?:个|家|间)?$/u;

type Mention = { readonly before: string; readonly after: string };

function mentionsOf(said: string, value: string): Mention[] {
  const mentions: Mention[] = [];
  for (let at = said.indexOf(value); at >= 0 && mentions.length < mentionsMax; at = said.indexOf(value, at + 1)) {
    const end = at + value.length;
    mentions.push({
      before: said.slice(Math.max(0, at - aroundChars), at),
      after: said.slice(end, end + aroundChars),
    });
  }
  return mentions;
}

/** Gives the names of what is true of some or of every time that the same words are said, wherever they stand; worked out once a name. */
export function mentionReader({ listening }: Talk, said: string): (value: string) => readonly string[] {
  const { complained, acts, turnedTo } = listening.targetParts;
  const signs: readonly (readonly [string, (mention: Mention) => boolean])[] = [
    ["landmark", ({ after }) => landmark.test(after)],
    ["own", ({ before }) => own.test(before)],
    ["runs", ({ before }) => runs.test(before)],
    ["complained", ({ before }) => says(complained, before)],
    ["acts", ({ after }) => says(acts, after)],
    ["turnedTo", ({ before }) => says(turnedTo, before)],
  ];
  const known = new Map<string, readonly string[]>();
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    const mentions = mentionsOf(said, value);
    const names = signs.flatMap(([name, is]) => {
      const count = mentions.filter(is).length;
      if (count === 0) return [];
      return count === mentions.length ? [`some:${name}`, `every:${name}`] : [`some:${name}`];
    });
    known.set(value, names);
    return names;
  };
}
