// What narrows the picture, and the legend.

/** @param {string} id @param {string} key @param {[string, string][]} choices @param {string} first */
function choice(id, key, choices, first) {
  const select = make("select", { id, on: { change: (/** @type {any} */ e) => { state[key] = e.target.value; if (key === "groupBy") foldGroups(); update(); } } },
    make("option", { value: "" }, first), ...choices.map(([value, text]) => make("option", { value }, text)));
  select.value = state[key];
  return make("div", { class: "choice" }, make("label", { for: id }, say(id.slice(2))), select);
}
function renderFilters() {
  const box = by("filters"), perKind = new Array(kinds.length).fill(0), perVersion = new Array(versions.length).fill(0);
  for (let i = 0; i < count; i++) { perKind[columns.kind[i]]++; perVersion[columns.version[i]]++; }
  const tick = (/** @type {Set<number>} */ off, /** @type {number} */ n, /** @type {any[]} */ ...inside) => make("label", { class: "tick" },
    make("input", { type: "checkbox", checked: !off.has(n), on: { change: (/** @type {any} */ e) => { if (e.target.checked) off.delete(n); else off.add(n); update(); } } }), ...inside);
  const sorted = (/** @type {string} */ sort) => concepts.filter((c) => c.sort === sort).map((c) => /** @type {[string, string]} */ ([c.key, (sort === "goal" ? c.key + " " : "") + nameOf(c)]));
  const statuses = ORDER.filter((status) => claims.some((c) => c.status === status)).map((s) => /** @type {[string, string]} */ ([s, say(s)]));
  const groups = /** @type {[string, string][]} */ ([["field", say("field")], ["goal", say("goal")], ["department", say("department")]]
    .filter(([key]) => key === "department" ? departments.length : sorted(key).length));
  const open = box.querySelector("details.cities");
  fill(box,
    make("h2", {}, say("filters")),
    versions.length > 1 && make("details", { class: "cities", open: open ? open.open : versions.length <= 12 }, make("summary", {}, say("city")), make("fieldset", {}, make("legend", { class: "unseen" }, say("city")),
      ...versions.slice(0, 200).map((v, n) => tick(state.noVersion, n, make("span", {}, versionName(v)), make("small", {}, String(perVersion[n])))))),
    make("fieldset", { class: "kinds" }, make("legend", {}, say("kind")), ...kinds.map((kind, n) => perKind[n] ? tick(state.noKind, n, badge(kind), make("span", {}, nameOf(kind)), make("small", {}, String(perKind[n]))) : null)),
    sorted("field").length ? choice("f-field", "field", sorted("field"), say("all")) : null,
    sorted("goal").length ? choice("f-goal", "goal", sorted("goal"), say("all")) : null,
    departments.length ? choice("f-department", "department", departments.map((d) => [d, d]), say("all")) : null,
    statuses.length ? choice("f-status", "status", statuses, say("all")) : null,
    groups.length ? choice("f-group", "groupBy", groups, say("plan")) : null,
    alone.size + counterparts.size ? make("label", { class: "tick" }, make("input", { type: "checkbox", checked: state.alone, on: { change: (/** @type {any} */ e) => { state.alone = e.target.checked; update(); } } }), make("span", {}, say("alone"))) : null,
    alone.size + counterparts.size ? make("label", { class: "tick" }, make("input", { type: "checkbox", checked: state.lines, on: { change: (/** @type {any} */ e) => { state.lines = e.target.checked; update(); } } }), make("span", {}, say("lines"))) : null,
    make("div", { class: "row" }, make("button", { class: "plain", id: "reset", on: { click: reset } }, say("reset")),
      make("button", { class: "plain", on: { click: () => foldAll(true) } }, say("foldAll")), make("button", { class: "plain", on: { click: () => foldAll(false) } }, say("unfoldAll"))),
  );
}
