import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { fullTime } from "../../../parts/time.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { ArticleUse as Figures } from "../../../types-knowledge.ts";
import { useOpenArticle } from "../article/article-frame.tsx";

/** How one article is used, version by version, and questions for training made from it. */
export function ArticleUse() {
  const { id, publishedVersion } = useOpenArticle();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "use-of", id],
    queryFn: () => knowledgeApi.figuresOf(id),
  });
  const make = useKbAction(() => knowledgeApi.makeQuizzes(id), "已出题，审过后坐席才看到");
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />;
  return (
    <>
      <dl className="pairs">
        {facts(data).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {data.versions.length > 0 && (
        <table className="list" aria-label="各版使用情况">
          <thead>
            <tr>
              <th scope="col">版本</th>
              <th scope="col">显示</th>
              <th scope="col">告知</th>
            </tr>
          </thead>
          <tbody>
            {data.versions.map(({ version, shown, told }) => (
              <tr key={version}>
                <td>第 {version} 版</td>
                <td className="num">{shown}</td>
                <td className="num">{told}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="pad">
        <Button
          disabled={publishedVersion === null}
          title={publishedVersion === null ? "发布后才能出题" : ""}
          loading={make.isPending}
          onClick={() => make.mutate(undefined, { onSuccess: () => void navigate("/articles/quizzes") })}
        >
          据此出练习题
        </Button>
      </p>
    </>
  );
}

const facts = ({ shown, told, undone, useful, useless, wrong, helpful, lastToldAt }: Figures): [string, string][] => [
  ["显示", String(shown)],
  ["告知", String(told)],
  ["撤回告知", String(undone)],
  ["有用", String(useful)],
  ["没用", String(useless)],
  ["有误", String(wrong)],
  ["有帮助", helpful === null ? "—" : `${Math.round(helpful * 100)}%`],
  ["最近告知", lastToldAt ? fullTime(lastToldAt) : "—"],
];
