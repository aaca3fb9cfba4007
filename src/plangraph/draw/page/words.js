// What the page says, in Japanese and English.

/** @type {{[key:string]: [string, string]}} */
const WORDS = {
  picture: ["図", "Picture"], search: ["検索", "Search"], searchHint: ["題名・語・番号", "Title, word, code"],
  layout: ["描き方", "Layout"], hierarchy: ["階層", "Tree"], radial: ["放射", "Radial"], force: ["力学", "Force"],
  matrix: ["行列", "Matrix"], table: ["表", "Table"], tree: ["一覧", "Outline"], filters: ["絞り込み", "Filters"],
  city: ["計画", "Plans"], kind: ["種別（凡例）", "Kinds (legend)"], field: ["政策分野", "Policy field"], goal: ["SDGs", "SDG goal"],
  department: ["所管", "Department"], status: ["関連付けの立場", "Status of links"], all: ["すべて", "All"],
  alone: ["対応する要素がないもの", "Without counterpart"], group: ["まとめ方", "Group by"], plan: ["計画の構成", "Plan structure"],
  reset: ["条件を消す", "Clear"], fit: ["全体", "Fit"], zoomIn: ["拡大", "Zoom in"], zoomOut: ["縮小", "Zoom out"],
  lines: ["対応の線", "Counterpart lines"], foldAll: ["すべて畳む", "Fold all"], unfoldAll: ["すべて開く", "Unfold all"],
  language: ["English", "日本語"], light: ["明るい表示", "Light"], dark: ["暗い表示", "Dark"],
  shown: ["{n} 件", "Elements: {n}"], none: ["当てはまる要素がありません。条件を緩めてください。", "Nothing matches. Loosen the filters."],
  unnamed: ["（名称なし）", "(no title)"], close: ["閉じる", "Close"], parents: ["上位", "Above"], children: ["下位", "Below"],
  keywords: ["語", "Keywords"], departments: ["所管", "Departments"], links: ["関連付け", "Links"],
  counterpart: ["ほかの計画の対応する要素", "Counterparts in other plans"], noCounterpart: ["対応なし", "no counterpart"],
  elsewhere: ["この図に出ていない対応する要素があります。", "It has counterparts that are not in this picture."],
  stated: ["文書に明記", "stated by the document"], judged: ["編者の判断", "judged by a curator"],
  inferred: ["手法による推定", "inferred by a method"], score: ["確からしさ", "score"], because: ["根拠の語", "terms"],
  who: ["誰が", "by"], primary: ["主", "primary"], secondary: ["従", "secondary"], source: ["出典", "Source"],
  document: ["文書", "Document"], line: ["行", "Line"], quotation: ["原文の見出し", "Heading as printed"],
  address: ["この表示のアドレス", "Address of this view"], copy: ["写す", "Copy"], copied: ["写しました", "Copied"], iri: ["識別子", "Identifier"],
  fold: ["畳む", "Fold"], unfold: ["開く", "Unfold"], csv: ["CSVで保存", "Save as CSV"], more: ["続きを表示（残り {n} 件）", "Show more ({n} left)"],
  code: ["番号", "Code"], title: ["題名", "Title"], titleOther: ["英訳", "Japanese title"], above: ["上位", "Above"], kindShort: ["種別", "Kind"], planShort: ["計画", "Plan"],
  rows: ["行に置くもの", "Rows"], total: ["計", "Total"], sources: ["出典と注意", "Sources and notes"],
  official: ["これは公式の文書ではありません。", "This is no official document."],
  draft: ["案", "draft"], consultation: ["意見募集", "consultation"], submitted: ["議案", "submitted"], adopted: ["議決", "adopted"], printed: ["冊子", "printed"],
  excerpt: ["抜粋", "excerpt"], period: ["期間", "Period"], revised: ["策定年度", "Revised"], baseline: ["現状値", "Baseline"], target: ["目標値", "Target"], unit: ["単位", "Unit"],
  nothing: ["（該当なし）", "(none)"], made: ["作成", "Made"], cell: ["{row}・{column}: {n} 件", "{row}, {column}: {n}"],
  keys: ["矢印キーで要素をたどり、Enter で詳細、スペースで開閉、＋－で拡大縮小、0 で全体。/ で検索欄、検索欄から ↓ で図へ移ります。同じ内容は「一覧」と「表」にもあります。",
    "Arrow keys walk the elements, Enter opens details, Space folds, + and - zoom, 0 fits. / goes to the search, ↓ from there to the picture. Outline and Table hold the same."],
  canvas: ["計画の図", "Picture of the plans"], view: ["表示", "View"],
  licence: ["英訳・要約・関連付けは CC0 1.0。題名・番号は各文書から引いたものです。", "English titles, summaries and links: CC0 1.0. Titles and codes are quoted from the documents."],
};
/** @param {string} key @param {{[name:string]: string|number}} [values] */
function say(key, values) {
  const found = WORDS[key];
  let text = found ? found[state.lang === "ja" ? 0 : 1] : key;
  for (const name in values || {}) text = text.replace("{" + name + "}", String((values || {})[name]));
  return text;
}
/** @param {{ja:string, en:string}} named */
const nameOf = (named) => (state.lang === "ja" ? named.ja : named.en) || named.ja;
/** Code and title, or what there is. @param {number} i */
function label(i) {
  const title = (state.lang === "en" && columns.title_en[i]) || columns.title[i];
  const code = columns.code[i];
  if (title) return code ? code + " " + title : title;
  return code || say("unnamed");
}
/** @param {Version} v */
const cityOf = (v) => (state.lang === "ja" ? v.city : v.city_en);
/** @param {Version} v */
const versionName = (v) => cityOf(v) + (v.status ? (state.lang === "ja" ? "（" + say(v.status) + "）" : " (" + say(v.status) + ")") : "");

/**
 * Make an element; texts are only ever text.
 * @param {string} tag @param {{[name:string]: any}} [with_] @param {...(Node|string|null|undefined|false)} inside
 * @returns {any}
 */
function make(tag, with_, ...inside) {
  const found = document.createElement(tag);
  for (const [key, value] of Object.entries(with_ || {})) {
    if (key === "on") for (const [event, does] of Object.entries(value)) found.addEventListener(event, /** @type {any} */ (does));
    else if (key === "style") Object.assign(found.style, value);
    else if (value === true) found.setAttribute(key, "");
    else if (value !== false && value != null) found.setAttribute(key, String(value));
  }
  found.append(.../** @type {any[]} */ (inside.filter((one) => one || one === "")));
  return found;
}
/** Replace what is in an element. @param {any} box @param {...any} inside */
const fill = (box, ...inside) => box.replaceChildren(...inside.filter(Boolean));
/** @param {string} id @returns {any} */
const by = (id) => document.getElementById(id);
/** Black or white, whichever reads better on a colour. @param {string} colour */
function ink(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const p = parseInt(colour.slice(i, i + 2), 16) / 255;
    return p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? "#000" : "#fff";
}
/** The sign of a kind in its colour. @param {Kind} kind */
const badge = (kind) => make("span", { class: "badge", "aria-hidden": "true", style: { background: kind.colour, color: ink(kind.colour) } },
  state.lang === "ja" ? kind.sign_ja : kind.sign_en);
