import { Input } from "antd";
import { fromLocal, toLocal } from "./moments.ts";

type Props = { id?: string; label: string; value: string | null; onChange: (iso: string | null) => void };

/** A day and time of the city; the browser's own field, which keyboards and screen readers know. */
export const MomentInput = ({ id, label, value, onChange }: Props) => (
  <Input
    {...(id === undefined ? {} : { id })}
    type="datetime-local"
    aria-label={label}
    value={toLocal(value)}
    onChange={({ target }) => onChange(fromLocal(target.value))}
  />
);
