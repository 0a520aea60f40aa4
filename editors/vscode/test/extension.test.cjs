// The built extension with a stand-in for VS Code: what it says where perflint is missing, and how its command ends then.
const assert = require("node:assert/strict");
const Module = require("node:module");
const { test } = require("node:test");

const REGISTERED = new Map();
const SAID = [];
let settings = {};

/** Anything that the language client wants of VS Code while it is loaded: a class, and whatever is asked of it again. */
const anything = () => new Proxy(class {}, { get: (known, name) => (name in known ? known[name] : anything()) });

const STAND_IN = {
  env: { language: "zh-cn" },
  commands: { registerCommand: (name, run) => REGISTERED.set(name, run), executeCommand: () => undefined },
  window: {
    activeTextEditor: { document: {}, selection: { active: {} } },
    showErrorMessage: async (...words) => void SAID.push(words),
    showWarningMessage: async (...words) => void SAID.push(words),
  },
  workspace: {
    workspaceFolders: undefined,
    getConfiguration: () => ({ get: (name, usual) => settings[name] ?? usual }),
    onDidChangeConfiguration: () => undefined,
  },
};

const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? new Proxy(STAND_IN, { get: (known, key) => known[key] ?? anything() }) : load(name, ...rest);

test("where perflint is missing, it is said in the language of VS Code what to do", async () => {
  const extension = require("../out/extension.js");
  settings = { path: "no-such-perflint" };
  await extension.activate({ subscriptions: [] });
  assert.deepEqual([...REGISTERED.keys()], ["perflint.openOriginal", "perflint.restart"]);
  assert.equal(SAID.length, 1);
  assert.match(SAID[0][0], /^没有找到 perflint（“no-such-perflint”）。.*pip install "\.\[lsp,office\]"/);
  assert.equal(SAID[0][1], "打开设置");
  STAND_IN.env.language = "fr";
  await REGISTERED.get("perflint.restart")();
  assert.match(SAID[1][0], /^perflint was not found \("no-such-perflint"\)\./);
  await REGISTERED.get("perflint.openOriginal")();
  assert.deepEqual(SAID[2], ["perflint is not running"]);
  await extension.deactivate();
});
