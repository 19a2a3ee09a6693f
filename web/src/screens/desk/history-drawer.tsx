import { Drawer } from "antd";
import { fullTime } from "../../parts/time.ts";
import type { City, OrderEdit } from "../../types.ts";
import { changesOf } from "./history.ts";

type Props = { isOpen: boolean; onClose: () => void; edits: readonly OrderEdit[]; city: City };

/** Who changed what, when, from what to what; newest first. */
export function History({ isOpen, onClose, edits, city }: Props) {
  return (
    <Drawer title="修改记录" open={isOpen} onClose={onClose} size={420}>
      {edits.length === 0 && <p className="quiet">还没有人改过，都是系统整理的草稿。</p>}
      <ol className="history">
        {[...edits].reverse().flatMap((edit) =>
          changesOf(edit, city).map(({ label, before, after }) => (
            <li key={`${edit.version}-${edit.field}-${label}`}>
              <p className="quiet">
                {fullTime(edit.at)} · {edit.byName} · 第 {edit.version} 版
              </p>
              <p>
                {label}：<del>{before}</del> → <ins>{after}</ins>
              </p>
            </li>
          )),
        )}
      </ol>
    </Drawer>
  );
}
