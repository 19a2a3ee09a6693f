import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { callbacksApi } from "../../../api-callbacks.ts";
import { MomentInput } from "../../../parts/moment-input.tsx";
import { useCaseAction } from "../../../queries-callbacks.ts";
import type { CaseDetail, NewCase } from "../../../types-callbacks.ts";

type Typed = Record<"orderId" | "title" | "contact" | "callerName" | "agency" | "street" | "item" | "content", string>;

const blank: Typed = {
  orderId: "",
  title: "",
  contact: "",
  callerName: "",
  agency: "",
  street: "",
  item: "",
  content: "",
};
const labels: [keyof Typed, string, string][] = [
  ["orderId", "工单编号", "必填"],
  ["title", "标题", "本系统的工单可不填"],
  ["contact", "电话", ""],
  ["callerName", "来电人", "如：王建国 或 王女士"],
  ["agency", "承办单位", ""],
  ["street", "街道", ""],
  ["item", "事项", ""],
];
const kinds = ["咨询", "求助", "投诉", "举报", "建议"].map((value) => ({ value, label: value }));

/** One finished order by hand. What is left empty is taken from our own order of that number. */
export function AddOne({ onAdded }: { onAdded: (one: CaseDetail) => void }) {
  const [typed, setTyped] = useState(blank);
  const [completedAt, setCompletedAt] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [ticks, setTicks] = useState<("confidential" | "refusesCallback")[]>([]);
  const add = useCaseAction((json: NewCase) => callbacksApi.add(json), "已加入");
  const send = () => {
    if (!typed.orderId.trim() || !completedAt) return;
    const words = Object.fromEntries(
      Object.entries(typed).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])),
    );
    const marks = Object.fromEntries(ticks.map((tick) => [tick, true]));
    add.mutate(
      { ...words, ...marks, ...(kind ? { kind } : {}), orderId: typed.orderId.trim(), completedAt },
      {
        onSuccess: (one) => {
          onAdded(one);
          setTyped(blank);
          setTicks([]);
          setKind(null);
        },
      },
    );
  };
  return (
    <form
      className="cb-form"
      aria-label="加入一件"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>加入一件</h2>
      {labels.map(([field, label, hint]) => (
        <div key={field} className="cb-field">
          <span>{label}</span>
          <Input
            aria-label={label}
            placeholder={hint}
            value={typed[field]}
            onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
          />
        </div>
      ))}
      <div className="cb-field">
        <span>办结时间</span>
        <MomentInput label="办结时间" value={completedAt} onChange={setCompletedAt} />
      </div>
      <div className="cb-field">
        <span>类型</span>
        <Select
          aria-label="类型"
          allowClear
          options={kinds}
          value={kind}
          onChange={(value) => setKind(value ?? null)}
        />
      </div>
      <div className="cb-field">
        <span>内容</span>
        <Input.TextArea
          aria-label="内容"
          placeholder="内容里写明不回访、要求保密、扬言的，会按规定不回访"
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={typed.content}
          onChange={({ target }) => setTyped({ ...typed, content: target.value })}
        />
      </div>
      <div className="cb-field">
        <span />
        <Checkbox.Group
          options={[
            { label: "要求保密", value: "confidential" },
            { label: "不接受回访", value: "refusesCallback" },
          ]}
          value={ticks}
          onChange={setTicks}
        />
      </div>
      <div className="cb-field">
        <span />
        <p>
          <Button
            type="primary"
            htmlType="submit"
            loading={add.isPending}
            disabled={!typed.orderId.trim() || !completedAt}
          >
            加入
          </Button>
        </p>
      </div>
    </form>
  );
}
