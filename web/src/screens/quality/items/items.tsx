import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { qualityApi } from "../../../api-quality.ts";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { type Column, ListTable } from "../../../parts/list-table.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { percent } from "../../../parts/words.ts";
import { useItems, useQaAction } from "../../../queries-quality.ts";
import type { Standing } from "../../../types-quality.ts";
import { Rubric } from "./rubric.tsx";

const modes: Record<Standing["mode"], string> = { 自动: "按认同率自动定", 扣分: "扣分", 仅提示: "仅提示" };

const columns: readonly Column<Standing>[] = [
  { title: "行", className: "num tight labelled", cell: ({ row }) => row },
  {
    title: "考评项",
    className: "wide",
    cell: ({ item, why }) => (
      <>
        <span>{item}</span>
        {why && <span className="risk-why quiet">{why}</span>}
      </>
    ),
  },
  { title: "分值", className: "num tight labelled", cell: ({ points }) => points },
  { title: "靠什么判", className: "tight", cell: ({ means }) => means },
  {
    title: "实测准确率",
    className: "num tight labelled",
    cell: ({ measuredPrecision }) => (measuredPrecision === null ? "—" : percent(measuredPrecision)),
  },
  {
    title: "人工认同",
    className: "num tight labelled",
    cell: ({ agreed, decided }) => (agreed === null ? "—" : `${Math.round(agreed * 100)}%（${decided} 次）`),
  },
  {
    title: "现在",
    className: "tight",
    cell: ({ hintOnly }) => (hintOnly ? <span className="near-soon">仅提示</span> : "扣分"),
  },
  { title: "设置", className: "tight", cell: (standing) => <Mode standing={standing} /> },
];

/** How well the engine does on each item, and whether it may cost points. */
export function Items() {
  const { data, error, refetch } = useItems();
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  const { precisionMin, agreementMin, decisionsMin } = data.limits;
  return (
    <section>
      <header className="screen-head">
        <h1>评分项</h1>
        <span className="quiet">
          实测准确率低于 {Math.round(precisionMin * 100)}%，或满 {decisionsMin} 次复核而认同低于{" "}
          {Math.round(agreementMin * 100)}% 的，只提示不扣分。改动对以后评的通话生效。
        </span>
      </header>
      {data.items.length === 0 ? (
        <Empty title="评分表里没有可判的项" />
      ) : (
        <ListTable label="评分项" rows={data.items} columns={columns} keyOf={({ item }) => item} />
      )}
      <Rubric />
    </section>
  );
}

function Mode({ standing }: { standing: Standing }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {standing.mode === "自动" ? "自动" : `定为${standing.mode}`}
      </Button>
      {isOpen && <ModeForm standing={standing} onClose={() => setOpen(false)} />}
    </>
  );
}

function ModeForm({ standing: { item, mode }, onClose }: { standing: Standing; onClose: () => void }) {
  const [chosen, setChosen] = useState(mode);
  const [reason, setReason] = useState("");
  const change = useQaAction(
    (to: { mode: Standing["mode"]; reason: string }) => qualityApi.changeItem(item, to),
    "已改，对以后评的通话生效",
  );
  return (
    <Modal
      title={item}
      open
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: !reason.trim() || chosen === mode, loading: change.isPending }}
      onOk={() => change.mutate({ mode: chosen, reason: reason.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="qa-form-fields">
        <Chips label="怎么用" words={modes} chosen={chosen} onChoose={setChosen} />
        <Input.TextArea
          aria-label="理由"
          placeholder="理由"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Modal>
  );
}
