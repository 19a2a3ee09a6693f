const formats = { xlsx: "XLSX", csv: "CSV", jsonl: "JSONL", zip: "ZIP（每篇一个 Markdown）" } as const;

/** The whole base as a file; importing it again changes nothing. */
export const Export = () => (
  <span className="head-buttons">
    <span className="quiet">导出全部</span>
    {Object.entries(formats).map(([format, words]) => (
      <a key={format} href={`/api/articles/export?format=${format}`} download>
        {words}
      </a>
    ))}
  </span>
);
