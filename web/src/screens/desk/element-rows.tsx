import { useKey } from "../../parts/keys.tsx";
import { type ElementField, mustAsk } from "./element-fields.ts";
import { FieldRow } from "./field-row.tsx";
import { useCopy } from "./live/use-copy.ts";
import type { Editing } from "./use-editing.ts";

type Props = {
  fields: readonly ElementField[];
  editing: Editing;
  isLocked: boolean;
  asked: ReadonlySet<string>;
  onAsked: (element: string) => void;
};

/** What is known and what is still to be asked, in one list whose lines never change places; digits lead to them. */
export function ElementRows({ fields, editing, isLocked, asked, onAsked }: Props) {
  const copy = useCopy();
  const missing = fields.filter(mustAsk);
  const numbered = fields.filter(({ ask }) => ask !== null);
  useKey({ name: /^[1-9]$/, shown: "1-9", words: "到这一号要素" }, (digit) => toRow(numbered[Number(digit) - 1]?.id));
  useKey({ name: "n", shown: "N", words: "到下一个还要问的要素" }, () => toRow(nextAfter(missing, asked)));
  return (
    <section className="elements" aria-label="要素">
      <h2>
        要素 <span className={missing.length ? "to-ask-count" : "quiet"}>{headWords(fields, missing.length)}</span>
      </h2>
      {fields.map((field) => {
        const { ask } = field;
        const use = () => {
          if (!ask) return;
          void copy(ask.question);
          onAsked(ask.element);
        };
        return (
          <FieldRow
            key={field.id}
            field={field}
            editing={editing}
            isLocked={isLocked}
            digit={ask ? numbered.indexOf(field) + 1 : undefined}
            question={
              ask && mustAsk(field)
                ? { words: ask.question, state: asked.has(ask.element) ? "已问" : ask.state, use }
                : undefined
            }
          />
        );
      })}
    </section>
  );
}

function headWords(fields: readonly ElementField[], missing: number): string {
  if (missing) return `还要问 ${missing} 项`;
  return fields.some(({ ask }) => ask) ? "已齐" : "";
}

/** The next one that was not put yet after the line one is on; then the others. */
function nextAfter(missing: readonly ElementField[], asked: ReadonlySet<string>): string | undefined {
  const here = document.activeElement?.closest("[data-field]")?.getAttribute("data-field");
  const ids = (missing.some(({ key }) => !asked.has(key)) ? missing.filter(({ key }) => !asked.has(key)) : missing).map(
    ({ id }) => id,
  );
  return ids[(ids.indexOf(here ?? "") + 1) % Math.max(ids.length, 1)];
}

/** Moves to a line of the draft: to its words, or to the editor that stands open there. */
export function toRow(id: string | undefined): boolean {
  const row = id ? document.querySelector(`[data-field="${CSS.escape(id)}"]`) : null;
  const target = row?.querySelector<HTMLElement>("textarea, .field-value");
  target?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return Boolean(target);
}
