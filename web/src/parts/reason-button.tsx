import { Button, Input, Modal } from "antd";
import { useState } from "react";

type Props = {
  words: string;
  title: string;
  label: string;
  placeholder?: string;
  okText: string;
  /** Why it may not be done now. */
  blocked?: string | null;
  isDanger?: boolean;
  isLink?: boolean;
  isOptional?: boolean;
  onReason: (reason: string) => Promise<unknown>;
};

/** A button that asks for words before it acts. The words stay when the server refuses. */
export function ReasonButton(props: Props) {
  const { words, title, label, placeholder, okText, blocked, isDanger = false, isLink = false, onReason } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const isReady = props.isOptional || reason.trim() !== "";
  const send = async () => {
    if (!isReady || isBusy) return;
    setBusy(true);
    try {
      await onReason(reason.trim());
      setOpen(false);
      setReason("");
    } catch {
      // The action has told why; what is typed stays for the next try.
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {isLink ? (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {words}
        </button>
      ) : (
        <Button disabled={Boolean(blocked)} title={blocked ?? ""} danger={isDanger} onClick={() => setOpen(true)}>
          {words}
        </Button>
      )}
      <Modal
        title={title}
        open={isOpen}
        okText={okText}
        cancelText="取消"
        okButtonProps={{ danger: isDanger, disabled: !isReady, loading: isBusy }}
        onOk={() => void send()}
        onCancel={() => setOpen(false)}
      >
        <Input.TextArea
          aria-label={label}
          placeholder={placeholder ?? label}
          rows={4}
          autoFocus
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
      </Modal>
    </>
  );
}
