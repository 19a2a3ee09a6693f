import { Input, Select } from "antd";
import { useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { Chips } from "../../../parts/chips.tsx";
import { useItems, useSeats } from "../../../queries-quality.ts";
import { seatWords } from "../seat-words.ts";
import { directions, filterOf, orders, states, withWord } from "./filter.ts";

/** Narrows the list; all of it stands in the address. Agents have but their own calls. */
export function Filters() {
  const mayReview = useMay("score.review");
  const [search, setSearch] = useSearchParams();
  const { direction, state, order, from, to } = filterOf(search);
  const choose = (name: string) => (value: string | null) =>
    setSearch(withWord(search, name, value), { replace: true });
  return (
    <div className="kb-filters qa-filters">
      {mayReview && (
        <Chips label="来源" words={directions} chosen={chipOf(direction, directions)} onChoose={choose("direction")} />
      )}
      <Chips label="状态" words={states} chosen={chipOf(state, states)} onChoose={choose("state")} />
      <Chips label="次序" words={orders} chosen={order ?? "risk"} onChoose={choose("order")} />
      {mayReview && <Choices />}
      <span className="days">
        <Input
          type="date"
          size="small"
          aria-label="从哪天"
          value={from ?? ""}
          onChange={({ target }) => choose("from")(target.value)}
        />
        至
        <Input
          type="date"
          size="small"
          aria-label="到哪天"
          value={to ?? ""}
          onChange={({ target }) => choose("to")(target.value)}
        />
      </span>
      {search.size > 0 && (
        <button type="button" className="link" onClick={() => setSearch({}, { replace: true })}>
          清除条件
        </button>
      )}
    </div>
  );
}

const chipOf = <Words extends object>(value: string | undefined, words: Words): keyof Words & string =>
  (value !== undefined && Object.hasOwn(words, value) ? value : "all") as keyof Words & string;

function Choices() {
  const [search, setSearch] = useSearchParams();
  const { data: seats } = useSeats();
  const { data: items } = useItems();
  const teams = [...new Set((seats?.items ?? []).flatMap(({ team }) => team ?? []))];
  const lists = [
    {
      name: "agentId",
      words: "坐席",
      options: (seats?.items ?? []).map((s) => ({ value: s.agentId, label: seatWords(s) })),
    },
    { name: "team", words: "班组", options: teams.map((team) => ({ value: team, label: team })) },
    { name: "item", words: "扣分项", options: (items?.items ?? []).map(({ item }) => ({ value: item, label: item })) },
  ];
  return lists.map(({ name, words, options }) => (
    <Select
      key={name}
      size="small"
      className="choice"
      aria-label={words}
      placeholder={words}
      allowClear
      showSearch
      options={options}
      value={search.get(name)}
      onChange={(value: string | null | undefined) =>
        setSearch(withWord(search, name, value ?? null), { replace: true })
      }
    />
  ));
}
