// What is said to the user, in Chinese where VS Code speaks Chinese, else in English.

const WORDS = {
  missing: {
    zh: "没有找到 perflint（“{0}”）。请在 perflint 的源码文件夹里运行 pip install \".[lsp,office]\"，或在设置 perflint.path 里写它的完整路径。",
    en: "perflint was not found (\"{0}\"). In a checkout of perflint, run pip install \".[lsp,office]\", or write its whole path in the setting perflint.path.",
  },
  failed: {
    zh: "perflint 没有启动（“{0}”）：{1}",
    en: "perflint did not start (\"{0}\"): {1}",
  },
  settings: { zh: "打开设置", en: "Open settings" },
  stopped: { zh: "perflint 没有在运行", en: "perflint is not running" },
  noOriginal: {
    zh: "光标所在的表没有写明来自哪个文件（x-source），不是由文件导入的。",
    en: "The table under the cursor names no document that it came from (x-source): it was not imported.",
  },
  cell: { zh: "{0}：{1}", en: "{0}: {1}" },
  wholeTable: { zh: "整张表", en: "the whole table" },
  absent: {
    zh: "原文件“{0}”不在这个表的文件夹里，也不在上一级文件夹里。位置：{1}",
    en: "The original \"{0}\" lies neither in the folder of this table nor in the one above. Place: {1}",
  },
  unopened: { zh: "无法打开“{0}”", en: "\"{0}\" could not be opened" },
} as const;

/** Returns a message in the language of VS Code, its places filled. */
export function say(key: keyof typeof WORDS, language: string, ...filled: string[]): string {
  const said: string = WORDS[key][language.toLowerCase().startsWith("zh") ? "zh" : "en"];
  return said.replace(/\{(\d)\}/g, (_, number: string) => filled[Number(number)] ?? "");
}
