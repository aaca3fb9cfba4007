// The same data as a table, an outline and a matrix: for reading, for screen readers, for Excel.

const COLUMNS = ["planShort", "kindShort", "code", "title", "titleOther", "above", "field", "goal", "department", "line"];
let rowsShown = 100;
/** @param {number} i @param {string} column @returns {string} */
function cellOf(i, column) {
  const ja = state.lang === "ja";
  const named = (/** @type {string} */ sort) => [...new Set((claimsOf.get(i) || []).filter((c) => c.sort === sort).map((c) => (sort === "goal" ? concepts[c.target].key : nameOf(concepts[c.target]))))].join(", ");
  switch (column) {
    case "planShort": return versionName(versions[columns.version[i]]);
    case "kindShort": return nameOf(kinds[columns.kind[i]]);
    case "code": return columns.code[i] || "";
    case "title": return (ja ? columns.title[i] : columns.title_en[i] || columns.title[i]) || say("unnamed");
    case "titleOther": return (ja ? columns.title_en[i] : columns.title[i]) || "";
    case "above": return columns.parent[i] >= 0 ? label(columns.parent[i]) : "";
    case "department": return (columns.departments[i] || []).map((/** @type {number} */ d) => departments[d]).join("、");
    case "line": return columns.line[i] || "";
    default: return named(column);
  }
}
function rowsInOrder() {
  const found = matching();
  if (!state.sort) return found;
  const [column, down] = [state.sort.replace("-", ""), state.sort[0] === "-"];
  const compare = new Intl.Collator(state.lang, { numeric: true }).compare;
  const keys = new Map(found.map((i) => [i, cellOf(i, column)]));
  return found.sort((a, b) => (down ? -1 : 1) * compare(/** @type {string} */ (keys.get(a)), /** @type {string} */ (keys.get(b))) || a - b);
}
function renderTable() {
  const rows = rowsInOrder(), used = COLUMNS.filter((c) => !["field", "goal", "department"].includes(c) || rows.some((i) => cellOf(i, c)));
  const heads = used.map((column) => {
    const sorted = state.sort.replace("-", "") === column;
    return make("th", { scope: "col", "aria-sort": sorted ? (state.sort[0] === "-" ? "descending" : "ascending") : "none" }, make("button", { on: { click: () => {
      state.sort = state.sort === column ? "-" + column : state.sort === "-" + column ? "" : column;
      update();
    } } }, say(column), make("span", { "aria-hidden": "true" }, sorted ? (state.sort[0] === "-" ? " ▼" : " ▲") : "")));
  });
  const body = rows.slice(0, rowsShown).map((i) => make("tr", { class: i === state.chosen ? "chosen" : null }, ...used.map((column) =>
    column === "title" ? make("th", { scope: "row" }, make("button", { class: "chooser", on: { click: () => choose(i, true) } }, cellOf(i, column))) : make("td", {}, cellOf(i, column)))));
  const left = rows.length - rowsShown;
  fill(by("twin"), make("div", { class: "bar" }, make("h2", {}, say("table")), make("span", {}, say("shown", { n: rows.length })), make("button", { class: "plain", id: "csv", on: { click: saveCsv } }, say("csv"))),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("table") }, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...body)),
      left > 0 && make("button", { class: "plain", on: { click: () => { rowsShown += 500; renderTable(); } } }, say("more", { n: left }))));
}
function saveCsv() {
  // A cell that a spreadsheet would take for a formula gets an apostrophe.
  const quote = (/** @type {string} */ text) => '"' + (/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replace(/"/g, '""') + '"';
  const lines = [["id", ...COLUMNS.map((c) => say(c))].map(quote).join(",")];
  for (const i of rowsInOrder()) lines.push([markAt(i).id, ...COLUMNS.map((c) => cellOf(i, c))].map(quote).join(","));
  const link = make("a", { download: (data.title || "plangraph").slice(0, 60).replace(/[\\/:*?"<>|\s]+/g, "-") + ".csv", href: URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" })) });
  document.body.append(link);
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); link.remove(); }, 1000);
}

