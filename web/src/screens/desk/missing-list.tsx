import type { ElementField } from "./element-fields.ts";
import { FieldRow } from "./field-row.tsx";
import type { Editing } from "./use-editing.ts";

type Props = { fields: readonly ElementField[]; editing: Editing; isLocked: boolean };

/** What is still to be asked before the caller hangs up, each with one ready question. */
export const MissingList = ({ fields, editing, isLocked }: Props) => (
  <section className="missing" aria-label="还要问">
    <h2>{fields.length ? `还要问 ${fields.length} 项` : "要素已齐"}</h2>
    {fields.map((field) => (
      <FieldRow key={field.id} field={field} editing={editing} isLocked={isLocked} placeholder={`问：“${field.ask}”`} />
    ))}
  </section>
);
