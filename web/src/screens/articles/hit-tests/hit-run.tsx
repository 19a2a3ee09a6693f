import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import type { HitResult, HitRun, HitRunHead } from "../../../types-knowledge.ts";
import { Totals } from "./totals.tsx";

export type View = "gained" | "lost" | "wrong" | "all";
const views: Record<View, string> = { gained: "变好", lost: "变差", wrong: "没命中", all: "全部" };

/** Which questions of a run are looked at: those somebody chose, in every run he opens; before that those that need a look. */
type Looking = { view: View | null; onView: (view: View) => void };

/** What one run found, who gained and lost against the run before, and why each article was found. */
export function HitRunView({ run, ...looking }: { run: HitRunHead } & Looking) {
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "hit-run", run.id, run.state],
    queryFn: () => knowledgeApi.hitRun(run.id),
    enabled: run.state === "done",
  });
  return (
    <>
      <p className="pad-x run-totals" role="status">
        <Totals run={run} />
      </p>
      {run.state === "done" &&
        (data ? (
          <Results run={data} {...looking} />
        ) : error ? (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading rows={6} />
        ))}
    </>
  );
}

function Results({ run, view, onView }: { run: HitRun } & Looking) {
  const { gained, lost } = run.diff;
  const of = (view: View) => run.results.filter((result) => isIn(view, result, run));
  const shown = view ?? (lost.length > 0 ? "lost" : gained.length > 0 ? "gained" : "wrong");
  const rows = of(shown);
  return (
    <>
      <p className="pad-x">
        <Chips
          label="看哪些题"
          words={views}
          chosen={shown}
          onChoose={onView}
          counts={{ gained: gained.length, lost: lost.length, wrong: of("wrong").length, all: run.results.length }}
        />
        {run.previousId === null && <span className="quiet"> 第一次跑，没有可比的</span>}
      </p>
      {rows.length === 0 && <Empty title="没有这样的题" />}
      <ol className="hits" aria-label="每题结果">
        {rows.map((result) => (
          <Result key={result.questionId} result={result} />
        ))}
      </ol>
    </>
  );
}

function isIn(view: View, { questionId, ok }: HitResult, { diff }: HitRun): boolean {
  if (view === "all") return true;
  return view === "wrong" ? !ok : diff[view].includes(questionId);
}

const Result = ({ result: { text, expected, rank, ok, abstained, hits, before } }: { result: HitResult }) => (
  <li>
    <p className="hit-title">
      <span className={ok ? "near-calm verdict-ok" : "near-over"}>{outcome(rank, ok, abstained)}</span>
      <strong>{text}</strong>
      {before && before.ok !== ok && (
        <span className="quiet">
          上次：{before.ok ? "对" : "不对"}
          {before.rank !== null && `，第 ${before.rank} 条`}
        </span>
      )}
    </p>
    <p className="quiet">
      该命中：
      {expected.length === 0
        ? "知识库里没有，应当说没有"
        : expected.map(({ articleId, title }) => (
            <Link key={articleId} to={`/articles/${encodeURIComponent(articleId)}`} className="expected">
              {title ?? `${articleId}（找不到）`}
            </Link>
          ))}
    </p>
    <details>
      <summary>找到 {hits.length} 条，为什么</summary>
      <ol className="why-hit">
        {hits.map((hit) => (
          <li key={`${hit.articleId}-${hit.quote}`}>
            <Link to={`/articles/${encodeURIComponent(hit.articleId)}?quote=${encodeURIComponent(hit.quote)}`}>
              {hit.title}
            </Link>
            <span className="quiet num"> {hit.score.toFixed(2)} </span>
            <span className="why">{hit.why}</span>
            <blockquote>{hit.quote}</blockquote>
          </li>
        ))}
      </ol>
    </details>
  </li>
);

function outcome(rank: number | null, ok: boolean, abstained: boolean): string {
  if (abstained) return ok ? "说了没有，对" : "误说没有";
  if (rank === null) return "没找到";
  return ok ? `第 ${rank} 条，对` : `第 ${rank} 条`;
}
