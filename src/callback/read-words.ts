import { firstMatch } from "../platform/rules/index.ts";
import { type CallbackRules, type Conversation, holds } from "./listen.ts";

/** A shorter line gives no reason of its own. */
const reasonLengthMin = 4;

const unhappy = new Set(["不满意", "非常不满意"]);

/** Words of a line without the level it names. */
function withoutLevel(text: string): string {
  return text.replace(/(?:非常|基本|很|特别)?不?满意/gu, "").replace(/^[，。！？、\s]+/u, "");
}

/** Words with which a reason is told when no side of the service is named: something stands against the content, or goes on. */
const tells = /可是|但是?|就是|因为|结果|光|净|老是|总是|又|还|太|都|才|却/u;
const tellsLengthMin = 8;

/** The citizen's lines in which an unhappy rating is explained: asked for or not. */
export function reasonLines(rules: CallbackRules, talk: Conversation): string[] {
  const asked = talk.citizen.filter((line) => line.topic === "reason");
  const rated = talk.citizen.find((line) => /不满意/u.test(line.plain));
  const offered = talk.citizen.filter((line) => rated && line.at >= rated.at && line.topic === "satisfaction");
  const isCutOff = (text: string) => holds(rules.wording.callbackSignals.citizenUnfinished, text);
  const gives = (text: string) =>
    rules.callback.reasons.some((reason) => holds(reason, text)) || /没(?:有)?[\p{Script=Han}]/u.test(text);
  const goesOn = (text: string) => text.length >= tellsLengthMin && tells.test(text) && !isCutOff(text);
  return [
    ...asked.map((line) => withoutLevel(line.plain)),
    ...offered
      .map(({ plain }) => ({ plain, text: withoutLevel(plain) }))
      .filter(({ plain, text }) => gives(text) || (/不满意/u.test(plain) && goesOn(text)))
      .map(({ text }) => text),
  ].filter((text) => text.length >= reasonLengthMin && !holds(rules.wording.callbackSignals.citizenRefuses, text));
}

/** Why the citizen is not content, in his words behind the sides that S4 附录B.4.5 names; null when he is content or gave none. */
export function readReason(rules: CallbackRules, talk: Conversation, satisfaction: string): string | null {
  if (!unhappy.has(satisfaction)) return null;
  const words = reasonLines(rules, talk).join("；");
  if (words === "") return null;
  const sides = rules.callback.reasons.filter((reason) => firstMatch(reason, words)).map((reason) => reason.name);
  return sides.length > 0 ? `${sides.join("、")}：${words}` : words;
}

/** Opinions and wishes as the citizen said them (S4 5.5.3: 客观记录). */
export function readOpinions(rules: CallbackRules, talk: Conversation): string[] {
  const { citizenNothing, citizenWishes, citizenAgrees } = rules.wording.callbackSignals;
  return talk.citizen
    .filter((line) => line.topic === "opinion" || (line.topic !== null && holds(citizenWishes, line.plain)))
    .filter((line) => !holds(citizenNothing, line.plain) || holds(citizenWishes, line.plain))
    .filter((line) => !(holds(citizenAgrees, line.plain) && line.plain.length < reasonLengthMin))
    .map((line) => line.text);
}
