import type { Column } from "../../../parts/list-table.tsx";
import { shortTime } from "../../../parts/time.ts";
import { directionWords } from "../../../parts/words.ts";
import type { QaHead } from "../../../types-quality.ts";

type Columns = readonly Column<QaHead>[];

/** From here on a call wants a look today. */
const highRisk = 60;
const someRisk = 15;

export const riskTone = (risk: number): string =>
  risk >= highRisk ? "near-over" : risk >= someRisk ? "near-soon" : "quiet";

/** What pushes the citizen to an answer is the gravest thing a callback can have: its own mark. */
const leadingWords = "有诱导性语句";

const Title = ({ title, id, riskWhy }: QaHead) => (
  <>
    <span>{title ?? id}</span>
    {riskWhy.length > 0 && (
      <span className="risk-why">
        {riskWhy.map((why) => (
          <span key={why} className={why === leadingWords ? "near-over" : "quiet"}>
            {why}
          </span>
        ))}
      </span>
    )}
  </>
);

/** The score that counts, and the engine's where people changed it. */
const Score = ({ score, engineScore }: QaHead) => (
  <>
    {score ?? "—"}
    {engineScore !== null && engineScore !== score && <span className="quiet"> 系统 {engineScore}</span>}
  </>
);

const score: Columns = [
  { title: "得分", className: "num tight labelled", cell: (head) => <Score {...head} /> },
  { title: "折合", className: "num tight labelled", cell: ({ band }) => (band === null ? "—" : `${band}/40`) },
];

const time: Columns = [
  { title: "录音", className: "tight", cell: ({ hasRecording }) => (hasRecording ? "有录音" : "") },
  { title: "时间", className: "num tight", cell: ({ startedAt }) => shortTime(startedAt) },
];

const appeals = (head: QaHead) => head.appeals > 0 && <span className="near-soon">申诉 {head.appeals}</span>;

/** For reviewers: how risky and why, what waits for a person. */
export const reviewerColumns: Columns = [
  {
    title: "风险",
    className: "num tight labelled",
    cell: ({ risk }) => <strong className={riskTone(risk)}>{Math.round(risk)}</strong>,
  },
  { title: "通话", className: "wide", cell: (head) => <Title {...head} /> },
  ...score,
  { title: "待人工", className: "num tight labelled", cell: ({ pending }) => pending || "" },
  { title: "申诉", className: "num tight", cell: appeals },
  {
    title: "坐席",
    className: "tight",
    cell: ({ agent, agentId, team }) => [agent ?? agentId ?? "—", team].filter(Boolean).join(" · "),
  },
  { title: "来源", className: "tight", cell: ({ direction }) => directionWords[direction] },
  {
    title: "复核",
    className: "tight",
    cell: ({ reviewed, decided }) =>
      reviewed ? <span className="verdict-ok">已复核</span> : decided > 0 ? `判了 ${decided} 项` : "",
  },
  ...time,
];

/** For agents: what it cost, and whether they have seen it. */
export const agentColumns: Columns = [
  ...score,
  {
    title: "通话",
    className: "wide",
    cell: ({ title, id, deducted }) => (
      <>
        <span>{title ?? id}</span>
        {deducted.length > 0 && <span className="risk-why near-over">扣分：{deducted.join("、")}</span>}
      </>
    ),
  },
  { title: "申诉", className: "num tight", cell: appeals },
  { title: "复核", className: "tight", cell: ({ reviewed }) => (reviewed ? "质检员已复核" : "系统评分") },
  {
    title: "知道",
    className: "tight",
    cell: ({ acknowledged }) =>
      acknowledged ? <span className="quiet">已知道</span> : <span className="near-soon">未看</span>,
  },
  ...time,
];
