/** Imports point one way: src and commands may use index, and index knows nobody. */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "index-knows-nobody",
      severity: "error",
      from: { path: "^index/" },
      to: { path: "^(src|commands|test)/" },
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
      to: { path: "^test/" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
