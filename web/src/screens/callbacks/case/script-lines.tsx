import { Chips } from "../../../parts/chips.tsx";
import { useKey } from "../../../parts/keys.tsx";
import { markQuotes } from "../../../parts/marks.ts";
import type { Script, ScriptLine } from "../../../types-callbacks.ts";

type Props = {
  script: Script;
  onChoose: (id: string) => void;
  said: ReadonlySet<string>;
  /** Null: nobody is called from here. */
  onSaid: ((text: string) => void) | null;
};

/** The script with the order's facts in it, line by line in the order in which it is said. */
export function ScriptLines({ script, said, onChoose, onSaid }: Props) {
  useKey(
    { name: /^[1-9]$/, shown: "1 — 9", words: "话术第几句说了" },
    onSaid && ((name) => onSaid(script.lines[Number(name) - 1]?.text ?? "")),
  );
  const titles = Object.fromEntries(script.scripts.map(({ id, title }) => [id, title]));
  return (
    <section aria-label="话术" className="cb-script">
      <header className="cb-head">
        <h2>
          话术 <span className="quiet">{script.clause}</span>
        </h2>
        <Chips label="用哪套话术" words={titles} chosen={script.id} onChoose={onChoose} />
      </header>
      <ol>
        {script.lines.map((line, index) => (
          <Line
            key={`${line.step}-${line.text}`}
            line={line}
            number={index + 1}
            isSaid={said.has(line.text)}
            onSaid={onSaid}
          />
        ))}
      </ol>
    </section>
  );
}

type LineProps = { line: ScriptLine; number: number; isSaid: boolean } & Pick<Props, "onSaid">;

function Line({ line: { step, text, clause, note, isStandard }, number, isSaid, onSaid }: LineProps) {
  return (
    <li className={isStandard ? "cb-line" : "cb-line cb-line-own"}>
      <span className="cb-step">
        <span className="num">{number}</span> {step}
      </span>
      <div>
        <span className="cb-text">
          <Slots text={text} />
        </span>{" "}
        <span className={isStandard ? "quiet cb-note" : "near-soon cb-note"}>
          {clause}
          {note && ` · ${note}`}
        </span>
      </div>
      {onSaid && (
        <button type="button" className="link" aria-label={`说了：${step}`} onClick={() => onSaid(text)}>
          {isSaid ? "✓ 说了" : "说了"}
        </button>
      )}
    </li>
  );
}

/** A fact that nobody knows stays a slot: it is marked, so that nobody reads it out. */
const Slots = ({ text }: { text: string }) =>
  markQuotes(text, text.match(/〔[^〕]+〕/gu) ?? []).map(({ text: words, start, isMarked }) =>
    isMarked ? (
      <span key={start} className="cb-slot" title="工单里没有这一项，请先问清或换个说法">
        {words}
      </span>
    ) : (
      words
    ),
  );
