import { Link, NavLink, Outlet, useOutletContext, useParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useArticle } from "../../../queries-articles.ts";
import type { Article } from "../../../types-articles.ts";
import { ArticleStateTag, BulletinTag } from "../state-tag.tsx";
import { Actions } from "./actions.tsx";

/** The article that is open. Only below `ArticleFrame`. */
export const useOpenArticle = (): Article => useOutletContext<Article>();

const tabs = [
  { path: "", title: "正文" },
  { path: "edit", title: "编辑" },
  { path: "check", title: "审核" },
  { path: "versions", title: "版本" },
  { path: "notes", title: "记录与评论" },
  { path: "use", title: "使用情况" },
];

/** One article: what it is called and how far it is, what may be done with it, and its sides. */
export function ArticleFrame() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useArticle(id);
  const mayEdit = useMay("article.edit");
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return (
    <section className="article">
      <header className="screen-head">
        <Link to="/articles">← 知识库</Link>
        <h1>
          {data.bulletin && <BulletinTag />}
          {data.title}
        </h1>
        {mayEdit && <ArticleStateTag article={data} />}
        <span className="grow" />
        {mayEdit && <Actions key={data.id} article={data} />}
      </header>
      {mayEdit && (
        <nav className="article-tabs" aria-label="文章">
          {tabs.map(({ path, title }) => (
            <NavLink key={path} to={`/articles/${encodeURIComponent(id)}${path && `/${path}`}`} end>
              {title}
            </NavLink>
          ))}
        </nav>
      )}
      <div className="article-side">
        <Outlet key={data.id} context={data} />
      </div>
    </section>
  );
}
