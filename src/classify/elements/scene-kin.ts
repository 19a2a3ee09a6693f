import { firstHit, openingOf, type SceneReader, sceneAt } from "./scene.ts";

const kin =
  /(?:给(?=.{1,8}(?:安排|找个|介绍|解决|办个)))?(?<![替帮为]|给(?!.{1,8}(?:安排|找个|介绍|解决|办个))|先说)(?:我|俺|咱)(?:们)?(?:家)?(?:那个|这个|的)?(儿子|女儿|闺女|外甥女?|侄子|侄女|孙子|孙女|外孙|弟弟|哥哥|姐姐|妹妹|女婿|儿媳妇?|老公|丈夫|媳妇|老婆|妻子|爸|妈|父亲|母亲|爷爷|奶奶|婆婆|公公|亲戚|表弟|表哥|表妹|表姐|堂弟|对象|男朋友|女朋友|前夫|前妻)(?![家的]|是|叫我)/u;

/** 来电人的外甥: what no body of the city decides is mostly about somebody of the family. */
export const kinScene: SceneReader = (talk, heard) => {
  if (heard.scope !== "超出职责") return null;
  const found = firstHit(openingOf(talk).slice(0, 2), kin);
  return found ? sceneAt(found, `来电人的${found.match[1]}`) : null;
};
