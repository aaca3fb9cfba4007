// The state of the page, its address, and what the user does.

/** @type {any} */
var state = { lang: "ja", theme: "", layout: "hierarchy", group: "plan", groupBy: "", q: "", noVersion: new Set(), noKind: new Set(), field: "", goal: "",
  department: "", status: "", alone: false, lines: true, chosen: -1, folded: new Set(), pane: "", sort: "", rows: "field", outline: new Set() };
const PLAIN = ["layout", "groupBy", "q", "field", "goal", "department", "status", "sort", "pane", "rows", "theme", "lang"];
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** The view as an address that brings it back. */
function writeAddress() {
  const found = new URLSearchParams();
  for (const key of PLAIN) if (state[key] && state[key] !== fresh[key]) found.set(key, state[key]);
  if (state.noVersion.size) found.set("without", [...state.noVersion].map((n) => versions[n].id).join(" "));
  if (state.noKind.size) found.set("hide", [...state.noKind].map((n) => kinds[n].key).join(" "));
  if (state.folded.size) found.set("folded", [...state.folded].slice(0, 200).map((key) => (key[0] === "m" ? markAt(Number(key.slice(1))).id : key)).join(" "));
  if (state.alone) found.set("alone", "1");
  if (!state.lines) found.set("lines", "0");
  if (state.chosen >= 0) found.set("id", markAt(state.chosen).id);
  try { const told = found.toString(); history.replaceState(null, "", told ? "#" + told : location.pathname + location.search); } catch { /* a page inside a notebook has no address */ }
}
function readAddress() {
  const found = new URLSearchParams(location.hash.slice(1));
  for (const key of PLAIN) state[key] = found.get(key) || fresh[key];
  if (!["ja", "en"].includes(state.lang)) state.lang = fresh.lang;
  const ids = new Map();
  const wanted = (found.get("id") || "") + " " + (found.get("folded") || "");
  if (wanted.trim()) for (let i = 0; i < count; i++) ids.set(versions[columns.version[i]].id + "/" + columns.id[i], i);
  const list = (/** @type {string} */ key) => (found.get(key) || "").split(" ").filter(Boolean);
  state.noVersion = new Set(list("without").map((id) => versions.findIndex((v) => v.id === id)).filter((n) => n >= 0));
  state.noKind = new Set(list("hide").map((key) => kinds.findIndex((kind) => kind.key === key)).filter((n) => n >= 0));
  state.folded = new Set(list("folded").map((id) => (ids.has(id) ? "m" + ids.get(id) : id)));
  state.alone = found.get("alone") === "1";
  state.lines = found.get("lines") !== "0";
  state.chosen = ids.has(found.get("id")) ? ids.get(found.get("id")) : -1;
}
/** @type {any} */
const fresh = Object.fromEntries(PLAIN.map((key) => [key, state[key]]));
fresh.lang = data.lang;

