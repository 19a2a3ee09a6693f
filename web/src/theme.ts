import type { ThemeConfig } from "antd";

/** Calm and dense; nothing moves by itself. Colour is left to urgency and change. */
export const calmTheme: ThemeConfig = {
  token: {
    colorPrimary: "#1f5f99",
    colorError: "#b3261e",
    colorText: "#1d2530",
    colorTextSecondary: "#5b6675",
    colorBorder: "#d5dae1",
    colorBgLayout: "#f4f5f7",
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 30,
    motion: false,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
  },
};
