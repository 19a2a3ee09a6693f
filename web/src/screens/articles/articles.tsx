import { Input } from "antd";
import { useSearchParams } from "react-router";
import { Empty } from "../../parts/empty.tsx";
import { type Column, ListTable } from "../../parts/list-table.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { dayOf } from "../../parts/time.ts";
import { articleStateWords } from "../../parts/words.ts";
import { useArticles } from "../../queries.ts";
import type { ArticleHead } from "../../types.ts";
import { Hits } from "./hits.tsx";

const columns: readonly Column<ArticleHead>[] = [
  { title: "标题", className: "wide", cell: ({ title }) => title },
  { title: "类别", className: "tight", cell: ({ kind }) => kind },
  { title: "单位", cell: ({ agency }) => agency ?? "—" },
  { title: "状态", className: "tight", cell: ({ state }) => articleStateWords[state] },
  {
    title: "有效至",
    className: "num tight labelled",
    cell: ({ validUntil }) => (validUntil ? dayOf(validUntil) : "长期"),
  },
  { title: "更新", className: "num tight labelled", cell: ({ updatedAt }) => dayOf(updatedAt) },
];

/** The knowledge base: ask it as a citizen would, or look through all of it. */
export function Articles() {
  const [search, setSearch] = useSearchParams();
  const text = search.get("text") ?? "";
  return (
    <section>
      <header className="screen-head">
        <h1>知识库</h1>
        <Input.Search
          className="search"
          aria-label="搜索知识库"
          placeholder="像市民那样问，如：异地就医怎么备案"
          defaultValue={text}
          enterButton="搜索"
          allowClear
          onSearch={(typed) => setSearch(typed.trim() ? { text: typed.trim() } : {})}
        />
      </header>
      {text ? <Hits text={text} /> : <AllArticles />}
    </section>
  );
}

function AllArticles() {
  const { data, error, refetch } = useArticles();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  if (data.items.length === 0) return <Empty title="知识库还是空的">用 tingsu kb import 导入文章。</Empty>;
  return (
    <ListTable
      label="知识文章"
      rows={data.items}
      columns={columns}
      keyOf={({ id }) => id}
      linkOf={({ id }) => `/articles/${encodeURIComponent(id)}`}
    />
  );
}
