import { execFile } from "node:child_process";
import { join } from "node:path";

/** The folder that commands run in. */
export const projectRoot = join(import.meta.dirname, "..", "..", "..");

/** How a process of the command line ended. */
export interface ProcessRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `accord` in a process of its own, as a person's shell would, in an English environment unless told otherwise.
 *
 * @param project a folder made by `transpileProject`
 */
export function runProcess(
  project: string,
  argv: readonly string[],
  { input = "", environment = {} }: { input?: string | Buffer; environment?: Record<string, string> } = {},
): Promise<ProcessRun> {
  return runProgram(process.execPath, [join(project, "src", "cli.js"), ...argv], input, environment);
}

/** Runs `npm run ask -- ...`. */
export function runNpmAsk(argv: readonly string[]): Promise<ProcessRun> {
  return runProgram("npm", ["run", "--silent", "ask", "--", ...argv], "", {});
}

function runProgram(
  program: string,
  argv: readonly string[],
  input: string | Buffer,
  environment: Record<string, string>,
): Promise<ProcessRun> {
  const { PATH = "", HOME = "" } = process.env;
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...argv],
      { cwd: projectRoot, env: { PATH, HOME, LANG: "C.UTF-8", ...environment }, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        // A process that could not be run at all, or was killed, has no exit code.
        if (error && typeof error.code !== "number") reject(error);
        else resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}
