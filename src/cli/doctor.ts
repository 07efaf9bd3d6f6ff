import type { Command } from "commander";
import type { Finding } from "../../index/index.ts";
import type { AddCommand } from "./command-context.ts";
import { toFindingRecord, toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { isSettled, renderFindings } from "./render-report.ts";

/**
 * `accord doctor`: checks what is stored, as it is, so nothing is synced first. The exit code is 1 while something is
 * left to mend.
 */
export const addDoctorCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts, style, language } = terminal;
  program
    .command("doctor")
    .description(texts.commands.doctor)
    .option("--repair", texts.options.repair)
    .action((_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions & { readonly repair?: boolean }>();
      return withEngine(options, async (engine) => {
        const repair = options.repair === true;
        const findings = await engine.doctor(repair);
        const ok = findings.every(isSettled);
        // What this run could not mend, another like it cannot either.
        const isMendable = findings.some((finding) => !isSettled(finding) && canBeMended(finding, findings));
        const hint = repair || !isMendable ? null : texts.repairHint;
        await terminal.write(
          options.json
            ? toJsonLine({ ok, findings: findings.map((finding) => toFindingRecord(finding, language)) })
            : renderFindings(findings, { style, texts, language }, hint),
        );
        return ok ? 0 : 1;
      });
    });
};

/** Model and library say themselves what helps; where the library is damaged, what depends on it has to wait. */
function canBeMended({ check }: Finding, findings: readonly Finding[]): boolean {
  const isLibraryBad = findings.some((finding) => finding.check === "library" && !finding.ok);
  return check === "store" || check === "caches" || (!isLibraryBad && !["model", "library"].includes(check));
}
