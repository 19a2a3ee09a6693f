import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import type { Stretch } from "../../../parts/stretches.ts";
import { TextDiff } from "../../../parts/text-diff.tsx";
import { useDiff } from "../../../queries-articles.ts";
import type { ArticleDiff, Part } from "../../../types-articles.ts";

type Props = { id: string; from: number; to: number | "draft"; version: number };

/** What changed from one text to the other: fields first, then the body sentence by sentence. */
export function DiffView({ id, from, to, version }: Props) {
  const { data, error, refetch } = useDiff(id, from, to, version);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const hasBody = data.body.some(({ op }) => op !== "same");
  return (
    <div className="diff">
      <p className="quiet">{data.summary}</p>
      {data.fields.length > 0 && (
        <dl className="diff-fields">
          {data.fields.map(({ field, label, parts, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                <TextDiff stretches={stretchesOf(parts.length > 0 ? parts : swapped(before, after))} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hasBody ? <TextDiff stretches={bodyStretches(data)} /> : <p className="quiet">正文没有变。</p>}
    </div>
  );
}

const swapped = (before: string | null, after: string | null): Part[] => [
  { op: "removed", text: before ?? "（空）" },
  { op: "added", text: after ?? "（空）" },
];

const stretchesOf = (parts: readonly Part[]): Stretch[] => parts.map(({ op, text }) => ({ kind: op, text }));

/** Neighbours of one kind are one stretch. */
function bodyStretches({ body }: ArticleDiff): Stretch[] {
  const joined: Stretch[] = [];
  for (const part of body.flatMap(({ parts }) => parts)) {
    const last = joined.at(-1);
    if (last?.kind === part.op) joined[joined.length - 1] = { kind: part.op, text: last.text + part.text };
    else joined.push({ kind: part.op, text: part.text });
  }
  return joined;
}
