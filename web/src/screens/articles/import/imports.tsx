import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { putFile } from "../../../parts/put-file.ts";
import { shortTime } from "../../../parts/time.ts";
import { kbKey } from "../../../queries-articles.ts";
import type { Import } from "../../../types-knowledge.ts";
import { sizeWords } from "../../desk/aside/upload.ts";
import { Export } from "./export.tsx";
import { importStateWords } from "./words.ts";

const accept = ".csv,.xlsx,.docx,.md,.markdown,.html,.htm,.jsonl,.zip";
const askAgainMs = 2_000;

const columns: readonly Column<Import>[] = [
  { title: "文件", className: "wide", cell: ({ name }) => name },
  { title: "大小", className: "num tight", cell: ({ sizeBytes }) => sizeWords(sizeBytes) },
  { title: "状态", className: "tight", cell: ({ state }) => importStateWords[state] },
  {
    title: "结果",
    cell: ({ report, failure }) =>
      failure ?? (report ? `新增 ${report.created}，更新 ${report.updated}，未变 ${report.unchanged}` : ""),
  },
  { title: "谁", className: "tight", cell: ({ createdBy }) => createdBy },
  { title: "时间", className: "num tight", cell: ({ createdAt }) => shortTime(createdAt) },
];

/** Files come in with a look at what they would change; all of it can be taken out again. */
export function Imports() {
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "imports"],
    queryFn: knowledgeApi.imports,
    refetchInterval: ({ state }) =>
      state.data?.items.some((each) => each.state === "reading" || each.state === "importing") ? askAgainMs : false,
  });
  return (
    <section>
      <header className="screen-head">
        <h1>导入导出</h1>
        <span className="grow" />
        <Export />
      </header>
      <Upload />
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />)}
      {data && data.items.length > 0 && (
        <ListTable
          label="导入"
          rows={data.items}
          columns={columns}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/articles/import/${encodeURIComponent(id)}`}
        />
      )}
    </section>
  );
}

function Upload() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0);
  const [isOver, setOver] = useState(false);
  const send = useMutation({
    mutationFn: (file: File) => putFile<Import>("/api/articles/imports", file, setShare),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: kbKey });
      await navigate(`/articles/import/${encodeURIComponent(id)}`);
    },
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    setShare(0);
    send.mutate(file);
  };
  return (
    <section
      aria-label="上传文件"
      className={`upload-box${isOver ? " is-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label="选择要导入的文件"
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = "";
        }}
      />
      <Button type="primary" loading={send.isPending} onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <span className="quiet">
        或拖到这里：CSV、XLSX、DOCX、Markdown、HTML、JSONL，或它们的 ZIP。先看预览，确认后才改动知识库。
      </span>
      {send.isPending && <progress value={share} aria-label="正在上传" />}
      {send.error && (
        <p className="near-over" role="alert">
          {send.error.message}
        </p>
      )}
    </section>
  );
}
