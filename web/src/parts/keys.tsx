import { Modal } from "antd";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";

/** One line of the key list. `name` is what `keyName` gives; `isInText` also works while one types. */
export type Key = { name: string | RegExp; shown: string; words: string; isInText?: boolean };

type Bound = Key & { run: (name: string) => void };
type Keys = { add: (bound: () => Bound) => () => void; showList: () => void };

const KeysContext = createContext<Keys>({ add: () => () => {}, showList: () => {} });

/** Opens the list of keys. */
export const useKeyList = () => useContext(KeysContext).showList;

/** Binds a key as long as the component is on the screen, and puts it into the list. `run` null: not now. */
export function useKey(key: Key, run: ((name: string) => void) | null): void {
  const { add } = useContext(KeysContext);
  const latest = useRef<{ key: Key; run: typeof run }>({ key, run });
  useEffect(() => {
    latest.current = { key, run };
  });
  const isBound = run !== null;
  useEffect(() => {
    if (!isBound) return;
    return add(() => ({ ...latest.current.key, run: (name) => latest.current.run?.(name) }));
  }, [add, isBound]);
}

const helpKey: Key = { name: "?", shown: "?", words: "显示或收起这张表" };
const rowKeys: Key[] = [
  { name: "Tab", shown: "Tab / ↑ ↓", words: "到下一行、上一行" },
  { name: "Enter", shown: "Enter", words: "修改这一行；修改时保存" },
  { name: " ", shown: "空格", words: "钉住这一行的原话；缺的要素：复制问句" },
  { name: "y", shown: "Y", words: "看这一行的依据" },
  { name: "Escape", shown: "Esc", words: "放弃修改" },
];

type Props = { children: ReactNode; rows?: readonly Key[] };

/** Listens for every key that a part of the screen has bound, and shows them in one list, with those of its `rows`. */
export function KeysProvider({ children, rows = rowKeys }: Props) {
  const bound = useRef(new Set<() => Bound>());
  const [isOpen, setOpen] = useState(false);
  const keys = useMemo<Keys>(
    () => ({
      add: (one) => {
        bound.current.add(one);
        return () => bound.current.delete(one);
      },
      showList: () => setOpen(true),
    }),
    [],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = keyName(event);
      const isText = isTyping(event.target);
      if (name === helpKey.name && !isText) return setOpen((before) => !before);
      if (isInOverlay(event.target)) return;
      const found = [...bound.current].map((one) => one()).find((one) => fits(one, name) && (one.isInText || !isText));
      if (!found) return;
      event.preventDefault();
      if (!event.repeat) found.run(name);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <KeysContext value={keys}>
      {children}
      <Modal title="快捷键" open={isOpen} onCancel={() => setOpen(false)} footer={null} width={400}>
        {isOpen && <KeyList keys={[...[...bound.current].map((one) => one()), ...rows, helpKey]} />}
      </Modal>
    </KeysContext>
  );
}

const KeyList = ({ keys }: { keys: readonly Key[] }) => (
  <dl className="key-list">
    {keys.map(({ shown, words }) => (
      <div key={shown}>
        <dt>
          <kbd>{shown}</kbd>
        </dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
);

const fits = ({ name }: Key, pressed: string) => (typeof name === "string" ? name === pressed : name.test(pressed));

/** `Control+Enter`, `n`, `?`, `F8`; the command key of a Mac counts as Control. */
export function keyName({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">) {
  const plain = key === "？" ? "?" : key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? "Control+" : ""}${altKey ? "Alt+" : ""}${plain}`;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

const isInOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest(".ant-modal, .ant-drawer, .ant-popover") !== null;
