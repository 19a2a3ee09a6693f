import type { KeyboardEvent, ReactNode } from "react";
import { useNavigate } from "react-router";

export type Column<Row> = {
  title: string;
  /** Extra class of the cells: `num`, `wide`, `tight`. */
  className?: string;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** Where Enter or a click on a row leads. */
  linkOf?: (row: Row) => string;
  onFocusRow?: ((row: Row) => void) | undefined;
  selectedKey?: string | undefined;
};

/** A dense list: arrow keys move between rows, Enter opens. Rows keep their place when the data is read again. */
export function ListTable<Row>({ label, rows, columns, keyOf, linkOf, onFocusRow, selectedKey }: Props<Row>) {
  const navigate = useNavigate();
  const open = (row: Row) => linkOf && navigate(linkOf(row));
  const isActive = linkOf !== undefined || onFocusRow !== undefined;
  return (
    <table className="list" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, className }) => (
            <th key={title} className={className} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            data-key={keyOf(row)}
            tabIndex={isActive ? 0 : undefined}
            className={isActive ? "active" : undefined}
            aria-selected={selectedKey === undefined ? undefined : keyOf(row) === selectedKey}
            onClick={() => (onFocusRow ? onFocusRow(row) : open(row))}
            onDoubleClick={() => open(row)}
            onFocus={() => onFocusRow?.(row)}
            onKeyDown={(event) => moveOrOpen(event, () => open(row))}
          >
            {columns.map(({ title, className, cell }) => (
              <td key={title} className={className} data-title={title}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function moveOrOpen(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  const step = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
  if (event.key === "Enter") open();
  else if (step instanceof HTMLElement) step.focus();
  else return;
  event.preventDefault();
}
