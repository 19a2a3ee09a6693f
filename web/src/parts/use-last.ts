import { useState } from "react";

/** The newest value that was something: a fault stays in sight while it is tried again, and nothing flickers. */
export function useLast<Value>(value: Value | null): Value | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
