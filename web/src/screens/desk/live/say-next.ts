import type { Ask, CallView } from "../../../types.ts";

/** Five seconds before the limit of S4 附录B.1.3.3, so that the words are spoken in time. */
export const waitNoticeMs = 25_000;

export type Say = { when: "开头" | "请等待" | "接着问" | "结束"; words: string };

type Moment = Pick<CallView, "greeting" | "closing" | "waitPhrase" | "asks" | "call">;

export const isToAsk = ({ state }: Pick<Ask, "state">): boolean => state !== "已有";

/** The one phrase that fits this moment of the call, or null: the greeting, the wait phrase, a question, the closing words. */
export function sayNext(view: Moment, waited: number | null, asked: ReadonlySet<string>): Say | null {
  const { utterances } = view.call;
  if (!utterances.some(({ speaker }) => speaker === "agent")) return { when: "开头", words: view.greeting };
  if (waited !== null && waited >= waitNoticeMs) return { when: "请等待", words: view.waitPhrase };
  const next = view.asks.find((ask) => isToAsk(ask) && !asked.has(ask.element));
  if (next?.question) return { when: "接着问", words: next.question };
  const closing = view.asks.length > 0 && !view.asks.some(isToAsk) ? nextClosing(view) : undefined;
  return closing ? { when: "结束", words: closing } : null;
}

/** So many characters in a row make it the same phrase in other words. */
const sameRunChars = 4;
const lastSaid = 2;

/** Whether there is more; once the agent has asked that, the goodbye. */
function nextClosing({ closing, call }: Moment): string | undefined {
  const said = call.utterances.filter(({ speaker }) => speaker === "agent").slice(-lastSaid);
  const isAsked = closing.slice(0, -1).some((phrase) => said.some(({ text }) => sharesRun(phrase, text)));
  return isAsked ? closing.at(-1) : closing[0];
}

function sharesRun(phrase: string, text: string): boolean {
  for (let at = 0; at + sameRunChars <= phrase.length; at++)
    if (text.includes(phrase.slice(at, at + sameRunChars))) return true;
  return false;
}
