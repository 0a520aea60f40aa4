// What the settings of VS Code come to: how the server is started, and what it is asked for.

/** The settings under `perflint.` that this extension reads. */
export interface Settings {
  readonly path: string;
  readonly lang: string;
  readonly profile: string;
  readonly minSeverity: string;
}

/** A program and its arguments. */
export interface Command {
  readonly command: string;
  readonly args: string[];
}

/** Returns how the server is started; `${workspaceFolder}` and `~` in the path stand for the open folder and the home. */
export function commandOf(settings: Settings, folder: string | undefined, home: string): Command {
  const written = settings.path.trim() || "perflint";
  const there = folder === undefined ? written : written.replaceAll("${workspaceFolder}", folder);
  const command = there.startsWith("~/") ? home + there.slice(1) : there;
  return { command, args: settings.lang ? ["lsp", "--lang", settings.lang] : ["lsp"] };
}

/** Returns what the server is told when it starts. */
export function wishesOf(settings: Settings): Record<string, string> {
  return { profile: settings.profile.trim(), minSeverity: settings.minSeverity };
}
