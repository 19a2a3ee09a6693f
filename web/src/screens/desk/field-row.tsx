import type { KeyboardEvent, ReactNode } from "react";
import { useLit } from "../../parts/light.tsx";
import { SourceTag } from "../../parts/tags.tsx";
import { Why } from "../../parts/why.tsx";
import { Editor } from "./editors.tsx";
import type { Field } from "./field.ts";
import { Conflict, SuggestionChanged } from "./open-marks.tsx";
import { moveOrAct } from "./row-keys.ts";
import type { Editing } from "./use-editing.ts";
import { useIsChanged } from "./use-is-changed.ts";

/** A question to put, in the place of a value that is not known yet. */
export type Question = { words: string; state: string; use: () => void };

type Props = {
  field: Field;
  editing: Editing;
  isLocked: boolean;
  note?: ReactNode;
  className?: string;
  /** The key that leads here. */
  digit?: number | undefined;
  question?: Question | undefined;
};

/**
 * A line of the draft. Pointing at it or moving to it by keyboard lights up its words, a click or Space pins them (or
 * copies the question that stands there), F2 or Enter edits.
 */
export function FieldRow({ field, editing, isLocked, note, className = "", digit, question }: Props) {
  const { on, isPinned } = useLit(field.light);
  const open = editing.open.get(field.id);
  const start = isLocked ? undefined : () => editing.start(field.id, field.text);
  const act = question?.use ?? on.onClick;
  const classes = `field ${className}${isPinned ? " pinned" : ""}${question ? " to-ask" : ""}`;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => moveOrAct(event, { edit: start, act });
  return (
    <div className={classes} data-field={field.id}>
      <span className="field-digit">{digit && digit <= 9 ? <kbd>{digit}</kbd> : null}</span>
      <span className="field-label">{field.label}</span>
      <div className="field-body">
        {open ? (
          <>
            <Editor
              label={field.label}
              edit={field.edit}
              isSaving={editing.isSaving}
              onSave={(changes) => editing.save(field.id, changes)}
              onCancel={() => editing.cancel(field.id)}
            />
            {open.conflict !== null ? (
              <Conflict present={field.text} />
            ) : (
              open.shown !== field.text && <SuggestionChanged present={field.text} />
            )}
          </>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: the words stay selectable, which they are not in a button
          <div
            {...on}
            role="button"
            className="field-value"
            tabIndex={0}
            aria-pressed={isPinned}
            aria-label={`${field.label}：${field.text || (question ? `问 ${question.words}` : "空")}`}
            onClick={act}
            onDoubleClick={start}
            onKeyDown={onKeyDown}
          >
            <Words field={field} question={question} />
          </div>
        )}
        {note}
      </div>
      <span className="field-tools">
        {question ? (
          <span className="ask-state">{question.state}</span>
        ) : (
          field.text !== "" && <SourceTag engine={field.engine} />
        )}
        {field.why && <Why label={field.label} why={field.why} />}
        {start && !open && (
          <button type="button" className="link" tabIndex={-1} onClick={start} aria-label={`修改${field.label}`}>
            改
          </button>
        )}
      </span>
    </div>
  );
}

/** A longer text grows with every sentence: to light up each time would be no news. */
const longestNewsChars = 20;

function Words({ field, question }: { field: Field; question: Question | undefined }) {
  const isChanged = useIsChanged(field.text);
  if (question)
    return (
      <>
        {field.text && <span className="quiet">{field.text} </span>}
        <span className="question">“{question.words}”</span>
      </>
    );
  if (!field.text) return <span className="quiet">—</span>;
  return (
    <span key={field.text} className={isChanged && field.text.length <= longestNewsChars ? "fresh" : undefined}>
      {field.text}
    </span>
  );
}
