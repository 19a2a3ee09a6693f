/** Under an editor whose save came second. */
export const Conflict = ({ present }: { present: string }) => (
  <div className="conflict" role="alert">
    <p>工单刚被他人修改，您填的还在上面，没有丢。</p>
    <p>
      现值：<strong>{present || "（空）"}</strong>
    </p>
    <p className="quiet">再按“保存”以您填的为准，按“取消”留用现值。</p>
  </div>
);

/** Under an editor, when the line says something else than when it was opened. What one typed stays. */
export const SuggestionChanged = ({ present }: { present: string }) => (
  <p className="suggestion-changed" role="status">
    <span className="source">建议已变</span> {present || "（空）"} <span className="quiet">按“取消”用它</span>
  </p>
);
