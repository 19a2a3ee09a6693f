import { Button, Input } from "antd";
import type { KeyboardEvent } from "react";
import { Link } from "react-router";
import { useKey } from "../../../parts/keys.tsx";
import { fullTime } from "../../../parts/time.ts";
import { useNarrow } from "../../../parts/use-narrow.ts";
import type { Article, ArticleFields } from "../../../types-articles.ts";
import { Tabs } from "../../desk/tabs.tsx";
import { ConflictsOfArticle } from "../doubles/conflicts-of-article.tsx";
import { Files } from "../files/files.tsx";
import { ArticleStateTag } from "../state-tag.tsx";
import { BodyField } from "./body-field.tsx";
import { FactsFields } from "./facts-fields.tsx";
import { PassagePreview } from "./passage-preview.tsx";
import { SomebodyWasFirst } from "./somebody-was-first.tsx";
import type { Form } from "./use-form.ts";
import type { Saving } from "./use-save.ts";

type Props = { form: Form<ArticleFields>; article: Article | null; saving: Saving };

/** What is written on the left, what agents will see of it on the right. */
export function Editor({ form, article, saving }: Props) {
  const isNarrow = useNarrow();
  useKey({ name: "Control+s", shown: "Ctrl S", words: "保存", isInText: true }, saving.save);
  const fields = <Fields form={form} article={article} />;
  const beside = <Beside form={form} article={article} />;
  const left = (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside
    <div className="editor-fields" onKeyDown={(event) => takeBack(event, form)}>
      {saving.conflict && <SomebodyWasFirst present={saving.conflict} form={form} saving={saving} />}
      {fields}
    </div>
  );
  return (
    <section className="editor fill-height">
      <Head form={form} article={article} saving={saving} />
      {isNarrow ? (
        <Tabs
          initial={0}
          tabs={[
            { title: "编辑", content: <div className="scroll">{left}</div> },
            { title: "坐席看到的", content: <div className="scroll">{beside}</div> },
          ]}
        />
      ) : (
        <div className="editor-columns">
          <div className="scroll">{left}</div>
          <div className="scroll editor-beside">{beside}</div>
        </div>
      )}
    </section>
  );
}

const Fields = ({ form, article }: Omit<Props, "saving">) => (
  <>
    {article?.lastSentBack && article.state === "draft" && (
      <p className="notice-line near-over">
        {article.lastSentBack.byName} {fullTime(article.lastSentBack.at)} 退回：{article.lastSentBack.text}
      </p>
    )}
    <div className="form-line title-field">
      <label htmlFor="article-title">标题</label>
      <Input
        id="article-title"
        value={form.value.title}
        maxLength={300}
        placeholder="像市民会问的那样，如：社会保障卡丢了怎么补办"
        onChange={({ target }) => form.set("title", target.value)}
      />
    </div>
    <BodyField value={form.value.body} onChange={(body) => form.set("body", body)} />
    <FactsFields form={form} />
    {article && <Files article={article} mayChange={article.blocked.edit === null} />}
  </>
);

const Beside = ({ form, article }: Omit<Props, "saving">) => (
  <>
    <h2>坐席看到的答复</h2>
    <PassagePreview fields={form.value} />
    {article && <ConflictsOfArticle article={article} />}
  </>
);

function Head({ form, article, saving }: Props) {
  const blocked = article?.blocked.edit ?? null;
  return (
    <header className="screen-head">
      <Link to={article ? `/articles/${encodeURIComponent(article.id)}` : "/articles"}>
        {article ? "← 文章" : "← 知识库"}
      </Link>
      <h1>{article ? "编辑" : "写文章"}</h1>
      {article && <ArticleStateTag article={article} />}
      <span className="quiet" role="status">
        {keptLine(form)}
      </span>
      <span className="grow" />
      <span className="head-buttons">
        <Button disabled={!form.canUndo} onClick={form.undo} title="Ctrl+Z">
          撤销
        </Button>
        <Button disabled={!form.canRedo} onClick={form.redo} title="Ctrl+Shift+Z">
          重做
        </Button>
        <Button
          disabled={blocked !== null || (!form.isChanged && article !== null)}
          title={blocked ?? ""}
          loading={saving.isBusy}
          onClick={saving.save}
        >
          保存
        </Button>
        <Button
          type="primary"
          disabled={blocked !== null || saving.isBusy || (!form.isChanged && Boolean(article?.blocked.submit))}
          title={blocked ?? article?.blocked.submit ?? ""}
          onClick={saving.submit}
        >
          送审
        </Button>
      </span>
    </header>
  );
}

function keptLine({ isChanged, keptAtMs, isFromBefore }: Form<ArticleFields>): string {
  if (!isChanged) return "";
  if (keptAtMs === null) return "还没保存，浏览器也存不下：请尽快保存";
  const time = fullTime(new Date(keptAtMs).toISOString()).slice(11);
  return `${isFromBefore ? "接着上次没保存的内容 · " : ""}还没保存，${time} 已存在本浏览器`;
}

function takeBack(event: KeyboardEvent, form: Form<ArticleFields>): void {
  if (!(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) form.undo();
  else if (key === "y" || key === "z") form.redo();
  else return;
  event.preventDefault();
}
