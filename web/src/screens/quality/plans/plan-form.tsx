import { Button, Input, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import { qualityApi } from "../../../api-quality.ts";
import { Chips } from "../../../parts/chips.tsx";
import { useItems, useQaAction, useSeats } from "../../../queries-quality.ts";
import type { NewPlan } from "../../../types-quality.ts";
import { monthOf } from "../months.ts";
import { seatWords } from "../seat-words.ts";

const methods = { 风险加权: "风险高的多抽", 随机: "随机" } as const;
const reviewKinds = { "1": "一人复核", "2": "两人各评（双评）" } as const;
const directions = { all: "来电和回访", inbound: "只抽来电", callback: "只抽回访" } as const;

type Typed = {
  name: string;
  month: string;
  method: keyof typeof methods;
  reviews: keyof typeof reviewKinds;
  direction: keyof typeof directions;
  perAgent: number | null;
  agentId: string | undefined;
  team: string | undefined;
  agency: string;
  item: string | undefined;
  seed: string;
};

const nothingTyped = (month: string): Typed => ({
  name: `${month} 月度抽查`,
  month,
  method: "风险加权",
  reviews: "1",
  direction: "all",
  perAgent: null,
  agentId: undefined,
  team: undefined,
  agency: "",
  item: undefined,
  seed: "",
});

/** What is not said is left to the server: the rubric's number a person, a fresh seed. */
function planOf(typed: Typed): NewPlan {
  const { name, month, method, reviews, direction, perAgent, agentId, team, agency, item, seed } = typed;
  return {
    name: name.trim(),
    month,
    method,
    reviews: reviews === "2" ? 2 : 1,
    ...(perAgent ? { perAgent } : {}),
    ...(seed.trim() ? { seed: seed.trim() } : {}),
    filter: {
      ...(direction === "all" ? {} : { direction }),
      ...(agentId ? { agentId } : {}),
      ...(team ? { team } : {}),
      ...(agency.trim() ? { agency: agency.trim() } : {}),
      ...(item ? { item } : {}),
    },
  };
}

/** Draws at once; what was typed stays when there is nothing to draw. */
export function PlanForm({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState(() => nothingTyped(monthOf(Date.now())));
  const { data: seats } = useSeats();
  const { data: items } = useItems();
  const draw = useQaAction(qualityApi.makePlan, "抽好了，任务已排进队列");
  const set = <Name extends keyof Typed>(name: Name, value: Typed[Name]) => setTyped({ ...typed, [name]: value });
  const teams = [...new Set((seats?.items ?? []).flatMap(({ team }) => team ?? []))];
  return (
    <form
      className="qa-form"
      aria-label="抽一批"
      onSubmit={(event) => {
        event.preventDefault();
        draw.mutate(planOf(typed), { onSuccess: onClose });
      }}
    >
      <div className="qa-form-fields">
        <Field id="plan-name" words="名称">
          <Input
            id="plan-name"
            value={typed.name}
            maxLength={100}
            onChange={({ target }) => set("name", target.value)}
          />
        </Field>
        <Field id="plan-month" words="月份">
          <Input
            id="plan-month"
            type="month"
            value={typed.month}
            onChange={({ target }) => set("month", target.value)}
          />
        </Field>
        <Field id="plan-per-agent" words="每人几通">
          <InputNumber<number>
            id="plan-per-agent"
            min={1}
            max={500}
            placeholder="按评分表"
            value={typed.perAgent}
            onChange={(value) => set("perAgent", value)}
          />
        </Field>
        <Chips label="方法" words={methods} chosen={typed.method} onChoose={(value) => set("method", value)} />
        <Chips label="几人评" words={reviewKinds} chosen={typed.reviews} onChoose={(value) => set("reviews", value)} />
        <Chips label="来源" words={directions} chosen={typed.direction} onChoose={(value) => set("direction", value)} />
      </div>
      <div className="qa-form-fields">
        <Choice
          words="坐席（不限）"
          value={typed.agentId}
          options={(seats?.items ?? []).map((seat) => ({ value: seat.agentId, label: seatWords(seat) }))}
          onChoose={(value) => set("agentId", value)}
        />
        <Choice
          words="班组（不限）"
          value={typed.team}
          options={teams.map((team) => ({ value: team, label: team }))}
          onChoose={(value) => set("team", value)}
        />
        <Choice
          words="含扣分项（不限）"
          value={typed.item}
          options={(items?.items ?? []).map(({ item }) => ({ value: item, label: item }))}
          onChoose={(value) => set("item", value)}
        />
        <Field id="plan-agency" words="承办单位">
          <Input
            id="plan-agency"
            placeholder="不限"
            value={typed.agency}
            onChange={({ target }) => set("agency", target.value)}
          />
        </Field>
        <Field id="plan-seed" words="种子">
          <Input
            id="plan-seed"
            placeholder="不填则随机生成"
            value={typed.seed}
            onChange={({ target }) => set("seed", target.value)}
          />
        </Field>
      </div>
      <p className="head-buttons">
        <Button type="primary" htmlType="submit" disabled={!typed.name.trim() || !typed.month} loading={draw.isPending}>
          现在抽
        </Button>
        <Button onClick={onClose}>取消</Button>
        <span className="quiet">当月抽过的通话不会再抽；同一种子抽出来的一样。</span>
      </p>
    </form>
  );
}

const Field = ({ id, words, children }: { id: string; words: string; children: ReactNode }) => (
  <span className="qa-field">
    <label htmlFor={id}>{words}</label>
    {children}
  </span>
);

type ChoiceProps = {
  words: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChoose: (value: string | undefined) => void;
};

const Choice = ({ words, value, options, onChoose }: ChoiceProps) => (
  <Select<string>
    className="choice"
    aria-label={words}
    placeholder={words}
    allowClear
    showSearch
    options={options}
    value={value ?? null}
    onChange={(next?: string) => onChoose(next)}
  />
);
