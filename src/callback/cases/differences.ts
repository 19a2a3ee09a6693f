import type { Call } from "../../orders/index.ts";
import type { Rules } from "../../platform/rules/index.ts";
import { type CallbackRules, type Conversation, listen, type Topic } from "../listen.ts";
import type { CallbackReview } from "../schema.ts";
import type { Difference, RecordedAnswers } from "../schema-case.ts";

type Field = Difference["field"];

const positive = new Set(["非常满意", "满意", "基本满意"]);
const shownLines = 3;

const bare = (text: string): string => text.replace(/[\p{P}\p{Z}\s]/gu, "");

/** What the citizen answered to a topic: the lines and their words. */
function saidOn(talk: Conversation, topic: Topic): { utterances: number[]; words: string } {
  const lines = talk.citizen.filter((line) => line.topic === topic).slice(0, shownLines);
  return { utterances: lines.map(({ i }) => i), words: lines.map(({ text }) => text).join("；") };
}

/** An answer that is none is told in the citizen's words alone. */
function heardWords(heard: string, words: string): string {
  if (heard === "未答") return words || "没有回答";
  return words ? `${heard}：${words}` : heard;
}

function difference(
  rules: Rules["callback"],
  field: Field,
  recorded: string,
  heard: string,
  said: { utterances: number[]; words: string },
): Difference {
  const words = heardWords(heard, said.words);
  const question = rules.differenceQuestions[field].replace("〔所说〕", words).replace("〔所记〕", recorded);
  return { field, recorded, heard, utterances: said.utterances, question };
}

/** A scale of two levels has no 非常满意: there the side is what was recorded. */
function isSameLevel(scale: readonly string[], recorded: string, heard: string): boolean {
  if (recorded === heard) return true;
  const isTold = recorded !== "未答" && heard !== "未答" && !scale.includes(heard);
  return isTold && positive.has(recorded) === positive.has(heard);
}

function answerDifferences(
  rules: CallbackRules,
  talk: Conversation,
  script: string,
  recorded: RecordedAnswers,
  heard: CallbackReview,
): Difference[] {
  const scale = rules.callback.scripts.find(({ id }) => id === script)?.scale ?? [];
  const fields = ["contacted", "resolved", "satisfaction"] as const;
  return fields
    .filter((field) =>
      field === "satisfaction" ? !isSameLevel(scale, recorded[field], heard[field]) : recorded[field] !== heard[field],
    )
    .map((field) => difference(rules.callback, field, recorded[field], heard[field], saidOn(talk, field)));
}

/** Opinions on record that the citizen never said in these words (S4 5.5.3: 客观记录). Marks and blanks do not count. */
function inventedOpinions(rules: CallbackRules, talk: Conversation, opinions: readonly string[]): Difference[] {
  const said = talk.citizen.map((line) => bare(line.text)).join("");
  return opinions
    .filter((opinion) => !said.includes(bare(opinion)))
    .map((opinion) => difference(rules.callback, "opinions", opinion, "", { utterances: [], words: "" }));
}

/**
 * Where the record of a callback is not what was said in it (R-V2, LQ12), each with a question to the officer. A reason that the citizen gave must be
 * there; opinions must be the citizen's words; gravely leading words of the agent are asked about too. Empty when all is alike.
 */
export function differencesOf(
  rules: CallbackRules,
  call: Call,
  heard: CallbackReview,
  script: string,
  recorded: RecordedAnswers,
): Difference[] {
  const talk = listen(rules, call);
  const isReasonLost = heard.reason !== null && recorded.reason === null && !positive.has(recorded.satisfaction);
  const grave = heard.leading.find(({ severity }) => severity === "重");
  return [
    ...answerDifferences(rules, talk, script, recorded, heard),
    ...(isReasonLost
      ? [difference(rules.callback, "reason", "", heard.reason ?? "", { ...saidOn(talk, "reason"), words: "" })]
      : []),
    ...inventedOpinions(rules, talk, recorded.opinions),
    ...(grave
      ? [
          difference(rules.callback, "leading", recorded.satisfaction, grave.span, {
            utterances: [grave.utterance],
            words: "",
          }),
        ]
      : []),
  ];
}
