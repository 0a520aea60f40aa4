// The real server, spoken to as VS Code speaks to it: what the settings come to, diagnostics, the original of a table.
const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { pathToFileURL } = require("node:url");
const rpc = require("vscode-jsonrpc/node");
const { commandOf, wishesOf } = require("../out/tested/settings.js");
const { hindranceOf } = require("../out/tested/starting.js");

const PROGRAM = process.env.PERFLINT ?? "perflint";
const SETTINGS = { path: PROGRAM, lang: "en", profile: "", minSeverity: "info" };
const TABLE = fs.readFileSync(path.join(__dirname, "table.yaml"), "utf8");
let folder;

before(() => (folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "perflint-vscode-")))));
after(() => fs.rmSync(folder, { recursive: true }));

const uriOf = (name) => (name.startsWith("untitled:") ? name : pathToFileURL(path.join(folder, name)).href);

/** Starts a server with some settings, tells it a story, ends it; it has to end well. */
async function use(settings, story) {
  const { command, args } = commandOf(settings, folder, os.homedir());
  const server = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("close", resolve));
  const line = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  const published = [];
  const waiting = [];
  line.onNotification("textDocument/publishDiagnostics", (one) => (waiting.shift() ?? ((it) => published.push(it)))(one));
  const watched = new Promise((resolve) =>
    line.onRequest("client/registerCapability", ({ registrations }) => resolve(registrations.map((one) => one.method))),
  );
  line.listen();
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const answer = await line.sendRequest("initialize", {
    processId: process.pid, rootUri: uriOf("."), capabilities, locale: "en",
    workspaceFolders: [{ uri: uriOf("."), name: "tables" }], initializationOptions: wishesOf(settings),
  });
  await line.sendNotification("initialized", {});
  const next = () => (published.length ? Promise.resolve(published.shift()) : new Promise((resolve) => waiting.push(resolve)));
  const open = async (name, text) => {
    const textDocument = { uri: uriOf(name), languageId: "yaml", version: 1, text };
    await line.sendNotification("textDocument/didOpen", { textDocument });
    return next();
  };
  try {
    await story({ line, answer, open, next, watched });
    await line.sendRequest("shutdown");
    await line.sendNotification("exit");
    assert.equal(await ended, 0);
  } finally {
    server.kill();
    line.dispose();
  }
}

const codes = (published) => published.diagnostics.map((one) => one.code);

test("findings in the language of the settings, a configuration that is written, the original of a table", () =>
  use(SETTINGS, async ({ line, answer, open, next, watched }) => {
    assert.deepEqual(answer.capabilities.executeCommandProvider.commands, ["perflint.original"]);
    assert.deepEqual(await watched, ["workspace/didChangeWatchedFiles"]);
    const text = `${TABLE}x-source: {file: 目标表.docx, table: 2, rows: [表2 第6行, 第7行, 第8行, 表2 第9行, 第10行, 第11行]}\n`;
    for (const name of ["untitled:Untitled-1", "a.yaml"]) {
      const published = await open(name, text);
      assert.equal(published.uri, uriOf(name));
      assert.deepEqual(codes(published), ["VAL013"]);
      assert.match(published.diagnostics[0].message, /is approximate/);
    }
    const at = { line: text.split("\n").findIndex((one) => one.includes("抽检检验费")), character: 30 };
    const ask = (name) =>
      line.sendRequest("workspace/executeCommand", { command: "perflint.original", arguments: [uriOf(name), at] });
    assert.deepEqual(await ask("a.yaml"), { file: "目标表.docx", path: "", place: "表2 第9行" });
    const document = path.join(folder, "目标表.docx");
    fs.writeFileSync(document, "no document");
    assert.deepEqual(await ask("a.yaml"), { file: "目标表.docx", path: document, place: "表2 第9行" });
    await open("b.yaml", TABLE);
    assert.equal(await ask("b.yaml"), null);
    fs.writeFileSync(path.join(folder, "perflint.yaml"), "ignore: [VAL013]\n");
    await line.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf("perflint.yaml"), type: 1 }] });
    // The three texts are judged anew, and nothing else is published.
    const anew = [await next(), await next(), await next()];
    assert.deepEqual(anew.map(codes), [[], [], []]);
    assert.deepEqual(new Set(anew.map((one) => one.uri)), new Set(["untitled:Untitled-1", "a.yaml", "b.yaml"].map(uriOf)));
    fs.rmSync(path.join(folder, "perflint.yaml"));
  }));

test("the mildest severity and the language are taken from the settings", () =>
  use({ ...SETTINGS, lang: "zh", minSeverity: "error" }, async ({ open }) => {
    assert.deepEqual(codes(await open("b.yaml", TABLE)), []);
    const [broken] = (await open("c.yaml", TABLE + "  - {")).diagnostics;
    assert.equal(broken.code, "STR001");
    assert.match(broken.message, /[一-龥]/);
  }));

test("a program that is not there, or that is no perflint, is found out before it is started", async () => {
  assert.equal(await hindranceOf({ command: PROGRAM, args: [] }, folder), undefined);
  assert.deepEqual(await hindranceOf({ command: "no-such-perflint", args: [] }, folder), { kind: "missing" });
  const other = await hindranceOf({ command: process.execPath, args: [] }, folder);
  assert.equal(other.kind, "failed");
  assert.match(other.said, /Node\.js/);
});

test("a path may name the open folder and the home", () => {
  const settings = { ...SETTINGS, lang: "", path: " ${workspaceFolder}/.venv/bin/perflint " };
  assert.deepEqual(commandOf(settings, "/表 格", "/home/li"), { command: "/表 格/.venv/bin/perflint", args: ["lsp"] });
  assert.equal(commandOf({ ...settings, path: "~/bin/perflint" }, undefined, "/home/li").command, "/home/li/bin/perflint");
  assert.equal(commandOf({ ...settings, path: "" }, undefined, "/home/li").command, "perflint");
});
