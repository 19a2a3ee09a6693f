import { useState } from "react";
import type { ElementField } from "./element-fields.ts";
import { FieldRow } from "./field-row.tsx";
import type { Editing } from "./use-editing.ts";

type Props = { fields: readonly ElementField[]; editing: Editing; isLocked: boolean };

/** Elements that nobody asked and that need not be known: folded away until they are wanted. */
export function IdleElements({ fields, editing, isLocked }: Props) {
  const [isShown, setShown] = useState(false);
  if (!fields.length) return null;
  return (
    <>
      <button type="button" className="link fold" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? "收起" : `其他要素 ${fields.length} 项：${fields.map(({ label }) => label).join("、")}`}
      </button>
      {isShown &&
        fields.map((field) => <FieldRow key={field.id} field={field} editing={editing} isLocked={isLocked} />)}
    </>
  );
}
