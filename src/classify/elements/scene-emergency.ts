import type { Talk } from "../talk/talk.ts";
import { firstHit, inFigures, openingOf, readBack, type SceneReader, sceneAt } from "./scene.ts";
import { homeIn } from "./scene-dwelling.ts";
import { crossingIn } from "./scene-traffic.ts";
import type { Heard } from "./target-features.ts";
import { placeTail } from "./target-name.ts";

const sunk =
  /(?:路面|马路|道路|地面|路)[^，。墙房楼桥堤坡边旁棚架树牌灯]{0,4}(?:塌|(?<![缺])陷(?![害入]))|(?:塌|陷)(?:了|下去)?(?:一?个)?[^，。]{0,3}坑/u;
const gas =
  /(?:煤气|燃气|天然气)[^，。]{0,8}?(?:味|漏|泄漏|泄露)|(?:漏|泄漏|泄露)(?:的)?(?:煤气|燃气|天然气)|(?:闻|有).{0,6}(?:煤气|燃气)/u;
const corrected = /(?:不是|不对)[^。？！]{0,20}?是((?:[0-9一二三四五六七八九十百]{1,4}(?:号楼|栋|幢|单元)){1,3})/u;

/** The home as it was told, with the house and unit that the caller put right: 不是三号楼，是五号楼. */
function homeOf(talk: Talk, heard: Heard): string | null {
  const home = homeIn(heard, [...readBack(heard), ...talk.agent, ...talk.citizen]);
  const right = corrected.exec(talk.citizenText)?.[1];
  return home && right ? home.replace(/(?:[0-9]+(?:号楼|栋|幢|单元))+$/u, inFigures(right)) : home;
}

/** 西环路与货场街路口塌陷路面, 凤栖园4号楼2单元燃气泄漏住户: what gave way or leaks is told by where it is. */
export const emergencyScene: SceneReader = (talk, heard) => {
  if (heard.urgentClass !== "突发事件" || heard.scope !== "受理") return null;
  const turns = [...openingOf(talk), ...readBack(heard)];
  const gone = firstHit(turns, sunk);
  const road = gone ? (crossingIn(talk, heard) ?? placeTail(heard)) : null;
  if (gone && road) return sceneAt(gone, `${road}塌陷路面`);
  const leak = firstHit(turns, gas);
  const home = leak ? homeOf(talk, heard) : null;
  const supplier = heard.bodies.find((body) => body.endsWith("燃气集团"));
  return leak && home ? sceneAt(leak, `${supplier ? `${supplier}、` : ""}${home}燃气泄漏住户`) : null;
};
