import { Button, Select } from "antd";
import { useState } from "react";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { useKbAction } from "../../../queries-articles.ts";
import type { Import, ImportField } from "../../../types-knowledge.ts";
import { importFieldWords } from "./words.ts";

type Mapped = Partial<Record<ImportField, string | null>>;

const fields = Object.keys(importFieldWords) as ImportField[];
const encodings = ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"];

/** Which column is which field, as it was guessed; changed by a person, the file is read again. */
export function Mapping({ import: { id, version, preview } }: { import: Import }) {
  const [mapping, setMapping] = useState<Mapped>({ ...preview?.mapping } as Mapped);
  const [encoding, setEncoding] = useState(preview?.encoding ?? null);
  const read = useKbAction(
    () => knowledgeApi.mapImport(id, { version, mapping, ...(encoding ? { encoding } : {}) }),
    null,
  );
  const columns = (preview?.columns ?? []).map((column) => ({ value: column, label: column }));
  return (
    <section aria-label="哪一列是什么" className="mapping">
      <h2>哪一列是什么</h2>
      <div className="facts-fields">
        {fields.map((field) => (
          <div key={field} className="form-line">
            <span>{importFieldWords[field]}</span>
            <Select
              aria-label={importFieldWords[field]}
              className="fill"
              allowClear
              placeholder="（没有）"
              value={mapping[field] ?? null}
              options={columns}
              onChange={(column: string | undefined) => setMapping({ ...mapping, [field]: column ?? null })}
            />
          </div>
        ))}
        {encoding !== null && (
          <div className="form-line">
            <span>文字编码</span>
            <Select
              aria-label="文字编码"
              className="fill"
              value={encoding}
              options={encodings.map((value) => ({ value, label: value }))}
              onChange={setEncoding}
            />
          </div>
        )}
      </div>
      <p className="pad-x">
        <Button loading={read.isPending} onClick={() => read.mutate(undefined)}>
          按此重新读取
        </Button>
      </p>
    </section>
  );
}
