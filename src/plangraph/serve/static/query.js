// The page of queries: runs what is written, shows the answer, keeps the address in step.
(() => {
  "use strict";
  const form = document.getElementById("sparql"), field = document.getElementById("query");
  const place = document.getElementById("answer"), told = document.getElementById("told");
  const go = form.querySelector("button.go"), stop = form.querySelector("button.stop");
  const MOST = 500;
  const FILES = { CSV: "text/csv", TSV: "text/tab-separated-values", JSON: "application/sparql-results+json", XML: "application/sparql-results+xml" };
  const GRAPHS = { Turtle: "text/turtle", "JSON-LD": "application/ld+json", "N-Triples": "application/n-triples" };
  let running = null;

  const make = (name, values = {}, ...below) => {
    const one = document.createElement(name);
    for (const [key, value] of Object.entries(values)) {
      if (key === "on") for (const [event, act] of Object.entries(value)) one.addEventListener(event, act);
      else one.setAttribute(key, value);
    }
    one.append(...below);
    return one;
  };
  const say = (key, values = {}) => place.dataset[key].replace(/\{(\w+)\}/g, (_all, name) => values[name]);

  const data = JSON.parse(document.getElementById("known").textContent);
  // The editor comes when somebody begins to write: who only runs examples does without.
  let editor = null;
  if (form.dataset.editor) {
    const bring = () => {
      const script = make("script", { src: form.dataset.editor });
      script.addEventListener("load", () => {
        const inside = document.activeElement === field, at = field.selectionStart;
        editor = globalThis.plangraphEditor(field, {
          terms: data.terms, prefixes: data.prefixes,
          says: { label: data.label, mistake: data.mistake, keys: data.keys }, run: () => run(),
        });
        document.querySelector('label[for="query"]').removeAttribute("for");
        if (inside) editor.focus(at);
      });
      document.head.append(script);
    };
    // Who is quicker than this script is writing already.
    if (document.activeElement === field) bring(); else field.addEventListener("focus", bring, { once: true });
  }
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } });

  const ask = (accept, signal) => fetch(form.dataset.endpoint, {
    method: "POST", signal, headers: { Accept: accept, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ query: field.value }),
  });

  async function run() {
    running?.abort();
    running = new AbortController();
    const mine = running, began = performance.now();
    go.disabled = true; stop.hidden = false; told.textContent = say("running"); place.replaceChildren();
    try {
      const answer = await ask("application/sparql-results+json, text/turtle;q=0.9", mine.signal);
      const text = await answer.text();
      const seconds = ((performance.now() - began) / 1000).toFixed(2);
      if (!answer.ok) { told.textContent = ""; place.append(make("p", { class: "alert", role: "alert" }, text.trim().slice(0, 2000))); return; }
      const kind = answer.headers.get("Content-Type") || "";
      if (kind.includes("sparql-results+json")) show(JSON.parse(text), seconds);
      else { told.textContent = `${seconds} s`; place.append(make("pre", { tabindex: "0" }, text.slice(0, 200000)), files(GRAPHS)); }
      const here = `${form.dataset.here}?${new URLSearchParams({ query: field.value })}`;
      history.replaceState(null, "", here);
      place.append(make("p", { class: "iri" }, make("a", { href: here }, say("link"))));
    } catch (error) {
      told.textContent = error.name === "AbortError" ? say("stopped") : String(error.message);
    } finally {
      if (mine === running) { go.disabled = false; stop.hidden = true; }
    }
  }

  function show(found, seconds) {
    if ("boolean" in found) { told.textContent = `${seconds} s`; place.append(make("p", {}, make("b", {}, String(found.boolean)))); return; }
    const columns = found.head.vars, rows = found.results.bindings;
    told.textContent = say("rows", { n: rows.length.toLocaleString(), s: seconds });
    if (!rows.length) { place.append(make("p", {}, say("none"))); return; }
    const head = make("tr", {}, ...columns.map((name) => make("th", { scope: "col" }, name)));
    const body = rows.slice(0, MOST).map((row) => make("tr", {}, ...columns.map((name) => cell(row[name]))));
    const table = make("table", { class: "rows" }, make("thead", {}, head), make("tbody", {}, ...body));
    place.append(make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("table") }, table));
    if (rows.length > MOST) place.append(make("p", { class: "why" }, say("cut", { n: MOST })));
    place.append(files(FILES));
  }

  function cell(term) {
    if (!term) return make("td", {}, make("span", { class: "none" }, "–"));
    if (term.type !== "uri") {
      const number = /#(integer|decimal|double|float)$/.test(term.datatype || "");
      return make("td", number ? { class: "n" } : {}, term.value);
    }
    const short = Object.entries(data.prefixes).find(([, iri]) => term.value.startsWith(iri) && /^[\w-]*$/.test(term.value.slice(iri.length)));
    const label = short ? `${short[0]}:${term.value.slice(short[1].length)}` : term.value.startsWith(form.dataset.ids) ? term.value.slice(form.dataset.ids.length) : term.value;
    const ours = term.value.startsWith(form.dataset.ids);
    const to = ours ? form.dataset.shown + term.value.slice(form.dataset.ids.length) : term.value;
    if (!/^https?:|^\//.test(to)) return make("td", {}, term.value);
    return make("td", {}, make("a", { class: "el", href: to, title: term.value, ...(ours ? {} : { rel: "external noreferrer" }) }, label));
  }

  function files(kinds) {
    return make("p", { class: "actions" }, ...Object.entries(kinds).map(([name, type]) => make("button", { type: "button", on: { click: async () => {
      const answer = await ask(type);
      if (!answer.ok) return;
      const link = make("a", { href: URL.createObjectURL(await answer.blob()), download: `plangraph.${{ "JSON-LD": "jsonld", Turtle: "ttl", "N-Triples": "nt" }[name] || name.toLowerCase()}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    } } }, name)));
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  stop.addEventListener("click", () => running?.abort());
  for (const link of document.querySelectorAll("a.example")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const text = new URL(link.href).searchParams.get("query");
      field.value = text;
      editor?.set(text);
      run();
      form.scrollIntoView({ block: "start" });
    });
  }
})();
