// The data of the page, as plangraph wrote it, and what follows from it.

/**
 * @typedef {{key:string, ja:string, en:string, sign_ja:string, sign_en:string, colour:string}} Kind
 * @typedef {{id:string, iri:string, city:string, city_en:string, status:string, title:string, title_en:string,
 *   date:string|null, period:string|null, document:string, sha256:string, excerpt:boolean}} Version
 * @typedef {{key:string, sort:string, ja:string, en:string, colour:string|null}} Concept
 * @typedef {{version:number, parent:number, kind:number, id:string, code:string, title:string, title_en:string,
 *   subtitle:string, term:string, line:string, quotation:string, ja:string, en:string, keywords:string[],
 *   departments:number[], facts:[string,string][], iri:string}} Mark
 * @typedef {{mark:number, sort:string, target:number, status:string, rank:string, score:number|null, who:string,
 *   note:string, terms:string[], who_en:string, note_en:string}} Claim
 */

const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("data")).textContent || "{}");
/** @type {Kind[]} */ const kinds = data.kinds;
/** @type {Version[]} */ const versions = data.versions;
/** @type {Concept[]} */ const concepts = data.concepts;
/** @type {string[]} */ const departments = data.departments;
/** @type {{[column:string]: any[]}} */ const columns = data.marks;
/** How many elements there are. */
const count = columns.version.length;
/** @type {Set<number>|null} */ const focused = data.focus ? new Set(data.focus) : null;

/** @param {number} i @returns {Mark} */
function markAt(i) {
  const field = (/** @type {string} */ name) => columns[name][i] || "";
  const v = versions[columns.version[i]];
  return {
    version: columns.version[i], parent: columns.parent[i], kind: columns.kind[i], id: v.id + "/" + columns.id[i],
    code: field("code"), title: field("title"), title_en: field("title_en"), subtitle: field("subtitle"),
    term: field("term"), line: field("line"), quotation: field("quotation"), ja: field("ja"), en: field("en"),
    keywords: columns.keywords[i] || [], departments: columns.departments[i] || [], facts: columns.facts[i] || [],
    iri: field("iri") || v.iri + "/" + columns.id[i],
  };
}

/** What the numbers in the rows of claims stand for; the Python side has the same. */
const SORTS = ["field", "goal", "counterpart"], ORDER = ["stated", "judged", "inferred"], RANKS = ["", "primary", "secondary"];
/** @type {Claim[]} */
const claims = data.claims.map((/** @type {any[]} */ c) => ({
  mark: c[0], sort: SORTS[c[1]], target: c[2], status: ORDER[c[3]], rank: RANKS[c[4]], score: c[5], who: data.said[c[6]][0],
  note: data.said[c[7]][0], terms: c.slice(8).map((term) => data.terms[term]), who_en: data.said[c[6]][1], note_en: data.said[c[7]][1],
}));
claims.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)
  || (a.rank === "primary" ? 0 : 1) - (b.rank === "primary" ? 0 : 1) || (b.score || 0) - (a.score || 0));
/** Claims of each element. @type {Map<number, Claim[]>} */
const claimsOf = new Map();
/** Counterparts of each element, both ways. @type {Map<number, Map<number, Claim>>} */
const counterparts = new Map();
for (const claim of claims) {
  if (claim.sort === "counterpart") {
    for (const [one, other] of [[claim.mark, claim.target], [claim.target, claim.mark]]) {
      const held = counterparts.get(one) || new Map();
      if (!held.has(other)) held.set(other, claim);
      counterparts.set(one, held);
    }
  }
  const held = claimsOf.get(claim.mark) || [];
  held.push(claim);
  claimsOf.set(claim.mark, held);
}
/** Elements whose counterparts are left out of the picture. @type {Set<number>} */
const elsewhere = new Set(data.elsewhere);
/** Elements without counterpart although their like have. @type {Set<number>} */
const alone = new Set(data.alone);
/** @param {number} i */
const isAlone = (i) => alone.has(i);

/** Goals of an element, best first. @type {Map<number, number[]>} */
const goalsOf = new Map();
for (const [i, held] of claimsOf) {
  const goals = [...new Set(held.filter((c) => c.sort === "goal").map((c) => c.target))];
  if (goals.length) goalsOf.set(i, goals);
}

/** @type {number[][]} */ const childrenOf = Array.from({ length: count }, () => []);
/** @type {number[][]} */ const topOf = versions.map(() => []);
for (let i = 0; i < count; i++) {
  const up = columns.parent[i];
  (up >= 0 ? childrenOf[up] : topOf[columns.version[i]]).push(i);
}

/** What an element is found by, in both languages. @type {string[]|null} */
let texts = null;
/** @param {string} text */
const folded = (text) => text.normalize("NFKC").toLowerCase();
function searchTexts() {
  if (texts) return texts;
  const found = new Array(count);
  for (let i = 0; i < count; i++) {
    const parts = [columns.code[i], columns.title[i], columns.title_en[i], columns.subtitle[i], columns.ja[i],
      columns.en[i], columns.term[i], ...(columns.keywords[i] || []),
      ...(columns.departments[i] || []).map((/** @type {number} */ d) => departments[d])];
    for (const claim of claimsOf.get(i) || []) {
      if (claim.sort !== "counterpart") parts.push(concepts[claim.target].ja, concepts[claim.target].en);
    }
    found[i] = folded(parts.filter(Boolean).join("\n"));
  }
  texts = found;
  return found;
}
