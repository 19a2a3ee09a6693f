import TurndownService from "turndown";

/** What no reader sees, runs or fills in. */
const dropped = [
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "object",
  "embed",
  "applet",
  "form",
  "button",
  "input",
  "select",
  "textarea",
  "nav",
  "head",
  "title",
  "meta",
  "link",
  "svg",
  "canvas",
  "audio",
  "video",
] as const;
const mostSpan = 50;

/**
 * The words of a page as Markdown: headings, lists and tables are kept, scripts, styles, handlers, pictures and addresses other than
 * of the web are gone.
 */
export function htmlToMarkdown(html: string): string {
  const service = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced" });
  // Escapes would stand in what agents read out.
  service.escape = (text) => text;
  service.remove([...dropped] as TurndownService.TagName[]);
  service.addRule("picture", { filter: "img", replacement: () => "" });
  service.addRule("emphasis", { filter: ["strong", "b", "em", "i"], replacement: (content) => content });
  service.addRule("break", { filter: "br", replacement: () => "\n" });
  service.addRule("link", { filter: "a", replacement: (content, node) => linkOf(content, node as HTMLElement) });
  service.addRule("item", { filter: "li", replacement: (content, node) => itemOf(content, node as HTMLElement) });
  service.addRule("cell", { filter: ["td", "th", "caption"], replacement: (content) => `\n\n${content}\n\n` });
  service.addRule("table", { filter: "table", replacement: (content, node) => tableOf(content, node as HTMLElement) });
  return service
    .turndown(html)
    .replaceAll("\u00a0", " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n");
}

function linkOf(content: string, node: HTMLElement): string {
  const address = node.getAttribute("href")?.trim() ?? "";
  const words = content.trim();
  return words && words !== address && /^(https?:\/\/|mailto:|tel:)[^\s()<>]+$/i.test(address)
    ? `[${words}](${address})`
    : content;
}

function itemOf(content: string, node: HTMLElement): string {
  const list = node.parentElement;
  const siblings = list ? Array.from(list.children).filter((child) => child.nodeName === "LI") : [];
  const start = Number(list?.getAttribute("start") ?? 1) || 1;
  const mark = list?.nodeName === "OL" ? `${start + siblings.indexOf(node)}. ` : "- ";
  const words = content
    .trim()
    .replace(/\n{2,}/g, "\n")
    .replaceAll("\n", `\n${" ".repeat(mark.length)}`);
  return words ? `${mark}${words}\n` : "";
}

/** A table that only lays out a page, or holds another, is read as the text in it. */
function tableOf(content: string, table: HTMLElement): string {
  const rows = Array.from(table.getElementsByTagName("tr"), cellsOf).filter((cells) => cells.some(Boolean));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width < 2 || rows.length < 2 || table.getElementsByTagName("table").length) return `\n\n${content}\n\n`;
  const lines = rows.map((cells) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`);
  lines.splice(1, 0, `|${" --- |".repeat(width)}`);
  return `\n\n${lines.join("\n")}\n\n`;
}

function cellsOf(row: Element): string[] {
  const cells = Array.from(row.children).filter(({ nodeName }) => nodeName === "TD" || nodeName === "TH");
  return cells.flatMap((cell) => {
    const words = (cell.textContent ?? "").replace(/\s+/g, " ").trim().replaceAll("|", "\\|");
    const span = Math.min(mostSpan, Math.max(1, Number(cell.getAttribute("colspan")) || 1));
    return [words, ...Array.from({ length: span - 1 }, () => "")];
  });
}
