import { Button } from "antd";
import { useRef } from "react";
import type { CallView } from "../../../types.ts";
import { attachmentUrl, sizeWords } from "./upload.ts";
import type { Upload, Uploads } from "./use-uploads.ts";

type Props = { view: CallView; mayAdd: boolean; uploads: Uploads };

/** Pictures, PDF and texts kept with the call: listed, opened, added by button (or dropped anywhere on the call). */
export function Attachments({ view, mayAdd, uploads: { uploads, add, drop } }: Props) {
  return (
    <section aria-label="附件" className="attachments">
      <h2>附件{view.attachments.length > 0 && ` ${view.attachments.length}`}</h2>
      <ol>
        {view.attachments.map(({ id, name, sizeBytes }) => (
          <li key={id} className="attachment">
            <a href={attachmentUrl(view.id, id)} target="_blank" rel="noreferrer">
              {name}
            </a>{" "}
            <span className="quiet num">{sizeWords(sizeBytes)}</span>
          </li>
        ))}
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} onDrop={() => drop(upload.id)} />
        ))}
      </ol>
      {mayAdd && <AddButton onFiles={(files) => void add(files)} />}
    </section>
  );
}

const UploadLine = ({ upload, onDrop }: { upload: Upload; onDrop: () => void }) => (
  <li className="attachment">
    {upload.name}{" "}
    {upload.fault === null ? (
      <progress value={upload.share} aria-label={`正在上传 ${upload.name}`} />
    ) : (
      <span className="near-over" role="alert">
        {upload.fault}{" "}
        <button type="button" className="link" onClick={onDrop}>
          知道了
        </button>
      </span>
    )}
  </li>
);

function AddButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="pad-x attach-line">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="image/*,application/pdf,text/plain"
        aria-label="选择附件"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        添加附件
      </Button>{" "}
      <span className="quiet">或拖到这里：图片、PDF、文本，每个不超过 20 MB</span>
    </p>
  );
}
