import { useState } from "react";
import { useMay } from "../../../me.tsx";
import type { CaseDetail } from "../../../types-callbacks.ts";
import { AddOne } from "./add-one.tsx";
import { AddedList } from "./added-list.tsx";
import { PasteMany } from "./paste-many.tsx";
import { SealOne } from "./seal-one.tsx";

/** Puts finished orders on the list: nothing here says of itself that a unit has finished. */
export function AddCases() {
  const [added, setAdded] = useState<readonly CaseDetail[]>([]);
  const maySeal = useMay("callback.seal");
  const add = (one: CaseDetail) => setAdded((before) => [one, ...before.filter(({ id }) => id !== one.id)]);
  return (
    <section className="cb-add">
      <header className="screen-head">
        <h1>加入回访</h1>
        <span className="quiet">承办单位办结后，由人把工单加进来；系统还收不到“已办结”的通知</span>
      </header>
      <div className="cb-add-columns">
        <AddOne onAdded={add} />
        <div>
          <PasteMany onAdded={add} />
          {maySeal && <SealOne onSealed={add} />}
        </div>
      </div>
      <AddedList added={added} />
    </section>
  );
}
