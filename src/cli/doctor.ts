import type { Command } from "commander";
import type { AddCommand } from "./command-context.ts";
import { toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { isSettled, renderFindings } from "./render-report.ts";

/**
 * `accord doctor`: checks what is stored, as it is, so nothing is synced first. The exit code is 1 while something is
 * left to mend.
 */
export const addDoctorCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts, style } = terminal;
  program
    .command("doctor")
    .description(texts.commands.doctor)
    .option("--repair", texts.options.repair)
    .action((_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions & { readonly repair?: boolean }>();
      return withEngine(options, async (engine) => {
        const findings = await engine.doctor(options.repair === true);
        const ok = findings.every(isSettled);
        await terminal.write(
          options.json ? toJsonLine({ ok, findings }) : renderFindings(findings, style, texts),
        );
        return ok ? 0 : 1;
      });
    });
};
