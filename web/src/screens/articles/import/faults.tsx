import type { Import } from "../../../types-knowledge.ts";

/** What was not understood, with the place in the file. */
export function Faults({ import: { faults, faultCount } }: { import: Import }) {
  if (faultCount === 0) return null;
  return (
    <section aria-label="没读懂的">
      <h2>没读懂的 {faultCount} 处</h2>
      <table className="list">
        <tbody>
          {faults.map(({ file, sheet, line, message }) => (
            <tr key={`${file}-${sheet}-${line}-${message}`}>
              <td className="tight">{[file, sheet, line !== null && `第 ${line} 行`].filter(Boolean).join(" · ")}</td>
              <td className="wide">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faultCount > faults.length && <p className="quiet pad-x">只列出前 {faults.length} 处。</p>}
    </section>
  );
}
