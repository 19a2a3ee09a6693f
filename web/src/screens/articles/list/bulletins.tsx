import { Link } from "react-router";
import { useNow } from "../../../parts/use-now.ts";
import { useBulletins } from "../../../queries-articles.ts";
import { BulletinTag } from "../state-tag.tsx";
import { Validity } from "../validity.tsx";

/** What holds just now for everybody (停水、停电、活动): above all else, and nothing when there is none. */
export function Bulletins() {
  const { data } = useBulletins();
  const nowMs = useNow();
  if (!data?.items.length) return null;
  return (
    <section aria-label="现行公告" className="bulletins">
      <ol>
        {data.items.map((bulletin) => (
          <li key={bulletin.articleId}>
            <BulletinTag />
            <Link to={`/articles/${encodeURIComponent(bulletin.articleId)}`}>{bulletin.title}</Link>
            <span className="quiet">{[bulletin.region ?? "全市", bulletin.agency].filter(Boolean).join(" · ")}</span>
            <Validity of={bulletin} nowMs={nowMs} />
          </li>
        ))}
      </ol>
    </section>
  );
}
