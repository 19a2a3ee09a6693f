import { Popover } from "antd";

/** The reason for a suggestion, one click or key (Y on its line) away; Tab goes from line to line. */
export function Why({ label, why }: { label: string; why: string }) {
  const content = <div className="why">{why}</div>;
  return (
    <Popover content={content} title={`${label}的依据`} trigger="click" placement="bottomRight">
      <button type="button" className="link" tabIndex={-1} aria-label={`${label}的依据`}>
        依据
      </button>
    </Popover>
  );
}
