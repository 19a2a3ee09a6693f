import { App } from "antd";
import { useEffect } from "react";
import { useBlocker } from "react-router";

/** Asks before typed words that are not saved are left behind, within the app and when the page closes. */
export function useKeepWords(hasUnsaved: boolean): void {
  const { modal } = App.useApp();
  const blocker = useBlocker(hasUnsaved);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    modal.confirm({
      title: "还有没保存的修改",
      content: "离开后，填写的内容会丢失。",
      okText: "离开",
      okType: "danger",
      cancelText: "留下",
      autoFocusButton: "cancel",
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker, modal]);
  useEffect(() => {
    if (!hasUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [hasUnsaved]);
}
