import type { KeyboardEvent, ReactNode } from "react";
import { useLit } from "../../parts/light.tsx";
import { SourceTag } from "../../parts/tags.tsx";
import { Why } from "../../parts/why.tsx";
import { Editor } from "./editors.tsx";
import type { Field } from "./field.ts";
import type { Editing } from "./use-editing.ts";

type Props = {
  field: Field;
  editing: Editing;
  isLocked: boolean;
  note?: ReactNode;
  className?: string;
  placeholder?: string;
};

/**
 * A line of the draft. Pointing at it or moving to it by keyboard lights up its words, a click or Space pins them,
 * F2 or Enter edits.
 */
export function FieldRow({ field, editing, isLocked, note, className = "", placeholder = "—" }: Props) {
  const { on, isPinned } = useLit(field.light);
  const open = editing.open.get(field.id);
  const start = () => editing.start(field.id);
  return (
    <div className={`field ${className}${isPinned ? " pinned" : ""}`} data-field={field.id}>
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
            {open.conflict !== null && <Conflict present={field.text} />}
          </>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: the words stay selectable, which they are not in a button
          <div
            {...on}
            role="button"
            className="field-value"
            tabIndex={0}
            aria-pressed={isPinned}
            aria-label={`${field.label}：${field.text || "空"}`}
            onDoubleClick={isLocked ? undefined : start}
            onKeyDown={(event) => act(event, { edit: isLocked ? undefined : start, pin: on.onClick })}
          >
            {field.text || <span className="quiet">{placeholder}</span>}
          </div>
        )}
        {note}
      </div>
      <span className="field-tools">
        {field.text !== "" && <SourceTag engine={field.engine} />}
        {field.why && <Why label={field.label} why={field.why} />}
        {!isLocked && !open && (
          <button type="button" className="link" onClick={start} aria-label={`修改${field.label}`}>
            改
          </button>
        )}
      </span>
    </div>
  );
}

const Conflict = ({ present }: { present: string }) => (
  <div className="conflict" role="alert">
    <p>工单刚被他人修改，您填的还在上面，没有丢。</p>
    <p>
      现值：<strong>{present || "（空）"}</strong>
    </p>
    <p className="quiet">再按“保存”以您填的为准，按“取消”留用现值。</p>
  </div>
);

type Actions = { edit: (() => void) | undefined; pin: (() => void) | undefined };

function act(event: KeyboardEvent, { edit, pin }: Actions): void {
  if (event.ctrlKey || event.metaKey) return;
  if (event.key === "F2" || event.key === "Enter") edit?.();
  else if (event.key === " ") pin?.();
  else return;
  event.preventDefault();
}
