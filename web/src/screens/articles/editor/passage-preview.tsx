import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { articlesApi } from "../../../api-articles.ts";
import { useNow } from "../../../parts/use-now.ts";
import type { ArticleFields } from "../../../types-articles.ts";
import { SlotText } from "../slot-text.tsx";
import { validityWords } from "../validity.tsx";
import { slotWords } from "./slots.ts";

const waitMs = 400;

/** A value that has stood still for a moment: what one types is not asked about letter by letter. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The passages exactly as the server cuts them and agents see them. */
export function PassagePreview({ fields }: { fields: ArticleFields }) {
  const body = useSettled(fields.body);
  const title = useSettled(fields.title);
  const nowMs = useNow();
  const { data, error } = useQuery({
    queryKey: ["preview", title, body],
    queryFn: () => articlesApi.preview(title, body),
    enabled: body.trim() !== "",
    placeholderData: keepPreviousData,
  });
  if (body.trim() === "") return <p className="quiet pad-x">写下正文后，这里显示坐席看到的每一条答复。</p>;
  if (error) return <p className="near-over pad-x">预览没有取到：{error.message}</p>;
  return (
    <>
      {data?.faults.map((fault) => (
        <p key={fault} className="near-over pad-x" role="alert">
          {fault}
        </p>
      ))}
      {data && data.slots.length > 0 && (
        <p className="quiet pad-x">
          空位：
          {data.slots.map(({ name, type }) => `${name}（${slotWords[type]}）`).join("、")}
        </p>
      )}
      <ol className="passages" aria-label="坐席看到的答复">
        {data?.passages.map(({ path, text }) => (
          <li key={`${path}-${text}`} className="passage">
            <p className="passage-head">
              <strong>{fields.title || "（还没有标题）"}</strong>
              {path && <span className="quiet"> {path}</span>}
            </p>
            <blockquote>
              <SlotText text={text} />
            </blockquote>
            <p className="quiet passage-foot">
              来源：{fields.agency ?? "未写单位"} · {validityWords(fields, nowMs)}
              {fields.legalBasis && ` · ${fields.legalBasis}`}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
