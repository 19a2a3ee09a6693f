import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { callbacksApi } from "../../../api-callbacks.ts";
import type { Heard } from "../../../types-callbacks.ts";
import type { Form } from "../../articles/editor/use-form.ts";
import { type Fields, fieldWords, heardOn } from "./fields.ts";
import type { Line } from "./lines.ts";

const asked = ["contacted", "resolved", "satisfaction"] as const;

type Props = { lines: readonly Line[]; scale: readonly string[]; form: Form<Fields> };

/** What the citizen has answered so far in the typed lines. What is unclear stays 未答, with what to do about it. */
export function HeardBox({ lines, scale, form }: Props) {
  const isTalk = lines.some(({ speaker }) => speaker === "citizen");
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ["callbacks", "hear", lines],
    queryFn: () => callbacksApi.hear([...lines]),
    enabled: isTalk,
    placeholderData: (old) => old,
  });
  if (!isTalk) return null;
  const failed = error && <p className="near-soon cb-note">没有听成：{error.message}</p>;
  if (!data) return failed;
  return (
    <section aria-label="听到的回答" className="cb-heard">
      <dl className="pairs">
        {asked.map((field) => (
          <div key={field}>
            <dt>{fieldWords[field]}</dt>
            <dd>
              <span className={data[field] === "未答" ? "quiet" : ""}>{data[field]}</span>
            </dd>
          </div>
        ))}
        {data.reason && (
          <div>
            <dt>{fieldWords.reason}</dt>
            <dd>{data.reason}</dd>
          </div>
        )}
      </dl>
      {asked.some((field) => data[field] === "未答") && (
        <p className="quiet cb-note">“还行吧”“差不多”不是答案：照话术再问一遍，仍不明确的记“未答”，不替市民选。</p>
      )}
      {failed}
      <Button size="small" disabled={isPlaceholderData || error !== null} onClick={() => fill(form, scale, data)}>
        按听到的填
      </Button>
    </section>
  );
}

function fill({ set, value }: Form<Fields>, scale: readonly string[], heard: Heard): void {
  set("contacted", heard.contacted);
  set("resolved", heard.resolved);
  set("satisfaction", heardOn(scale, heard.satisfaction));
  if (heard.reason && !value.reason) set("reason", heard.reason);
  if (heard.opinions.length > 0 && !value.opinions.trim()) set("opinions", heard.opinions.join("\n"));
}
