import type { Talk, Turn } from "../talk/talk.ts";

/** Whether the agent says 那女士: then 那 after 姓 is a surname, whatever word it is else. */
export function isAddressed(talk: Talk, surname: string): boolean {
  return talk.agent.some(({ text }) => talk.listening.titles.some(({ word }) => text.includes(surname + word)));
}

/** How the agent addresses the caller: 王女士, 车大叔; the last form used with this surname, else any form without surname. */
export function titleFor(talk: Talk, surname: string): { title: string; turn: Turn } | null {
  const words = talk.listening.titles.map((title) => title.word).join("|");
  const named = new RegExp(`${surname}(${words})`, "u");
  const bare = new RegExp(`(?:^|[，。好的您])(${words})`, "u");
  for (const expression of [named, bare]) {
    for (const turn of talk.agent) {
      const title = expression.exec(turn.text)?.[1];
      if (title) return { title, turn };
    }
  }
  return null;
}

/** The surname the agent speaks to most; the first of equals. Names of others that come up are not addressed so often. */
export function mostAddressed(talk: Talk, heard: readonly { readonly surname: string }[]): string | null {
  const words = talk.listening.titles.map(({ word }) => word).join("|");
  const times = (surname: string): number => {
    const called = new RegExp(
      `(?:^|[，。！？]|好的?|嗯|谢谢|感谢|那|行)${surname}(?:${words})(?=您|[，。！？]|$|跟|我|这|请)`,
      "u",
    );
    return talk.agent.filter(({ text }) => called.test(text)).length;
  };
  const counted = [...new Set(heard.map(({ surname }) => surname))].map((surname) => ({ surname, at: times(surname) }));
  const top = counted.reduce<{ surname: string; at: number } | null>(
    (best, each) => (each.at > (best?.at ?? 0) ? each : best),
    null,
  );
  return top?.surname ?? null;
}
