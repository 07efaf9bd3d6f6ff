/**
 * Imports point one way: src and commands may use the public face of index, and index knows nobody. Tests, measurements and
 * the pictures of the docs may reach deeper.
 */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "index-knows-nobody",
      severity: "error",
      from: { path: "^index/" },
      to: { path: "^(src|commands|test|bench|docs)/" },
    },
    {
      name: "only-the-public-face-of-index",
      severity: "error",
      from: { path: "^(src|commands)/" },
      to: { path: "^index/", pathNot: "^index/index\\.ts$" },
    },
    {
      name: "product-imports-no-tests",
      severity: "error",
      from: { path: "^(src|commands|index)/" },
      to: { path: "^(test|bench|docs)/" },
    },
    {
      name: "resolvable",
      severity: "error",
      // The bench is a package of its own, and what it compares with need not be installed.
      from: { pathNot: "^bench/peers/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
