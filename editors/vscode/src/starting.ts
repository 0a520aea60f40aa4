// Whether perflint is there and can serve an editor: asked before the client starts it, so that the answer is a clear one.
import { spawn } from "node:child_process";
import type { Command } from "./settings";

const PATIENCE = 30_000;

/** Why the server cannot be started: the program is not there, or it ended with a message. */
export type Hindrance = { readonly kind: "missing" } | { readonly kind: "failed"; readonly said: string };

/** Returns why a program is no perflint that can serve, undefined if it is one. It is asked for the help of `lsp`. */
export function hindranceOf(command: Command, folder: string | undefined): Promise<Hindrance | undefined> {
  return new Promise((resolve) => {
    const asked = spawn(command.command, ["lsp", "--help"], { cwd: folder, windowsHide: true });
    // Not the option `timeout` of spawn: its clock goes on where the program is not there.
    const clock = setTimeout(() => asked.kill(), PATIENCE);
    const end = (hindrance: Hindrance | undefined): void => {
      clearTimeout(clock);
      resolve(hindrance);
    };
    let said = "";
    asked.stdout.on("data", (piece) => (said += String(piece)));
    asked.stderr.on("data", (piece) => (said += String(piece)));
    asked.on("error", (fault: NodeJS.ErrnoException) =>
      end(fault.code === "ENOENT" ? { kind: "missing" } : { kind: "failed", said: fault.message }),
    );
    asked.on("close", (code) => end(code === 0 ? undefined : { kind: "failed", said: lastLines(said) }));
  });
}

/** Returns the end of what a program said, short enough for a message. */
function lastLines(said: string): string {
  return said.trim().split("\n").slice(-3).join(" ").slice(-300);
}
