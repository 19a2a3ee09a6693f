import { Select } from "antd";
import { useSearchParams } from "react-router";
import { articlesApi } from "../../../api-articles.ts";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { fullTime } from "../../../parts/time.ts";
import { useArticleAction, useVersions } from "../../../queries-articles.ts";
import type { Article, VersionHead } from "../../../types-articles.ts";
import { useOpenArticle } from "../article/article-frame.tsx";
import { DiffView } from "./article-diff.tsx";

type Side = number | "draft";

/** Every text that was ever published, what differs between any two, and the way back to an old one. */
export function Versions() {
  const article = useOpenArticle();
  const { data, error, refetch } = useVersions(article.id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />;
  if (data.items.length === 0) return <Empty title="还没有发布过">每次发布留下一版，可以对照，也可以恢复。</Empty>;
  return (
    <>
      <VersionTable article={article} versions={data.items} />
      <Compare article={article} versions={data.items} />
    </>
  );
}

function VersionTable({ article, versions }: { article: Article; versions: readonly VersionHead[] }) {
  const { id, version, blocked } = article;
  const restore = useArticleAction(
    (number: number) => articlesApi.restore(id, version, number),
    "已把旧版放进修改稿，发布后才生效",
  );
  return (
    <table className="list" aria-label="版本">
      <thead>
        <tr>
          {["版本", "标题", "显示时间", "发布", "审核", "作者", ""].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((each) => (
          <tr key={each.number}>
            <td className="num tight">第 {each.number} 版</td>
            <td className="wide">{each.title}</td>
            <td className="num">{shownWords(each)}</td>
            <td className="tight">{each.publishedBy.name}</td>
            <td className="tight">{each.checkedBy?.name ?? "—"}</td>
            <td>{each.authors.map(({ name }) => name).join("、") || "—"}</td>
            <td className="tight">
              <button
                type="button"
                className="link"
                disabled={blocked.restore !== null || restore.isPending}
                title={blocked.restore ?? ""}
                onClick={() => restore.mutate(each.number)}
              >
                恢复到修改稿
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shownWords = ({ shownFrom, shownUntil }: VersionHead) =>
  `${shownFrom ? fullTime(shownFrom) : "最初"} 至 ${shownUntil ? fullTime(shownUntil) : "现在"}`;

function Compare({ article, versions }: { article: Article; versions: readonly VersionHead[] }) {
  const [search, setSearch] = useSearchParams();
  const newest = versions[0]?.number ?? 1;
  const hasDraft = article.state !== "published";
  const to = sideOf(search.get("to")) ?? (hasDraft ? "draft" : newest);
  const from = sideOf(search.get("from")) ?? (to === "draft" ? newest : Math.max(1, to - 1));
  const choose = (name: "from" | "to", value: Side) =>
    setSearch({ from: String(from), to: String(to), [name]: String(value) }, { replace: true });
  const options = versions.map(({ number }) => ({ value: number, label: `第 ${number} 版` }));
  return (
    <section aria-label="对照" className="compare">
      <p className="compare-head">
        <strong>对照</strong>
        <Select<Side>
          aria-label="从哪一版"
          value={from}
          options={options}
          onChange={(value) => choose("from", value)}
        />
        <span>→</span>
        <Select<Side>
          aria-label="到哪一版"
          value={to}
          options={[{ value: "draft", label: "修改稿" }, ...options]}
          onChange={(value) => choose("to", value)}
        />
      </p>
      {from === to ? (
        <p className="quiet">两边是同一版。</p>
      ) : (
        from !== "draft" && <DiffView id={article.id} from={from} to={to} version={article.version} />
      )}
    </section>
  );
}

function sideOf(word: string | null): Side | null {
  if (word === "draft") return "draft";
  const number = Number(word);
  return Number.isInteger(number) && number > 0 ? number : null;
}
