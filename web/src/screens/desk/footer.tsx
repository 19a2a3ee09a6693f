import { App, Button } from "antd";
import { useState } from "react";
import { useMe } from "../../me.tsx";
import { useKey } from "../../parts/keys.tsx";
import { fullTime } from "../../parts/time.ts";
import type { City, OrderEdit, OrderResult, RecordQuality } from "../../types.ts";
import { lastOwnEdits, undoChanges } from "./history.ts";
import { History } from "./history-drawer.tsx";
import { QualityLine } from "./quality-line.tsx";
import type { Editing } from "./use-editing.ts";

type Props = {
  order: OrderResult;
  quality: RecordQuality | null;
  edits: readonly OrderEdit[];
  city: City;
  editing: Editing;
};

/** How good the record is; confirm, take back the last change, look at the history. Always in the same place. */
export function Footer({ order, quality, edits, city, editing }: Props) {
  const me = useMe();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const isConfirmed = order.state === "confirmed";
  const confirm = useConfirm(order, editing, me.permissions.includes("order.confirm"));
  const isMine = (by: string) => by === `user:${me.id}`;
  const undoable = isConfirmed ? [] : lastOwnEdits(edits, order.version, isMine);
  const undo = undoable.length > 0 ? () => editing.save("undo", undoChanges(undoable)) : null;
  useKey({ name: "Control+z", shown: "Ctrl+Z", words: "撤销自己的上次修改" }, undo);
  return (
    <footer className="draft-foot">
      {editing.notice && (
        <p className="conflict" role="alert">
          {editing.notice}
        </p>
      )}
      {quality && !isConfirmed && <QualityLine quality={quality} />}
      <div className="foot-line">
        {isConfirmed ? (
          <span className="confirmed" role="status">
            已确认 {order.confirmedByName}
            {order.confirmedAt ? ` ${fullTime(order.confirmedAt)}` : ""}
          </span>
        ) : (
          confirm && (
            <Button type="primary" onClick={confirm} loading={editing.confirm.isPending}>
              确认工单 Ctrl+Enter
            </Button>
          )
        )}
        {undo && (
          <Button onClick={undo} loading={editing.isSaving} title="Ctrl+Z">
            撤销上次修改
          </Button>
        )}
        <span className="grow" />
        <Button type="text" onClick={() => setHistoryOpen(true)}>
          修改记录{edits.length ? ` ${new Set(edits.map(({ version }) => version)).size}` : ""}
        </Button>
      </div>
      <p className="quiet foot-id">
        工单 {order.id} · 第 {order.version} 版 · 规则 {order.rulesVersion.slice(0, 8)}
      </p>
      <History isOpen={isHistoryOpen} onClose={() => setHistoryOpen(false)} edits={edits} city={city} />
    </footer>
  );
}

/** Confirms by click or Ctrl+Enter, and never while typed words are unsaved. Null: this person may not, or it is done. */
function useConfirm(order: OrderResult, editing: Editing, mayConfirm: boolean): (() => void) | null {
  const { message } = App.useApp();
  const confirm = () => {
    if (editing.confirm.isPending) return;
    if (editing.open.size > 0) message.warning("还有没保存的修改，请先保存或取消，再确认");
    else editing.confirm.mutate();
  };
  const run = mayConfirm && order.state !== "confirmed" ? confirm : null;
  useKey({ name: "Control+Enter", shown: "Ctrl+Enter", words: "确认工单", isInText: true }, run);
  return run;
}
