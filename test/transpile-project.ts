import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import ts from "typescript";

const projectRoot = join(import.meta.dirname, "..");

/**
 * Writes modules of the project as JavaScript into an empty folder, which then works like the project: a process starts
 * from there in a third of the time that it takes with tsx. For tests that start very many.
 *
 * @param roots the folders whose modules are needed, relative to the project
 */
export async function transpileProject(folder: string, roots: readonly string[]): Promise<void> {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  for (const root of roots) {
    const names = await readdir(join(projectRoot, root), { recursive: true });
    for (const name of names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
      const source = await readFile(join(projectRoot, root, name), "utf8");
      const file = join(folder, root, name.replace(/\.ts$/, ".js"));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, ts.transpileModule(source, { compilerOptions }).outputText);
    }
    // Word lists and weights stand beside the modules that read them.
    for (const name of names.filter((name) => /\.(?:txt|json|bin)$/.test(name))) {
      await mkdir(dirname(join(folder, root, name)), { recursive: true });
      await cp(join(projectRoot, root, name), join(folder, root, name));
    }
  }
  await cp(join(projectRoot, "package.json"), join(folder, "package.json"));
  for (const name of ["node_modules", "models", "corpus"]) {
    await symlink(join(projectRoot, name), join(folder, name), "junction");
  }
}
