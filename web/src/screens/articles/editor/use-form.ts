import { useEffect, useState } from "react";
import { dropWords, keepWords, keptWords } from "../../../parts/kept-words.ts";
import { firstStep, redone, type Steps, typed, undone } from "./steps.ts";

export type Form<Value extends object> = ReturnType<typeof useForm<Value>>;

/** `held` is what the server held, as version `base`, when one began to type. */
type Origin<Value> = { held: Value; base: number };
type Shelved<Value> = { now: Value; held: Value };

/**
 * What is typed into a form of many fields: steps that can be taken back, kept in this browser until `saved`. `name` is
 * the person and the row; `base` the version of the row that `given` is of.
 */
export function useForm<Value extends object>(name: string, given: Value, base: number) {
  const [kept] = useState(() => keptWords<Shelved<Value>>(localStorage, name));
  const [steps, setSteps] = useState<Steps<Value>>(() => firstStep(kept?.value.now ?? given));
  const [{ held, base: heldBase }, setOrigin] = useState<Origin<Value>>({
    held: kept?.value.held ?? given,
    base: kept?.base ?? base,
  });
  const [keptAtMs, setKeptAtMs] = useState<number | null>(kept?.atMs ?? null);
  const [isFromBefore, setFromBefore] = useState(kept !== null);
  const isChanged = !isSame(steps.now, held);
  useEffect(() => {
    if (!isChanged) return dropWords(localStorage, name);
    const atMs = Date.now();
    const isKept = keepWords(localStorage, name, { base: heldBase, atMs, value: { now: steps.now, held } });
    setKeptAtMs(isKept ? atMs : null);
  }, [name, isChanged, steps.now, held, heldBase]);
  const change = (field: string, to: Value) => setSteps((before) => typed(before, field, to, Date.now()));
  return {
    value: steps.now,
    held,
    base: heldBase,
    isChanged,
    keptAtMs: isChanged ? keptAtMs : null,
    /** Words of an earlier visit stand in the form. */
    isFromBefore: isFromBefore && isChanged,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    set: <Field extends keyof Value & string>(field: Field, to: Value[Field]) =>
      setSteps((before) => typed(before, field, { ...before.now, [field]: to }, Date.now())),
    undo: () => setSteps(undone),
    redo: () => setSteps(redone),
    /** The server has these now, as that version. What was typed since stays. */
    saved: (value: Value, version: number) => {
      setOrigin({ held: value, base: version });
      setFromBefore(false);
    },
    /** Goes on against a newer row: what one typed stays, what one left alone is as the other person made it. */
    rebase: (row: Value, version: number) => {
      change("rebase", { ...row, ...changed(held, steps.now) });
      setOrigin({ held: row, base: version });
    },
    /** Takes the row as it is; what was typed is one step back. */
    reset: (row: Value, version: number) => {
      change("reset", row);
      setOrigin({ held: row, base: version });
    },
  };
}

/** The fields of `now` that differ from `before`. */
export function changed<Value extends object>(before: Value, now: Value): Partial<Value> {
  const differing = Object.entries(now).filter(([name, value]) => before[name as keyof Value] !== value);
  return Object.fromEntries(differing) as Partial<Value>;
}

const isSame = (left: object, right: object) => JSON.stringify(left) === JSON.stringify(right);
