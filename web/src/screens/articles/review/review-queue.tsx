import type { ReactNode } from "react";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { shortTime } from "../../../parts/time.ts";
import { useArticles } from "../../../queries-articles.ts";
import type { ArticleFilter, ArticleHead } from "../../../types-articles.ts";
import { ArticleStateTag, BulletinTag } from "../state-tag.tsx";

const columns: readonly Column<ArticleHead>[] = [
  {
    title: "标题",
    className: "wide",
    cell: ({ title, bulletin }) => (
      <>
        {bulletin && <BulletinTag />}
        {title}
      </>
    ),
  },
  { title: "类别", className: "tight", cell: ({ kind }) => kind },
  { title: "单位", cell: ({ agency }) => agency ?? "—" },
  { title: "作者", cell: ({ authors }) => authors.map(({ name }) => name).join("、") },
  { title: "状态", className: "tight", cell: (head) => <ArticleStateTag article={head} /> },
  {
    title: "时间",
    className: "num tight",
    cell: ({ publishAt, updatedAt }) => (publishAt ? `${shortTime(publishAt)} 发布` : shortTime(updatedAt)),
  },
];

/** What waits for a second person, what is checked and waits to be published, and what must be looked at again. */
export const ReviewQueue = () => (
  <section>
    <header className="screen-head">
      <h1>审核</h1>
      <span className="quiet">作者不能审核自己写的内容</span>
    </header>
    <Part title="待审核" filter={{ state: "checking" }} link={(id) => `/articles/${id}/check`}>
      <Empty title="没有等着审核的文章">有人送审后会出现在这里。</Empty>
    </Part>
    <Part title="已审核，待发布" filter={{ state: "approved" }} link={(id) => `/articles/${id}`} />
    <Part title="到了复核时间" filter={{ due: "true" }} link={(id) => `/articles/${id}`} />
  </section>
);

type PartProps = { title: string; filter: ArticleFilter; link: (id: string) => string; children?: ReactNode };

function Part({ title, filter, link, children }: PartProps) {
  const { data, error, refetch } = useArticles(filter);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={3} />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return children;
  return (
    <section aria-label={title}>
      <h2>
        {title} {rows.length}
      </h2>
      <ListTable
        label={title}
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => link(encodeURIComponent(id))}
      />
    </section>
  );
}
