import { useEffect } from "react";
import { useParams } from "react-router";
import { useMe } from "../../../me.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useArticle } from "../../../queries-articles.ts";
import type { Article } from "../../../types-articles.ts";
import { Editor } from "./editor.tsx";
import { fieldsOf } from "./fields.ts";
import { useForm } from "./use-form.ts";
import { useSave } from "./use-save.ts";

/** The working copy of an article, open to be changed. */
export function EditArticle() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useArticle(id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={12} />;
  return <OpenEditor key={data.id} article={data} />;
}

function OpenEditor({ article }: { article: Article }) {
  const me = useMe();
  const form = useForm(`${me.id}.${article.id}`, fieldsOf(article), article.version);
  const saving = useSave(form, article);
  const { isChanged, base, reset } = form;
  // Who has typed nothing sees what another person saved; who has is told when they save.
  useEffect(() => {
    if (!isChanged && article.version > base) reset(fieldsOf(article), article.version);
  }, [isChanged, base, article, reset]);
  return <Editor form={form} article={article} saving={saving} />;
}
