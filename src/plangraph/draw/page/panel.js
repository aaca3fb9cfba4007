// What is known of the chosen element.

/** A button that chooses an element. @param {number} i @param {boolean} [city] */
const chooser = (i, city) => make("button", { class: "chooser", on: { click: () => choose(i, true) } }, badge(kinds[columns.kind[i]]),
  make("span", {}, label(i)), city && make("small", {}, cityOf(versions[columns.version[i]])));
/** @param {string} title @param {...(Node|null|false|undefined)} inside */
const part = (title, ...inside) => make("section", {}, make("h3", {}, title), ...inside);

function renderPanel() {
  const panel = by("panel"), i = state.chosen;
  panel.hidden = i < 0;
  panel.replaceChildren();
  if (i < 0) return;
  const m = markAt(i), v = versions[m.version], kind = kinds[m.kind];
  const parents = [];
  for (let up = m.parent; up >= 0; up = columns.parent[up]) parents.unshift(up);
  const title = m.title || say("unnamed");
  const facts = m.facts.map(([key, value]) => [say(key), value]).concat(m.departments.length ? [[say("departments"), m.departments.map((d) => departments[d]).join("、")]] : []);
  const permanent = make("input", { readonly: true, value: location.href, "aria-label": say("address") });
  const held = claimsOf.get(i) || [], others = [...(counterparts.get(i) || [])].sort((a, b) => (b[1].score || 0) - (a[1].score || 0));
  fill(panel,
    make("button", { class: "close", "aria-label": say("close"), on: { click: () => { choose(-1); canvas.focus(); } } }, "×"),
    make("p", { class: "what" }, badge(kind), nameOf(kind), m.term && m.term !== kind.ja ? make("span", {}, "「" + m.term + "」") : null, make("small", {}, versionName(v))),
    make("h2", { id: "panel-title", tabindex: "-1" }, make("span", { lang: "ja" }, (m.code ? m.code + " " : "") + title)),
    m.subtitle && make("p", { lang: "ja" }, m.subtitle),
    m.title_en && make("p", { class: "other", lang: "en" }, m.title_en),
    (m.ja || m.en) && make("p", {}, (state.lang === "ja" ? m.ja : m.en) || m.ja),
    facts.length ? make("dl", {}, ...facts.flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)])) : null,
    m.keywords.length ? part(say("keywords"), make("p", { class: "words" }, ...m.keywords.map((word) => make("button", { on: { click: () => search(word) } }, word)))) : null,
    parents.length ? part(say("parents"), make("ul", {}, ...parents.map((p) => make("li", {}, chooser(p))))) : null,
    childrenOf[i].length ? part(say("children") + " " + childrenOf[i].length, make("button", { class: "plain", on: { click: () => fold("m" + i) } }, say(state.folded.has("m" + i) ? "unfold" : "fold")),
      make("ul", {}, ...childrenOf[i].slice(0, 60).map((p) => make("li", {}, chooser(p)))), childrenOf[i].length > 60 && make("p", {}, "… " + childrenOf[i].length)) : null,
    held.some((c) => c.sort !== "counterpart") ? part(say("links"), make("ul", { class: "claims" }, ...held.filter((c) => c.sort !== "counterpart").map(claimLine))) : null,
    others.length || isAlone(i) || elsewhere.has(i) ? part(say("counterpart"), others.length ? make("ul", { class: "claims" }, ...others.map(([other, claim]) =>
      make("li", {}, chooser(other, true), grounds(claim)))) : !elsewhere.has(i) && make("p", { class: "warn" }, "◇ " + say("noCounterpart")), elsewhere.has(i) && make("p", {}, say("elsewhere"))) : null,
    part(say("source"), make("dl", {}, make("dt", {}, say("document")), make("dd", {}, v.document + (v.excerpt ? "（" + say("excerpt") + "）" : "")),
      m.line && make("dt", {}, say("line")), m.line && make("dd", {}, m.line),
      m.quotation && make("dt", {}, say("quotation")), m.quotation && make("dd", { lang: "ja" }, make("q", {}, m.quotation)),
      make("dt", {}, say("iri")), make("dd", { class: "iri" }, m.id))),
    make("section", { class: "permanent" }, make("h3", {}, say("address")), make("p", { class: "address" }, permanent, make("button", { class: "plain", on: { click: (/** @type {any} */ e) => {
      permanent.select();
      if (navigator.clipboard) navigator.clipboard.writeText(permanent.value).catch(() => document.execCommand("copy")); else document.execCommand("copy");
      e.target.textContent = say("copied");
    } } }, say("copy")))),
  );
}
/** @param {Claim} claim */
function claimLine(claim) {
  const concept = concepts[claim.target];
  return make("li", {}, concept.sort === "goal" ? make("span", { class: "goal", style: { background: concept.colour || "#888888", color: ink(concept.colour || "#888888") } }, concept.key) : make("span", { class: "goal field", "aria-hidden": "true" }, "#"),
    make("button", { class: "chooser", on: { click: () => { state[concept.sort] = state[concept.sort] === concept.key ? "" : concept.key; update(); } } }, make("span", {}, nameOf(concept))), grounds(claim));
}
/** Who says so, and why. @param {Claim} claim */
const grounds = (claim) => make("div", { class: "grounds" }, make("b", { class: "status " + claim.status }, say(claim.status)), claim.rank ? " " + say(claim.rank) : null,
  claim.score !== null ? make("span", {}, " " + say("score") + " ", make("meter", { min: 0, max: 1, value: claim.score, "aria-label": say("score") }), " " + claim.score.toFixed(2)) : null,
  claim.who && make("div", {}, say("who") + ": " + ((state.lang === "en" && claim.who_en) || claim.who)), claim.terms.length ? make("div", {}, say("because") + ": " + claim.terms.join("、")) : null,
  claim.note && make("div", {}, (state.lang === "en" && claim.note_en) || claim.note));
