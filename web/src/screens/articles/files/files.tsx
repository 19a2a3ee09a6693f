import { Button } from "antd";
import { useRef } from "react";
import { articlesApi } from "../../../api-articles.ts";
import { putFile } from "../../../parts/put-file.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { Article } from "../../../types-articles.ts";
import { sizeWords } from "../../desk/aside/upload.ts";
import { fileUrl } from "./file-url.ts";

/** Forms and pictures that belong to the article. */
export function Files({ article, mayChange }: { article: Article; mayChange: boolean }) {
  const { id, attachments } = article;
  const drop = useKbAction((fileId: string) => articlesApi.dropFile(id, fileId), "已移除附件");
  if (attachments.length === 0 && !mayChange) return null;
  return (
    <section aria-label="附件" className="files">
      <h3>附件</h3>
      <ol>
        {attachments.map((file) => (
          <li key={file.id}>
            <a href={fileUrl(id, file.id)} target="_blank" rel="noreferrer">
              {file.name}
            </a>{" "}
            <span className="quiet num">{sizeWords(file.sizeBytes)}</span>{" "}
            {mayChange && (
              <button type="button" className="link" onClick={() => drop.mutate(file.id)}>
                移除
              </button>
            )}
          </li>
        ))}
      </ol>
      {mayChange && <AddFile articleId={id} />}
    </section>
  );
}

function AddFile({ articleId }: { articleId: string }) {
  const input = useRef<HTMLInputElement>(null);
  const add = useKbAction(
    (file: File) => putFile(`/api/articles/${encodeURIComponent(articleId)}/attachments`, file),
    "已添加附件",
  );
  return (
    <p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="选择附件"
        accept="image/*,application/pdf,text/plain"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) add.mutate(file);
          target.value = "";
        }}
      />
      <Button size="small" loading={add.isPending} onClick={() => input.current?.click()}>
        添加附件
      </Button>{" "}
      <span className="quiet">图片、PDF、文本，不超过 20 MB，最多 10 个</span>
    </p>
  );
}
