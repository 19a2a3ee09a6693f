import type { RouteObject } from "react-router";

/** The screens of the knowledge base, each loaded when it is opened. */
export const articleRoutes: RouteObject = {
  path: "/articles",
  lazy: async () => ({ Component: (await import("./screens/articles/frame.tsx")).KnowledgeFrame }),
  children: [
    {
      index: true,
      lazy: async () => ({ Component: (await import("./screens/articles/list/articles.tsx")).Articles }),
    },
    {
      path: "new",
      lazy: async () => ({ Component: (await import("./screens/articles/editor/new-article.tsx")).NewArticle }),
    },
    {
      path: "review",
      lazy: async () => ({ Component: (await import("./screens/articles/review/review-queue.tsx")).ReviewQueue }),
    },
    { path: "gaps", lazy: async () => ({ Component: (await import("./screens/articles/gaps/gaps.tsx")).Gaps }) },
    {
      path: "recalls",
      lazy: async () => ({ Component: (await import("./screens/articles/recalls/recalls.tsx")).Recalls }),
    },
    {
      path: "doubles",
      lazy: async () => ({ Component: (await import("./screens/articles/doubles/doubles.tsx")).Doubles }),
    },
    {
      path: "hit-tests",
      lazy: async () => ({ Component: (await import("./screens/articles/hit-tests/hit-sets.tsx")).HitSets }),
    },
    {
      path: "hit-tests/:id",
      lazy: async () => ({ Component: (await import("./screens/articles/hit-tests/hit-set.tsx")).HitSetScreen }),
    },
    {
      path: "use",
      lazy: async () => ({ Component: (await import("./screens/articles/use/use-figures.tsx")).UseFigures }),
    },
    {
      path: "quizzes",
      lazy: async () => ({ Component: (await import("./screens/articles/quizzes/quizzes.tsx")).Quizzes }),
    },
    {
      path: "import",
      lazy: async () => ({ Component: (await import("./screens/articles/import/imports.tsx")).Imports }),
    },
    {
      path: "import/:id",
      lazy: async () => ({ Component: (await import("./screens/articles/import/import-screen.tsx")).ImportScreen }),
    },
    {
      path: ":id/edit",
      lazy: async () => ({ Component: (await import("./screens/articles/editor/edit-article.tsx")).EditArticle }),
    },
    {
      path: ":id",
      lazy: async () => ({ Component: (await import("./screens/articles/article/article-frame.tsx")).ArticleFrame }),
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import("./screens/articles/article/read.tsx")).ReadArticle }),
        },
        {
          path: "check",
          lazy: async () => ({ Component: (await import("./screens/articles/review/check-article.tsx")).CheckArticle }),
        },
        {
          path: "versions",
          lazy: async () => ({ Component: (await import("./screens/articles/versions/versions.tsx")).Versions }),
        },
        {
          path: "notes",
          lazy: async () => ({ Component: (await import("./screens/articles/notes/notes.tsx")).Notes }),
        },
        {
          path: "use",
          lazy: async () => ({ Component: (await import("./screens/articles/use/article-use.tsx")).ArticleUse }),
        },
      ],
    },
  ],
};
