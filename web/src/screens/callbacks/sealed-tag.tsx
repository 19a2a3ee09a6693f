/** A key person whom leaders ordered not to call. Only the named roles get such rows at all. */
export const SealedTag = ({ isSealed }: { isSealed: boolean }) =>
  isSealed ? (
    <span className="sealed" title="重点人，领导批示不回访；查看已留痕">
      加密
    </span>
  ) : null;
