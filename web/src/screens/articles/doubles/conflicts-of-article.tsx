import { useConflictsOf } from "../../../queries-articles.ts";
import type { Article } from "../../../types-articles.ts";
import { ConflictCard } from "./conflict-card.tsx";

/** What in the base says the same, or something else about the same. Nothing when there is nothing. */
export function ConflictsOfArticle({ article }: { article: Article }) {
  const { data, error } = useConflictsOf(article.id, article.version);
  if (error) return <p className="near-soon pad-x">重复与矛盾没有查成：{error.message}</p>;
  if (!data?.items.length) return null;
  return (
    <section aria-label="重复与矛盾">
      <h2>重复与矛盾 {data.items.length}</h2>
      {data.items.map((conflict) => (
        <ConflictCard key={`${conflict.kind}-${conflict.b?.articleId}-${conflict.a.quote}`} conflict={conflict} />
      ))}
    </section>
  );
}
