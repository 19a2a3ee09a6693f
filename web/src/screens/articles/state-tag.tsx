import type { ArticleHead } from "../../types-articles.ts";
import { stateLine } from "./words.ts";

export const ArticleStateTag = ({ article }: { article: ArticleHead }) => (
  <span className={`article-state article-state-${article.state}`}>{stateLine(article)}</span>
);

export const BulletinTag = () => <span className="bulletin-tag">公告</span>;
