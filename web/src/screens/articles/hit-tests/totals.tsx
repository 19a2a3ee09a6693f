import type { HitRunHead, HitTotals } from "../../../types-knowledge.ts";

const share = (part: number, of: number) => (of === 0 ? "—" : `${Math.round((part / of) * 100)}%`);

/** What a run came to, in a line. */
export function Totals({ run }: { run: HitRunHead }) {
  if (run.state === "failed") return <span className="near-over">没跑成：{run.failure ?? "未知原因"}</span>;
  if (run.state !== "done" || !run.totals)
    return <span className="near-soon">{run.state === "waiting" ? "等待运行" : `正在运行，已问 ${run.done} 题`}</span>;
  return <span className="num">{totalWords(run.totals)}</span>;
}

const totalWords = ({ questions, hitAt1, hitAt3, abstainedRight, abstainedWrong, wrong }: HitTotals) =>
  [
    `${questions} 题`,
    `首条命中 ${hitAt1}（${share(hitAt1, questions)}）`,
    `前三命中 ${hitAt3}`,
    `该说没有、说了没有 ${abstainedRight}`,
    `误说没有 ${abstainedWrong}`,
    `答错 ${wrong}`,
  ].join(" · ");
