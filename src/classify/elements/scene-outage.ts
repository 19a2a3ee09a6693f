import { says } from "../../platform/rules/index.ts";
import { firstHit, openingOf, readBack, type SceneReader, sceneAt } from "./scene.ts";
import { placeName } from "./target-name.ts";

const broken =
  /(?:供热|供水|供暖|自来水|燃气|天然气|暖气|[\p{Script=Han}]{2}(?<=桥头|村头|路口|门口|街口))?(?:主(?:水)?管道?|主水管|水管|管道|管网)|变压器|换热站|(?:加压)?泵[站房]|电缆/u;

/** 云岭水务集团、供水主管道: who supplies what failed, by its name in the city, and the part that broke. */
export const outageScene: SceneReader = (talk, heard) => {
  if (heard.urgentClass !== "基本民生保障") return null;
  const turns = [...readBack(heard), ...openingOf(talk)];
  const told = turns.map(({ text }) => text).join("。");
  const supplier = talk.listening.targetParts.suppliers.find(({ matters }) => says(matters, told));
  const name = supplier ? heard.bodies.find((body) => body.endsWith(supplier.body)) : undefined;
  const part = firstHit(turns, broken);
  const words = part ?? firstHit(turns, /停(?:了)?[水电气暖]|没[水电气]|断[水电气]|供暖|暖气|不热/u);
  if (!name || !words) return null;
  const where = part ? (placeName(heard, turns) ?? "") : "";
  return sceneAt(words, part ? `${name}、${where}${part.match[0]}` : name);
};
