import { Checkbox, Input, Select } from "antd";
import type { ReactNode } from "react";
import { MomentInput } from "../../../parts/moment-input.tsx";
import { afterHours, fromLocal, toLocal } from "../../../parts/moments.ts";
import { useCity } from "../../../queries.ts";
import { useFacets } from "../../../queries-articles.ts";
import type { ArticleFields } from "../../../types-articles.ts";
import { kinds } from "../words.ts";
import { fieldWords } from "./fields.ts";
import type { Form } from "./use-form.ts";

type Props = { form: Form<ArticleFields> };
type LineName = "agency" | "item" | "region" | "audience" | "legalBasis";

/** Whose it is, what it rests on, for whom and for how long. */
export function FactsFields({ form }: Props) {
  const { value, set } = form;
  const facets = useFacets().data;
  const city = useCity().data;
  const line = (name: LineName, offered: readonly string[], placeholder?: string) => (
    <Labelled id={`article-${name}`} words={fieldWords[name]}>
      <Input
        id={`article-${name}`}
        list={`offers-${name}`}
        value={value[name] ?? ""}
        placeholder={placeholder}
        onChange={({ target }) => set(name, target.value || null)}
      />
      <datalist id={`offers-${name}`}>
        {offered.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </Labelled>
  );
  return (
    <div className="facts-fields">
      <Labelled id="article-kind" words={fieldWords.kind}>
        <Select
          id="article-kind"
          className="fill"
          value={value.kind}
          options={kinds.map((kind) => ({ value: kind, label: kind }))}
          onChange={(kind) => set("kind", kind)}
        />
      </Labelled>
      {line("agency", [...new Set([...(city?.agencies ?? []), ...(facets?.agencies ?? [])])])}
      {line("item", facets?.items ?? [])}
      {line("region", facets?.regions ?? [], "全市")}
      {line("audience", facets?.audiences ?? [])}
      {line("legalBasis", [], "法规、文件名称与文号")}
      <TimeFields form={form} />
    </div>
  );
}

function TimeFields({ form: { value, set } }: Props) {
  const moment = (name: "validFrom" | "validUntil" | "reviewDueAt") => (
    <Labelled id={`article-${name}`} words={fieldWords[name]}>
      <MomentInput
        id={`article-${name}`}
        label={fieldWords[name]}
        value={value[name]}
        onChange={(iso) => set(name, iso)}
      />
    </Labelled>
  );
  return (
    <>
      {moment("validFrom")}
      {moment("validUntil")}
      {moment("reviewDueAt")}
      <div className="form-line bulletin-field">
        <Checkbox checked={value.bulletin} onChange={({ target }) => set("bulletin", target.checked)}>
          公告（停水、停电等，置顶显示）
        </Checkbox>
        {value.bulletin && (
          <fieldset className="quick-ends" aria-label="何时失效">
            {quickEnds.map(({ words, endOf }) => (
              <button key={words} type="button" className="chip" onClick={() => set("validUntil", endOf(Date.now()))}>
                {words}
              </button>
            ))}
          </fieldset>
        )}
      </div>
    </>
  );
}

/** The end of the day in the time of the city. */
export const tonight = (nowMs: number): string =>
  fromLocal(`${toLocal(new Date(nowMs).toISOString()).slice(0, 10)}T23:59`) ?? afterHours(nowMs, 24);

const quickEnds: readonly { words: string; endOf: (nowMs: number) => string }[] = [
  { words: "4 小时后失效", endOf: (nowMs) => afterHours(nowMs, 4) },
  { words: "今晚失效", endOf: tonight },
  { words: "24 小时", endOf: (nowMs) => afterHours(nowMs, 24) },
  { words: "3 天", endOf: (nowMs) => afterHours(nowMs, 72) },
  { words: "7 天", endOf: (nowMs) => afterHours(nowMs, 168) },
];

const Labelled = ({ id, words, children }: { id: string; words: string; children: ReactNode }) => (
  <div className="form-line">
    <label htmlFor={id}>{words}</label>
    {children}
  </div>
);