function words() {
  document.documentElement.lang = state.lang;
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(/** @type {HTMLElement} */ (one).dataset.say || "");
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", say(/** @type {HTMLElement} */ (one).dataset.label || ""));
  by("title").textContent = document.title = state.lang === "ja" ? data.title : data.title_en;
  by("q").placeholder = say("searchHint");
  by("lang").textContent = say("language");
  by("lang").lang = state.lang === "ja" ? "en" : "ja";
  by("theme").textContent = say(isDark() ? "light" : "dark");
  by("official").textContent = say("official");
  fill(by("sources"), ...versions.slice(0, 200).map((v) => make("li", {}, versionName(v) + " ", make("span", { lang: "ja" }, v.title), v.date ? "  " + v.date : "", v.period ? make("span", { lang: "ja" }, "  " + v.period) : null,
    " — " + v.document, v.excerpt ? "（" + say("excerpt") + "）" : "", make("small", {}, " sha256 " + v.sha256.slice(0, 12)))), versions.length > 200 && make("li", {}, "… " + versions.length));
  by("made").textContent = say("made") + ": " + data.made + "  plangraph " + data.plangraph;
  by("licence").textContent = say("licence");
}
const isDark = () => (state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

/** After a change of what is shown: everything anew. @param {boolean} [stay] keep the part of the picture in view */
function update(stay) {
  state.group = state.groupBy || "plan";
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  readTints();
  words();
  const matrix = state.layout === "matrix";
  by("stage").hidden = matrix;
  by("matrix").hidden = !matrix;
  by("twin").hidden = !state.pane;
  for (const button of document.querySelectorAll("[data-layout]")) button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.layout === state.layout));
  for (const button of document.querySelectorAll("[data-pane]")) button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.pane === state.pane));
  view.forest = grow(state.layout);
  by("shown").textContent = say("shown", { n: view.forest.matches });
  renderFilters();
  renderPanel();
  light(state.chosen);
  twins();
  writeAddress();
  if (!matrix) { resize(); if (!stay) fit(); redraw(); }
}
function twins() {
  rowsShown = 100;
  if (state.layout === "matrix") renderMatrix();
  if (state.pane === "table") renderTable();
  if (state.pane === "tree") renderOutline();
}
/** Choose an element, or none. @param {number} i @param {boolean} [go] bring it into view */
function choose(i, go) {
  const narrow = matchMedia("(max-width: 760px)").matches;
  state.chosen = i;
  const hidden = by("panel").hidden;
  renderPanel();
  writeAddress();
  const input = by("panel").querySelector(".address input");
  if (input) input.value = location.href;
  light(i);
  if (hidden !== by("panel").hidden && state.layout !== "matrix") { const { x, y, kx, ky } = view; resize(); Object.assign(view, { x, y, kx, ky }); if (ky === view.fitY && kx === view.fitX && !narrow) fit(); }
  const place = view.forest.of.get(i);
  if (place && go && state.layout !== "matrix") show(place);
  if (state.pane === "table") renderTable();
  if (state.pane === "tree") renderOutline();
  if (i >= 0) { by("live").textContent = label(i); if (go && !by("panel").contains(document.activeElement) && document.activeElement !== canvas) by("panel-title").focus({ preventScroll: true }); }
  redraw();
}
function showChosen() {
  const place = view.forest.of.get(state.chosen);
  if (place) show(place);
}
/** Light up an element with what is around it. @param {number} i */
function light(i) {
  const place = i >= 0 ? view.forest.of.get(i) : null;
  if (!place) { view.lit = null; return; }
  const lit = new Set([place, ...place.kids]);
  for (let up = place.up; up; up = up.up) lit.add(up);
  for (const other of (counterparts.get(i) || new Map()).keys()) {
    for (let far = view.forest.of.get(other) || null; far; far = far.up) lit.add(far);
  }
  view.lit = lit;
}
/** @param {string} key */
function fold(key) {
  if (!state.folded.delete(key)) state.folded.add(key);
  update(true);
  keep();
}
/** @param {boolean} shut */
function foldAll(shut) {
  state.folded.clear();
  if (shut) for (const place of view.forest.places) if (place.kids.length && place.level >= 1 && place.m >= 0) state.folded.add(place.key);
  update();
}
/** Groups start folded: first which there are, and how large; then what is in them. */
function foldGroups() {
  state.folded.clear();
  state.group = state.groupBy || "plan";
  if (state.groupBy) for (const root of grow("hierarchy").roots) state.folded.add(root.key);
}
/** @param {string} text */
function search(text) { by("q").value = state.q = text; update(); }
function reset() {
  for (const key of ["q", "field", "goal", "department", "status", "groupBy"]) state[key] = "";
  state.noVersion.clear(); state.noKind.clear(); state.folded.clear();
  state.alone = false; state.chosen = -1;
  by("q").value = "";
  update();
  by("q").focus();
}

// -- what the user does ---------------------------------------------------------------------

let typing = 0;
by("q").addEventListener("input", (/** @type {any} */ e) => { clearTimeout(typing); typing = setTimeout(() => { state.q = e.target.value; update(); }, 120); });
by("q").addEventListener("keydown", (/** @type {KeyboardEvent} */ e) => { if (e.key === "ArrowDown") { e.preventDefault(); canvas.focus(); } if (e.key === "Enter") { clearTimeout(typing); state.q = by("q").value; update(); } });
by("lang").addEventListener("click", () => { state.lang = state.lang === "ja" ? "en" : "ja"; update(true); });
by("theme").addEventListener("click", () => { state.theme = isDark() ? "light" : "dark"; update(true); });
for (const button of document.querySelectorAll("[data-layout]")) button.addEventListener("click", () => { state.layout = /** @type {HTMLElement} */ (button).dataset.layout; update(); });
for (const button of document.querySelectorAll("[data-pane]")) button.addEventListener("click", () => { const pane = /** @type {HTMLElement} */ (button).dataset.pane; state.pane = state.pane === pane ? "" : pane; update(); });
for (const [id, factor] of /** @type {[string, number][]} */ ([["in", 1.6], ["out", 1 / 1.6]])) by(id).addEventListener("click", () => { zoomAt(view.W / 2, view.H / 2, factor); redraw(); });
by("fit").addEventListener("click", () => { fit(); redraw(); });
by("menu").addEventListener("click", () => { const open = document.body.classList.toggle("aside"); by("menu").setAttribute("aria-expanded", String(open)); resize(); fit(); redraw(); });

