import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { articlesApi } from "../../api-articles.ts";

type Props = { label: string; value: string | null; onChange: (articleId: string | null) => void };

/** Chooses one article by words of its title. */
export function ArticlePicker({ label, value, onChange }: Props) {
  const [title, setTitle] = useState("");
  const { data, isFetching } = useQuery({
    queryKey: ["kb", "pick", title],
    queryFn: () => articlesApi.list({ limit: 20, ...(title ? { title } : {}) }),
    placeholderData: (old) => old,
  });
  return (
    <Select
      className="fill"
      aria-label={label}
      placeholder="按标题找文章"
      showSearch={{ filterOption: false, onSearch: setTitle }}
      allowClear
      loading={isFetching}
      value={value}
      notFoundContent={isFetching ? "正在找…" : "没有这个标题的文章"}
      options={(data?.items ?? []).map((head) => ({ value: head.id, label: head.title }))}
      onChange={(id) => onChange(id ?? null)}
    />
  );
}
