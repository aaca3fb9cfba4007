// Bundles the editor into ../static/editor.js, with the licences of what is in it beside it.
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "..", "static", "editor.js");
const made = await build({
  entryPoints: [join(here, "editor.js")],
  outfile: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  metafile: true,
  banner: { js: "/* CodeMirror and others, MIT licence: see editor.licences.txt */" },
});

// node_modules/@codemirror/view/dist/index.js → @codemirror/view
const packages = new Set(Object.keys(made.metafile.inputs)
  .map((path) => path.split("node_modules/").at(-1) === path ? null
    : path.split("node_modules/").at(-1).match(/^(@[^/]+\/)?[^/]+/)[0])
  .filter(Boolean));
const texts = [];
for (const name of [...packages].sort()) {
  const folder = join(here, "node_modules", name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!/MIT|BSD|ISC|Apache/.test(license ?? "")) throw new Error(`${name}: what licence is ${license}?`);
  const file = readdirSync(folder).find((one) => /^licen[sc]e/i.test(one));
  const said = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim()
    : `${license} licence, by ${typeof author === "string" ? author : author?.name ?? "its authors"}`;
  texts.push(`${name} ${version}\n\n${said}\n`);
}
writeFileSync(out.replace(/\.js$/, ".licences.txt"), texts.join("\n----\n\n"));
