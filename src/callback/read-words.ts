import { firstMatch } from "../platform/rules/index.ts";
import { type CallbackRules, type Conversation, holds } from "./listen.ts";

/** A shorter line gives no reason of its own. */
const reasonLengthMin = 4;

const unhappy = new Set(["不满意", "非常不满意"]);

/** Words of a line without the level it names. */
function withoutLevel(text: string): string {
  return text.replace(/(?:非常|基本|很|特别)?不?满意/gu, "").replace(/^[，。！？、\s]+/u, "");
}

/** The citizen's lines in which an unhappy rating is explained: asked for or not. */
export function reasonLines(rules: CallbackRules, talk: Conversation): string[] {
  const asked = talk.citizen.filter((line) => line.topic === "reason");
  const rated = talk.citizen.find((line) => /不满意/u.test(line.plain));
  const offered = talk.citizen.filter((line) => rated && line.at >= rated.at && line.topic === "satisfaction");
  const gives = (text: string) =>
    rules.callback.reasons.some((reason) => holds(reason, text)) || /没(?:有)?[\p{Script=Han}]/u.test(text);
  return [
    ...asked.map((line) => withoutLevel(line.plain)),
    ...offered.map((line) => withoutLevel(line.plain)).filter((text) => gives(text)),
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
