import { Link } from "react-router";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { dayOf } from "../../../parts/time.ts";
import type { Import, ImportRow } from "../../../types-knowledge.ts";
import { outcomeWords } from "./words.ts";

const columns: readonly Column<ImportRow>[] = [
  {
    title: "会怎样",
    className: "tight",
    cell: ({ outcome }) => <span className={`outcome-${outcome}`}>{outcomeWords[outcome]}</span>,
  },
  {
    title: "标题",
    className: "wide",
    cell: ({ title, articleId }) =>
      articleId ? <Link to={`/articles/${encodeURIComponent(articleId)}`}>{title}</Link> : title,
  },
  { title: "正文", cell: ({ body }) => <span className="body-start">{body}</span> },
  { title: "类别", className: "tight", cell: ({ kind }) => kind },
  { title: "单位", cell: ({ agency }) => agency ?? "—" },
  { title: "有效至", className: "num tight", cell: ({ validUntil }) => (validUntil ? dayOf(validUntil) : "长期") },
  { title: "出处", className: "tight quiet", cell: ({ where }) => where },
];

/** The first articles of a file as they would stand in the base. */
export const Preview = ({ preview }: { preview: NonNullable<Import["preview"]> }) =>
  preview.first.length === 0 ? null : (
    <section aria-label="预览">
      <h2>
        预览前 {preview.first.length} 篇{preview.encoding && ` · ${preview.encoding}`}
      </h2>
      <ListTable
        label="预览"
        rows={preview.first}
        columns={columns}
        keyOf={({ where, title }) => `${where}-${title}`}
      />
    </section>
  );
