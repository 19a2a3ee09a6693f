import { useQuery } from "@tanstack/react-query";
import { articlesApi } from "../../../api-articles.ts";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useKbAction } from "../../../queries-articles.ts";
import { ConflictCard } from "./conflict-card.tsx";

/** Published articles that say the same twice, or two things about the same. */
export function Doubles() {
  const { data, error, refetch } = useQuery({ queryKey: ["kb", "conflicts"], queryFn: articlesApi.conflicts });
  const dismiss = useKbAction(
    ({ id, reason }: { id: string; reason: string }) => articlesApi.dismissConflict(id, reason),
    "已记下：不算矛盾",
  );
  return (
    <section>
      <header className="screen-head">
        <h1>重复与矛盾</h1>
        <span className="quiet">已发布、同时有效的文章里，同一问题说了两遍或说法不同的</span>
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />)}
      {data?.items.length === 0 && <Empty title="没有发现重复或矛盾">发布新内容后会在后台再查一遍。</Empty>}
      {data?.items.map((conflict) => {
        const { id } = conflict;
        return (
          <ConflictCard key={id ?? conflict.a.quote + conflict.b?.quote} conflict={conflict}>
            {id && (
              <ReasonButton
                isLink
                words="不算"
                title="不算重复或矛盾"
                label="为什么不算"
                placeholder="如：一条说首次补办，一条说再次补办"
                okText="记下"
                onReason={(reason) => dismiss.mutateAsync({ id, reason })}
              />
            )}
          </ConflictCard>
        );
      })}
    </section>
  );
}
