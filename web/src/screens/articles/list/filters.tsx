import { Input } from "antd";
import { useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { useCounts } from "../../../queries-articles.ts";
import type { ArticleState, Counts } from "../../../types-articles.ts";
import { articleStateWords } from "../words.ts";
import { withWord } from "./filter.ts";

const states = Object.keys(articleStateWords) as ArticleState[];

/** Words of the title for everybody; state, due dates and one's own for editors. */
export function Filters() {
  const mayEdit = useMay("article.edit");
  const [search, setSearch] = useSearchParams();
  const title = search.get("title") ?? "";
  return (
    <div className="kb-filters">
      {mayEdit && <EditorFilters />}
      <Input.Search
        key={title}
        className="title-filter"
        size="small"
        aria-label="标题含"
        placeholder="标题含…"
        defaultValue={title}
        allowClear
        onSearch={(typed) => setSearch(withWord(search, "title", typed.trim() || null))}
      />
    </div>
  );
}

function EditorFilters() {
  const [search, setSearch] = useSearchParams();
  const { data: counts } = useCounts();
  const state = search.get("state");
  const choose = (name: string, value: string | null) => setSearch(withWord(search, name, value));
  return (
    <>
      <Chip isOn={state === null} words="全部" onClick={() => choose("state", null)} />
      {states.map((each) => (
        <Chip
          key={each}
          isOn={state === each}
          words={articleStateWords[each]}
          count={counts?.[each]}
          onClick={() => choose("state", each)}
        />
      ))}
      <span className="chip-gap" />
      {toggles.map(({ name, words, countOf }) => {
        const isOn = search.get(name) === "true";
        const count = counts && countOf?.(counts);
        return (
          <Chip key={name} isOn={isOn} words={words} count={count} onClick={() => choose(name, isOn ? null : "true")} />
        );
      })}
    </>
  );
}

const toggles: readonly {
  name: "due" | "mine" | "bulletin";
  words: string;
  countOf?: (counts: Counts) => number | undefined;
}[] = [
  { name: "due", words: "该复核", countOf: ({ due }) => due },
  { name: "mine", words: "我写的" },
  { name: "bulletin", words: "公告" },
];

type ChipProps = { isOn: boolean; words: string; count?: number | undefined; onClick: () => void };

const Chip = ({ isOn, words, count, onClick }: ChipProps) => (
  <button type="button" className="chip" aria-pressed={isOn} onClick={onClick}>
    {words}
    {count ? <span className="num quiet"> {count}</span> : null}
  </button>
);
