// The extension: starts `perflint lsp`, and opens the document that a table was imported from.
import { homedir } from "node:os";
import { commands, env, Uri, window, workspace, type ExtensionContext } from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { commandOf, wishesOf, type Settings } from "./settings";
import { hindranceOf } from "./starting";
import { say } from "./words";

/** What the server answers to `perflint.original`. */
interface Original {
  readonly file: string;
  readonly path: string;
  readonly place: string;
}

let client: LanguageClient | undefined;
// One after the other: a change of settings while the server starts must not leave two.
let turn: Promise<void> = Promise.resolve();

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("perflint.openOriginal", openOriginal),
    commands.registerCommand("perflint.restart", restart),
    workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration("perflint") ? restart() : undefined)),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await turn;
  await stop();
}

function restart(): Promise<void> {
  // A server that broke down cannot be stopped; a new one is started all the same.
  turn = turn.then(stop).catch(() => undefined).then(start);
  return turn;
}

async function start(): Promise<void> {
  const settings = read();
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const command = commandOf(settings, folder, homedir());
  const hindrance = await hindranceOf(command, folder);
  if (hindrance !== undefined) {
    const said = hindrance.kind === "failed" ? [command.command, hindrance.said] : [command.command];
    void complain(say(hindrance.kind, env.language, ...said));
    return;
  }
  const server: ServerOptions = folder === undefined ? command : { ...command, options: { cwd: folder } };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: "file", language: "yaml" },
      { scheme: "untitled", language: "yaml" },
    ],
    initializationOptions: wishesOf(settings),
  };
  client = new LanguageClient("perflint", "perflint", server, options);
  try {
    await client.start();
  } catch (fault) {
    client = undefined;
    void complain(say("failed", env.language, command.command, String(fault)));
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

function read(): Settings {
  const held = workspace.getConfiguration("perflint");
  const text = (name: keyof Settings): string => held.get<string>(name, "");
  return { path: text("path"), lang: text("lang"), profile: text("profile"), minSeverity: text("minSeverity") };
}

async function complain(said: string): Promise<void> {
  const settings = say("settings", env.language);
  if ((await window.showErrorMessage(said, settings)) === settings) {
    await commands.executeCommand("workbench.action.openSettings", "perflint.path");
  }
}

/** Opens the document that the table under the cursor came from, and says which cell of it is meant. */
async function openOriginal(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  if (client === undefined) {
    void window.showWarningMessage(say("stopped", env.language));
    return;
  }
  const { line, character } = editor.selection.active;
  const found = await client.sendRequest<Original | null>("workspace/executeCommand", {
    command: "perflint.original",
    arguments: [client.code2ProtocolConverter.asUri(editor.document.uri), { line, character }],
  });
  if (found === null) {
    void window.showInformationMessage(say("noOriginal", env.language));
  } else {
    await show(found);
  }
}

async function show(original: Original): Promise<void> {
  const place = original.place || say("wholeTable", env.language);
  if (!original.path) {
    void window.showWarningMessage(say("absent", env.language, original.file, place));
  } else if (await env.openExternal(Uri.file(original.path))) {
    void window.showInformationMessage(say("cell", env.language, original.file, place));
  } else {
    void window.showWarningMessage(say("unopened", env.language, original.path));
  }
}
