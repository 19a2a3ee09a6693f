import type { Utterance } from "../../../orders/index.ts";
import { type PartRules, says } from "../../../platform/rules/index.ts";
import { normalise } from "../../../platform/text/index.ts";

export type QuestionRules = { rubric: PartRules["rubric"]; listening: PartRules["listening"] };

/** What the caller asks now: the words to look for, and the utterance that began to ask. */
export type LiveQuestion = { text: string; utterance: number };

type Turn = { isCaller: boolean; first: number; text: string };

/** A question this many turns back is talked about no more. */
const turnsBack = 12;
/** Shorter questions say too little alone. */
const aloneChars = 14;
const contextChars = 60;
const answerChars = 24;
const bareChars = 8;

/**
 * The caller's last question out of the last turns, not of the whole call: its sentence, with the words before it where it says too
 * little alone (那要多少钱？), and what the caller answered to the agent's asking back. A restatement that the caller only
 * confirms is a question too. Null when nothing was asked lately.
 */
export function liveQuestion(rules: QuestionRules, utterances: readonly Utterance[]): LiveQuestion | null {
  const turns = turnsOf(rules, utterances);
  for (let at = turns.length - 1; at >= Math.max(0, turns.length - turnsBack); at -= 1) {
    const turn = turns[at];
    if (!turn?.isCaller) continue;
    const asked = askedIn(rules, turn) ?? confirmedIn(rules, turn, turns[at - 1]);
    if (!asked) continue;
    const before = asked.length < aloneChars ? wordsBefore(rules, turns, at) : "";
    return { text: [before, asked, ...saidAfter(rules, turns, at)].filter(Boolean).join("，"), utterance: turn.first };
  }
  return null;
}

/** Consecutive utterances of one speaker as one turn. Where nobody is named, words of an agent tell the agent. */
function turnsOf({ listening }: QuestionRules, utterances: readonly Utterance[]): Turn[] {
  const turns: Turn[] = [];
  for (const { i, speaker, text } of utterances) {
    const plain = normalise(text).text;
    const isAgent =
      speaker === "agent" ||
      (speaker === "unknown" && (says(listening.voices.agent, plain) || says(listening.voices.unknownAgent, plain)));
    const last = turns.at(-1);
    if (last && last.isCaller === !isAgent) last.text += /[，。！？；…]$/u.test(last.text) ? plain : `。${plain}`;
    else turns.push({ isCaller: !isAgent, first: i, text: plain });
  }
  return turns;
}

const sentencesIn = (text: string): string[] => text.split(/(?<=[。！？；…])/u).filter(Boolean);
const bare = (sentence: string): string => sentence.replace(/[，。！？；…]+$/u, "");

/** The sentence that asks, with those before it in the same breath as far as they are short. */
function askedIn({ rubric, listening }: QuestionRules, { text }: Turn): string | null {
  const sentences = sentencesIn(text);
  const at = sentences.findLastIndex(
    (sentence) => says(rubric.signals.callerAsks, sentence) || says(rubric.signals.callerAsks, bare(sentence)),
  );
  if (at < 0) return null;
  let words = bare(sentences[at] ?? "");
  for (let before = at - 1; before >= 0; before -= 1) {
    if (tellsWho(listening, sentences[before] ?? "")) continue;
    const longer = `${bare(sentences[before] ?? "")}，${words}`;
    if (longer.length > contextChars) break;
    words = longer;
  }
  return words;
}

/** A restatement of a question, not of a complaint. */
const ofQuestion = /咨询|想(?:问|了解|打听)|请问/u;

/** What the agent took the question to be, when the caller only says yes to it. */
function confirmedIn({ listening, rubric }: QuestionRules, turn: Turn, agent: Turn | undefined): string | null {
  if (!agent || agent.isCaller || bare(turn.text).length > bareChars || !says(listening.yes, turn.text)) return null;
  const restated = sentencesIn(agent.text).findLast((sentence) => says(listening.restatement.opens, sentence));
  const words = restated && bare(restated).replace(/[，,]?(?:对吗|是吗|对吧|是吧|对不对|没错吧)$/u, "");
  return words && (ofQuestion.test(words) || says(rubric.signals.callerAsks, words)) ? words : null;
}

/** What the caller said last before, when there is room: 我的社保卡丢了 … 那要多少钱. */
function wordsBefore({ listening }: QuestionRules, turns: readonly Turn[], at: number): string {
  for (let before = at - 1; before >= 0; before -= 1) {
    const turn = turns[before];
    if (!turn?.isCaller || says(listening.emptyTalk, turn.text.replace(/[，。！？]/gu, ""))) continue;
    if (asksWho(listening, turns[before - 1])) continue;
    return bare(turn.text).slice(-contextChars);
  }
  return "";
}

/** Nothing more to say, or thanks. */
const nothingMore = /^(?:没|不用|不需要|谢|行|好|嗯|可以了)/u;

/** Short answers of the caller to what the agent asked back, as long as the agent goes on asking. */
function saidAfter({ listening }: QuestionRules, turns: readonly Turn[], at: number): string[] {
  const said: string[] = [];
  for (let reply = at + 2; reply < turns.length; reply += 2) {
    const [asked, turn] = [turns[reply - 1], turns[reply]];
    if (!asked || !turn || !/[？?]/u.test(asked.text)) break;
    const words = bare(turn.text);
    const isBare = nothingMore.test(words) || says(listening.emptyTalk, words.replace(/[，。！？]/gu, ""));
    if (!isBare && words.length <= answerChars && !asksWho(listening, asked)) said.push(words);
  }
  return said;
}

/** The caller's own name or number is no part of the question. */
const tellsWho = ({ topics }: QuestionRules["listening"], sentence: string): boolean =>
  [topics.name, topics.contact].some((topic) => says(topic?.told, sentence)) || /\d{7}/u.test(sentence);

/** Whether the agent asked for the name or the number: the answer is no part of the question. */
function asksWho({ topics }: QuestionRules["listening"], turn: Turn | undefined): boolean {
  return (
    turn !== undefined && !turn.isCaller && [topics.name, topics.contact].some((topic) => says(topic?.asked, turn.text))
  );
}
