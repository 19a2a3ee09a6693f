import { App, Button } from "antd";
import { callbacksApi } from "../../../api-callbacks.ts";
import { useMay } from "../../../me.tsx";
import { copyWords } from "../../../parts/copy-words.ts";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { fullTime } from "../../../parts/time.ts";
import { useCaseAction } from "../../../queries-callbacks.ts";
import type { CaseDetail } from "../../../types-callbacks.ts";

/** The facts of the order, the number to dial first. */
export function Facts({ row }: { row: CaseDetail }) {
  const lines: [label: string, value: string | null][] = [
    ["来电人", row.callerName],
    ["类型", row.kind],
    ["承办单位", row.agency],
    ["街道", row.street],
    ["事项", row.item],
    ["办结时间", fullTime(row.completedAt).slice(0, 16)],
  ];
  return (
    <section aria-label="工单情况" className="cb-facts">
      <dl className="pairs">
        <div>
          <dt>电话</dt>
          <dd>{row.contact ? <Phone digits={row.contact} /> : "没有留"}</dd>
        </div>
        {lines.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {row.content && (
        <details className="pad-x">
          <summary>工单内容</summary>
          <p className="cb-content">{row.content}</p>
        </details>
      )}
      <Marks row={row} />
    </section>
  );
}

function Phone({ digits }: { digits: string }) {
  const { message } = App.useApp();
  const copy = async () =>
    (await copyWords(digits)) ? message.success("已复制号码") : message.error("浏览器不让复制，请手动抄录");
  return (
    <>
      <strong className="num cb-phone">{digits}</strong>{" "}
      <button type="button" className="link" onClick={() => void copy()}>
        复制
      </button>
    </>
  );
}

/** What people say of a case: sealed by leaders' order, or that the citizen wants no callback. */
function Marks({ row }: { row: CaseDetail }) {
  const maySeal = useMay("callback.seal");
  const { modal } = App.useApp();
  const change = useCaseAction(
    (json: Parameters<typeof callbacksApi.change>[1]) => callbacksApi.change(row.id, json),
    "已记下",
  );
  const refuse = () =>
    modal.confirm({
      title: "市民明确表示不接受回访？",
      content: "记下后这件不再回访（S0 不回访情形5；S4 5.5.2）。",
      okText: "记下，不回访",
      cancelText: "不是",
      autoFocusButton: "cancel",
      onOk: () => change.mutateAsync({ refusesCallback: true }).catch(() => undefined),
    });
  return (
    <p className="cb-marks">
      {row.refusesCallback ? (
        <button type="button" className="link" onClick={() => change.mutate({ refusesCallback: false })}>
          撤销“不接受回访”
        </button>
      ) : (
        row.state === "待回访" && (
          <button type="button" className="link" onClick={refuse}>
            市民不接受回访
          </button>
        )
      )}
      {maySeal && !row.sealed && (
        <ReasonButton
          isLink
          words="加密为重点人"
          title="加密为重点人，不回访"
          label="依据"
          placeholder="如：市领导 11 月 20 日批示不回访"
          okText="加密"
          onReason={(sealedWhy) => change.mutateAsync({ sealed: true, sealedWhy })}
        />
      )}
      {maySeal && row.sealed && (
        <>
          <span>加密依据：{row.sealedWhy}</span>
          <Button size="small" loading={change.isPending} onClick={() => change.mutate({ sealed: false })}>
            解除加密
          </Button>
        </>
      )}
    </p>
  );
}
