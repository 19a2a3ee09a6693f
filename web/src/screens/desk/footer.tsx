import { App, Button } from "antd";
import { useEffect, useState } from "react";
import { useMe } from "../../me.tsx";
import { fullTime } from "../../parts/time.ts";
import type { City, OrderEdit, OrderResult } from "../../types.ts";
import { lastOwnEdits, undoChanges } from "./history.ts";
import { History } from "./history-drawer.tsx";
import type { Editing } from "./use-editing.ts";

type Props = { order: OrderResult; edits: readonly OrderEdit[]; city: City; editing: Editing };

/** Confirm, take back the last change, look at the history. Always in the same place. */
export function Footer({ order, edits, city, editing }: Props) {
  const me = useMe();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const isConfirmed = order.state === "confirmed";
  const mayConfirm = me.permissions.includes("order.confirm");
  const confirm = useConfirm(order, editing, mayConfirm);
  const isMine = (by: string) => by === `user:${me.id}`;
  const undoable = isConfirmed ? [] : lastOwnEdits(edits, order.version, isMine);
  return (
    <footer className="draft-foot">
      {editing.notice && (
        <p className="conflict" role="alert">
          {editing.notice}
        </p>
      )}
      <div className="foot-line">
        {isConfirmed ? (
          <span className="confirmed" role="status">
            已确认 {order.confirmedByName}
            {order.confirmedAt ? ` ${fullTime(order.confirmedAt)}` : ""}
          </span>
        ) : (
          mayConfirm && (
            <Button type="primary" onClick={confirm} loading={editing.confirm.isPending}>
              确认工单 Ctrl+Enter
            </Button>
          )
        )}
        {undoable.length > 0 && (
          <Button onClick={() => editing.save("undo", undoChanges(undoable))} loading={editing.isSaving}>
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

/** Confirms by click or Ctrl+Enter, and never while typed words are unsaved. */
function useConfirm(order: OrderResult, editing: Editing, mayConfirm: boolean): () => void {
  const { message } = App.useApp();
  const confirm = () => {
    if (!mayConfirm || order.state === "confirmed" || editing.confirm.isPending) return;
    if (editing.open.size > 0) message.warning("还有没保存的修改，请先保存或取消，再确认");
    else editing.confirm.mutate();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      confirm();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
  return confirm;
}
