import { Button, Checkbox } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useKbAction } from "../../../queries-articles.ts";
import type { Import } from "../../../types-knowledge.ts";
import { sizeWords } from "../../desk/aside/upload.ts";
import { Faults } from "./faults.tsx";
import { Mapping } from "./mapping.tsx";
import { Preview } from "./preview.tsx";
import { useImport } from "./use-import.ts";
import { importStateWords } from "./words.ts";

/** One file on its way into the base: what it would change, what was not understood, and how far it is. */
export function ImportScreen() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useImport(id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const isOpen = data.state === "ready" || data.state === "failed";
  return (
    <section>
      <header className="screen-head">
        <Link to="/articles/import">← 导入导出</Link>
        <h1>{data.name}</h1>
        <span className="quiet num">{sizeWords(data.sizeBytes)}</span>
        <strong className={`import-${data.state}`}>{importStateWords[data.state]}</strong>
      </header>
      <Progress import={data} />
      {data.failure && (
        <p className="notice-line near-over" role="alert">
          {data.failure}
        </p>
      )}
      {data.report && (
        <p className="notice-line" role="status">
          新增 {data.report.created} 篇，更新 {data.report.updated} 篇，未变 {data.report.unchanged} 篇，共{" "}
          {data.report.passages} 段。<Link to="/articles">去看知识库</Link>
        </p>
      )}
      {data.state === "ready" && <Confirm import={data} />}
      {data.preview?.notes.map((note) => (
        <p key={note} className="near-soon pad-x">
          {note}
        </p>
      ))}
      {isOpen && data.preview && data.preview.columns.length > 0 && <Mapping key={data.version} import={data} />}
      <Faults import={data} />
      {data.preview && <Preview preview={data.preview} />}
    </section>
  );
}

function Progress({ import: { id, state, progress } }: { import: Import }) {
  const cancel = useKbAction(() => knowledgeApi.cancelImport(id), "已取消");
  if (state !== "reading" && state !== "importing") return null;
  const { done, total } = progress;
  return (
    <div className="import-progress" role="status">
      <progress aria-label="导入进度" {...(total ? { value: done, max: total } : {})} />
      <span className="num">
        {state === "reading" ? `正在读取，已读出 ${done} 篇` : `已导入 ${done} / ${total ?? "?"} 篇`}
      </span>
      <Button loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
        停下
      </Button>
    </div>
  );
}

function Confirm({ import: { id, version, preview } }: { import: Import }) {
  const [isPublishing, setPublishing] = useState(false);
  const confirm = useKbAction(() => knowledgeApi.confirmImport(id, version, isPublishing), null);
  const cancel = useKbAction(() => knowledgeApi.cancelImport(id), "已取消，知识库没有改动");
  const counts = preview?.counts;
  const toWrite = (counts?.created ?? 0) + (counts?.updated ?? 0);
  return (
    <div className="import-confirm">
      <p>
        共 {counts?.total ?? 0} 篇：新增 <strong>{counts?.created ?? 0}</strong>，更新{" "}
        <strong>{counts?.updated ?? 0}</strong>，未变 {counts?.unchanged ?? 0}
        {counts && counts.faults > 0 && <span className="near-over">，没读懂 {counts.faults} 处</span>}
        。现在还没有改动知识库。
      </p>
      <Checkbox checked={isPublishing} onChange={({ target }) => setPublishing(target.checked)}>
        导入后直接发布（法规、待遇类仍要第二人审核）
      </Checkbox>
      <span className="head-buttons">
        <Button
          type="primary"
          disabled={toWrite === 0}
          loading={confirm.isPending}
          onClick={() => confirm.mutate(undefined)}
        >
          确认导入 {toWrite} 篇
        </Button>
        <Button loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          不导入
        </Button>
      </span>
    </div>
  );
}
