import { type DragEvent, type ReactNode, useState } from "react";

type Props = { onFiles: ((files: File[]) => void) | null; children: ReactNode };

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

/** Takes files dropped anywhere on the call; a browser would leave the page for a file that is dropped beside. */
export function DropZone({ onFiles, children }: Props) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(onFiles !== null);
  };
  const leave = (event: DragEvent<HTMLDivElement>) => {
    if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    onFiles?.([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button of the attachments does the same by keyboard
    <div className={`drop-zone${isOver ? " is-over" : ""}`} onDragOver={over} onDragLeave={leave} onDrop={drop}>
      {children}
      {isOver && <p className="drop-words">松开，作为这通电话的附件</p>}
    </div>
  );
}
