import type { Light } from "../../parts/light.tsx";
import type { ElementStatus, Engine, OrderChanges } from "../../types.ts";

export type Option = { value: string; label: string; children?: Option[] };

/** How a field is typed. `toChanges` gives what the server is asked to change. */
export type Edit =
  | { how: "text"; value: string; maxChars: number; rows: number; toChanges: (value: string) => OrderChanges }
  | { how: "choose"; value: string; options: readonly Option[]; toChanges: (value: string) => OrderChanges }
  | {
      how: "path";
      value: string[];
      options: readonly Option[];
      /** Whether a choice may end above the lowest level. */
      mayStopEarly: boolean;
      toChanges: (path: string[]) => OrderChanges;
    }
  | {
      how: "element";
      value: string;
      status: ElementStatus;
      toChanges: (value: string, status: ElementStatus) => OrderChanges;
    };

/** A line of the draft: what it says, where that comes from, which words it rests on, and how it is changed. */
export type Field = {
  id: string;
  label: string;
  /** As plain words; empty when there is nothing. */
  text: string;
  engine: Engine;
  why: string | null;
  light: Light;
  edit: Edit;
};