/** @param {Place} place */
function branch(place) {
  const chosen = place.m >= 0 && place.m === state.chosen, open = place.kids.length > 0 && !place.folded && state.outline.has(place.key);
  const item = make("li", {}, place.kids.length ? make("button", { class: "twist", "aria-expanded": String(open), "aria-label": (place.m >= 0 ? label(place.m) : nameOf(place)), on: { click: () => {
    if (open) state.outline.delete(place.key); else { state.outline.add(place.key); state.folded.delete(place.key); }
    const next = branch(place.folded ? Object.assign(place, { folded: false }) : place);
    item.replaceWith(next);
    next.querySelector("button").focus();
  } } }, open ? "▾" : "▸") : make("span", { class: "twist" }),
    place.m >= 0 ? make("button", { class: "chooser", "aria-current": chosen ? "true" : null, on: { click: () => choose(place.m, true) } }, badge(kinds[columns.kind[place.m]]), make("span", {}, label(place.m)), isAlone(place.m) && make("small", { class: "warn" }, say("noCounterpart")))
      : make("b", {}, nameOf(place)));
  if (open) item.append(make("ul", {}, ...place.kids.slice(0, 300).map(branch), place.kids.length > 300 && make("li", {}, "… " + place.kids.length)));
  return item;
}
function renderOutline() {
  const { roots } = view.forest;
  if (!state.outline.size && roots.length <= 6) for (const root of roots) state.outline.add(root.key);
  fill(by("twin"), make("div", { class: "bar" }, make("h2", {}, say("tree")), make("span", {}, say("shown", { n: view.forest.matches }))),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("tree") }, roots.length ? make("ul", { class: "outline" }, ...roots.map(branch)) : make("p", {}, say("none"))));
}

/** Fields, goals, kinds or departments against plans: how many elements. */
function renderMatrix() {
  const rows = /** @type {[string, string][]} */ ([["field", say("field")], ["goal", say("goal")], ["department", say("department")], ["kind", say("kindShort")]]
    .filter(([key]) => key === "kind" || (key === "department" ? departments.length : concepts.some((c) => c.sort === key))));
  if (!rows.some(([key]) => key === state.rows)) state.rows = rows[0][0];
  const sort = state.rows;
  /** @type {Map<number, number[]>} */ const table = new Map();
  const shownVersions = versions.map((_v, n) => n).filter((n) => !state.noVersion.has(n));
  const put = (/** @type {number} */ key, /** @type {number} */ i) => { const row = table.get(key) || new Array(versions.length).fill(0); row[columns.version[i]]++; table.set(key, row); };
  for (const i of matching()) {
    if (sort === "kind") put(columns.kind[i], i);
    else if (sort === "department") for (const d of columns.departments[i] || []) put(d, i);
    else for (const key of new Set((claimsOf.get(i) || []).filter((c) => c.sort === sort && (!state.status || c.status === state.status)).map((c) => c.target))) put(key, i);
  }
  const keys = sort === "field" || sort === "goal" ? concepts.map((c, n) => (c.sort === sort ? n : -1)).filter((n) => n >= 0) : [...table.keys()].sort((a, b) => a - b);
  const most = Math.max(1, ...[...table.values()].flat());
  const called = (/** @type {number} */ key) => sort === "kind" ? nameOf(kinds[key]) : sort === "department" ? departments[key] : (sort === "goal" ? concepts[key].key + " " : "") + nameOf(concepts[key]);
  const sign = (/** @type {number} */ key) => sort === "kind" ? badge(kinds[key]) : sort === "goal" ? make("span", { class: "goal", "aria-hidden": "true", style: { background: concepts[key].colour || "#888888", color: ink(concepts[key].colour || "#888888") } }, concepts[key].key) : null;
  const go = (/** @type {number} */ key, /** @type {number} */ n) => {
    if (sort === "kind") state.noKind = new Set(kinds.map((_k, k) => k).filter((k) => k !== key));
    else state[sort] = sort === "department" ? departments[key] : concepts[key].key;
    state.noVersion = new Set(versions.map((_v, k) => k).filter((k) => k !== n));
    state.layout = "hierarchy";
    update();
  };
  const select = make("select", { id: "m-rows", on: { change: (/** @type {any} */ e) => { state.rows = e.target.value; update(); } } }, ...rows.map(([value, text]) => make("option", { value }, text)));
  select.value = sort;
  fill(by("matrix"), make("div", { class: "bar" }, make("label", { for: "m-rows" }, say("rows")), select),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("matrix") }, make("table", { class: "matrix" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, (rows.find(([key]) => key === sort) || ["", ""])[1]), ...shownVersions.map((n) => make("th", { scope: "col" }, versionName(versions[n]))), make("th", { scope: "col" }, say("total")))),
      make("tbody", {}, ...keys.map((key) => {
        const row = table.get(key) || new Array(versions.length).fill(0);
        return make("tr", {}, make("th", { scope: "row" }, sign(key), make("span", {}, sort === "goal" ? nameOf(concepts[key]) : called(key))), ...shownVersions.map((n) => make("td", {}, row[n]
          ? make("button", { "aria-label": say("cell", { row: called(key), column: versionName(versions[n]), n: row[n] }), on: { click: () => go(key, n) } },
            make("span", { class: "dot", style: { width: 6 + 30 * Math.sqrt(row[n] / most) + "px", height: 6 + 30 * Math.sqrt(row[n] / most) + "px" } }), make("span", {}, String(row[n])))
          : make("span", { class: "zero" }, "0"))), make("td", {}, String(shownVersions.reduce((sum, n) => sum + row[n], 0))));
      })))));
}
