import { useMemo } from "react";
import { Link } from "react-router";
import { useMay, useMe } from "../../../me.tsx";
import { LightProvider } from "../../../parts/light.tsx";
import { useScript } from "../../../queries-callbacks.ts";
import type { CaseDetail } from "../../../types-callbacks.ts";
import { useForm } from "../../articles/editor/use-form.ts";
import { SealedTag } from "../sealed-tag.tsx";
import { Facts } from "./facts.tsx";
import { fieldsOf } from "./fields.ts";
import { NextCase } from "./next-case.tsx";
import { PlanBox } from "./plan-box.tsx";
import { Record } from "./record.tsx";
import { ResultView } from "./result-view.tsx";
import { Speak } from "./speak.tsx";

/** What to say on the left, checked while it is said; the facts, the plan and the record on the right. */
export function CaseDesk({ row }: { row: CaseDetail }) {
  const me = useMe();
  const mayCall = useMay("callback.work");
  const given = useMemo(() => fieldsOf(row.result), [row.result]);
  const form = useForm(`${me.id}.callback.${row.id}`, given, row.result ? Date.parse(row.result.at) : 0);
  const script = useScript(row.id, form.value.script);
  const isOpenFirst = row.result === null || form.isChanged;
  const isOver = row.state === "不回访" || row.state === "已结束";
  return (
    <section className="fill-height">
      <header className="screen-head">
        <Link to="/callbacks">← 待回访</Link>
        <h1>{row.title}</h1>
        <SealedTag isSealed={row.sealed} />
        <span className="quiet num">{row.id}</span>
        <span className="grow" />
        {mayCall && <NextCase id={row.id} />}
      </header>
      <LightProvider>
        <div className={row.result ? "cb-desk is-done scroll" : "cb-desk scroll"}>
          <div className="cb-plan">
            <Facts row={row} />
            <PlanBox row={row} mayCall={mayCall} />
          </div>
          {!isOver && (
            <>
              <div className="cb-speak">
                <Speak row={row} script={script} form={form} mayCall={mayCall} />
              </div>
              <div className="cb-record">
                {row.result && <ResultView result={row.result} />}
                {mayCall && <Record row={row} script={script.data} form={form} isOpenFirst={isOpenFirst} />}
              </div>
            </>
          )}
        </div>
      </LightProvider>
    </section>
  );
}