/** Pointers that are down, for dragging and pinching. @type {Map<number, PointerEvent>} */
const down = new Map();
let moved = 0;
/** @param {MouseEvent} e */
const at = (e) => { const box = canvas.getBoundingClientRect(); return [e.clientX - box.left, e.clientY - box.top]; };
canvas.addEventListener("pointerdown", (e) => { canvas.setPointerCapture(e.pointerId); down.set(e.pointerId, e); moved = 0; point(null, 0, 0); });
canvas.addEventListener("pointermove", (e) => {
  const before = down.get(e.pointerId);
  if (!before) { const [x, y] = at(e); point(pick(x, y), x, y); return; }
  const others = [...down.values()].filter((one) => one.pointerId !== e.pointerId);
  if (others.length) {
    const far = (/** @type {PointerEvent} */ one) => Math.hypot(one.clientX - others[0].clientX, one.clientY - others[0].clientY) || 1;
    const [x, y] = at(others[0]);
    zoomAt(x, y, far(e) / far(before));
  } else { view.x -= (e.clientX - before.clientX) / view.kx; view.y -= (e.clientY - before.clientY) / view.ky; keep(); }
  moved += Math.abs(e.clientX - before.clientX) + Math.abs(e.clientY - before.clientY);
  down.set(e.pointerId, e);
  redraw(true);
});
for (const type of ["pointerup", "pointercancel"]) canvas.addEventListener(type, (event) => {
  const e = /** @type {PointerEvent} */ (event);
  if (down.delete(e.pointerId) && moved < 5 && type === "pointerup") {
    const [x, y] = at(e), place = pick(x, y);
    if (place && place.m < 0) { if (!view.forest.lanes.length) fold(place.key); } else choose(place ? place.m : -1);
  }
});
canvas.addEventListener("pointerleave", () => point(null, 0, 0));
canvas.addEventListener("dblclick", (e) => { const [x, y] = at(e), place = pick(x, y); if (place && place.kids.length) fold(place.key); });
canvas.addEventListener("wheel", (e) => {
  e.preventDefault();
  if (e.shiftKey) { view.x += e.deltaY / view.kx; keep(); } else { const [x, y] = at(e); zoomAt(x, y, Math.exp(-Math.max(-80, Math.min(80, e.deltaY)) / 260)); }
  redraw(true);
}, { passive: false });

/** Say what the pointer is on. @param {Place|null} place @param {number} x @param {number} y */
function point(place, x, y) {
  const tip = by("tip");
  tip.hidden = !place || place.m < 0;
  canvas.style.cursor = place ? "pointer" : "grab";
  if (!place || place.m < 0) return;
  const m = markAt(place.m), v = versions[m.version];
  fill(tip, make("b", {}, nameOf(kinds[m.kind]) + (m.code ? " " + m.code : "")), make("div", {}, (m.title || say("unnamed")).slice(0, 160)), m.title_en && make("div", { lang: "en" }, m.title_en.slice(0, 200)),
    make("small", {}, v.document + (m.line ? " · " + say("line") + " " + m.line : "")));
  tip.style.left = Math.min(x + 14, view.W - 330) + "px";
  tip.style.top = (y > view.H - 130 ? y - 20 - tip.offsetHeight : y + 18) + "px";
}

canvas.addEventListener("keydown", (e) => {
  const now = view.forest.of.get(state.chosen), { places, of } = view.forest;
  const first = places.find((place) => place.m >= 0);
  const side = (/** @type {number} */ step) => {
    if (!now) return first;
    const level = places.filter((place) => place.level === now.level && place.m >= 0);
    return level[level.indexOf(now) + step];
  };
  /** @type {{[key:string]: () => any}} */
  const keys = {
    ArrowDown: () => side(1), ArrowUp: () => side(-1), Home: () => first,
    ArrowRight: () => { if (!now) return first; if (now.folded) { fold(now.key); return view.forest.of.get(state.chosen); } return now.kids[0]; },
    ArrowLeft: () => now && now.up && now.up.m >= 0 ? now.up : now,
    Enter: () => { const title = by("panel-title"); if (title) title.focus(); },
    " ": () => { if (now && now.kids.length) fold(now.key); },
    "+": () => zoomAt(view.W / 2, view.H / 2, 1.5), "=": () => zoomAt(view.W / 2, view.H / 2, 1.5), "-": () => zoomAt(view.W / 2, view.H / 2, 1 / 1.5), 0: () => fit(),
    Escape: () => choose(-1),
  };
  if (!keys[e.key] || e.ctrlKey || e.metaKey || e.altKey) return;
  e.preventDefault();
  const next = keys[e.key]();
  if (next && next.m >= 0 && of) choose(next.m, true);
  redraw();
});
document.addEventListener("keydown", (e) => {
  const typed = /** @type {HTMLElement} */ (e.target);
  if (e.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(typed.tagName)) { e.preventDefault(); by("q").focus(); }
  if (e.key === "Escape" && by("panel").contains(typed)) { choose(-1); canvas.focus(); }
});
addEventListener("hashchange", () => { readAddress(); by("q").value = state.q; update(); });
let sizing = 0;
addEventListener("resize", () => { clearTimeout(sizing); sizing = setTimeout(() => { resize(); fit(); showChosen(); redraw(); }, still.matches ? 0 : 60); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => update(true));

if (!data.force) { const button = document.querySelector('[data-layout="force"]'); if (button) button.remove(); }
if (matchMedia("(min-width: 900px)").matches) document.body.classList.add("aside");
by("menu").setAttribute("aria-expanded", String(document.body.classList.contains("aside")));
readAddress();
by("q").value = state.q;
if (state.groupBy && !state.folded.size) foldGroups();
update();
showChosen();
paint();
/** For measuring and testing. */
Object.assign(window, { plangraph: { view, state, fit, redraw, paint, zoomAt, choose, search, update, keep, clip, data } });
document.documentElement.dataset.ready = "true";
