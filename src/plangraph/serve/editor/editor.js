// The editor of the page of queries: CodeMirror with SPARQL, our prefixes and our terms.
//
// It lives in a shadow tree: there CodeMirror brings its style as a constructed sheet, which the
// page's policy (no inline style) allows.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { linter } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

const WORDS = ("SELECT DISTINCT WHERE FILTER OPTIONAL UNION GRAPH VALUES BIND MINUS ORDER BY GROUP BY HAVING LIMIT"
  + " OFFSET CONSTRUCT ASK DESCRIBE PREFIX COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT CONTAINS STRSTARTS STR LANG"
  + " LCASE REGEX BOUND COALESCE IF EXISTS NOT EXISTS AS DESC ASC").split(" ");

const look = HighlightStyle.define([
  { tag: tags.keyword, class: "tok-word" }, { tag: [tags.string, tags.special(tags.string)], class: "tok-text" },
  { tag: [tags.url, tags.namespace, tags.tagName], class: "tok-iri" }, { tag: [tags.variableName], class: "tok-var" },
  { tag: [tags.number, tags.bool], class: "tok-num" }, { tag: tags.comment, class: "tok-note" },
]);

const theme = EditorView.theme({
  "&": { fontSize: ".86rem", border: "1px solid var(--mute)", borderRadius: ".4rem", background: "var(--card)", color: "var(--ink)" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: 'ui-monospace,"DejaVu Sans Mono","Noto Sans Mono CJK JP",monospace', lineHeight: "1.55", minHeight: "16rem", maxHeight: "60vh" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "var(--bg)", color: "var(--mute)", border: "0", borderRadius: ".4rem 0 0 .4rem" },
  ".cm-activeLine": { background: "transparent" },
  "&.cm-focused .cm-activeLine": { background: "color-mix(in srgb, var(--tint) 60%, transparent)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "var(--h2)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { background: "var(--tint)", outline: "1px solid var(--accent)" },
  ".cm-tooltip": { background: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent)", color: "var(--card)" },
  ".tok-word": { color: "var(--accent)", fontWeight: "600" }, ".tok-text": { color: "var(--good)" },
  ".tok-iri": { color: "var(--warn)" }, ".tok-var": { color: "var(--bad)" }, ".tok-num": { color: "var(--good)" },
  ".tok-note": { color: "var(--mute)" },
});

/** Where the text is no SPARQL: the first places only, since one mistake makes many. */
const mistakes = (says) => linter((view) => {
  const found = [];
  syntaxTree(view.state).iterate({ enter: (node) => {
    if (node.type.isError && found.length < 3) {
      const to = Math.min(Math.max(node.to, node.from + 1), view.state.doc.length);
      found.push({ from: Math.min(node.from, to), to, severity: "error", message: says });
    }
  } });
  return found;
}, { delay: 600 });

/** Offers variables of the query, our prefixed names, and words of SPARQL. */
const offers = (terms, prefixes) => (context) => {
  const typed = context.matchBefore(/[?$]?[\w:-]*/);
  if (!typed || (typed.from === typed.to && !context.explicit)) return null;
  const text = context.state.doc.toString();
  if (/^[?$]/.test(typed.text)) {
    const names = new Set(text.match(/[?$]\w+/g));
    names.delete(typed.text);
    return { from: typed.from, options: [...names].map((label) => ({ label, type: "variable" })) };
  }
  const declare = (name) => (view, _done, from, to) => {
    const prefix = name.split(":")[0], iri = prefixes[prefix];
    const missing = iri && !new RegExp(`PREFIX\\s+${prefix}:`, "i").test(view.state.doc.toString());
    const head = missing ? `PREFIX ${prefix}: <${iri}>\n` : "";
    view.dispatch({ changes: [{ from: 0, insert: head }, { from, to, insert: name }],
      selection: { anchor: from + head.length + name.length } });
  };
  return {
    from: typed.from,
    options: [
      ...terms.map((label) => ({ label, type: "property", apply: declare(label) })),
      ...WORDS.map((label) => ({ label, type: "keyword" })),
    ],
    validFor: /^[\w:-]*$/,
  };
};

/**
 * Put an editor in place of a field; returns how to read and write its text.
 * `says`: label (of the editor), mistake (what a mistake is called).
 */
globalThis.plangraphEditor = (field, { terms, prefixes, says, run }) => {
  const host = document.createElement("div");
  field.before(host);
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(),
        highlightActiveLine(), EditorView.lineWrapping, sparql(), syntaxHighlighting(look), theme,
        autocompletion({ override: [offers(terms, prefixes)] }), mistakes(says.mistake),
        EditorView.contentAttributes.of({ "aria-label": says.label, "aria-description": says.keys }),
        keymap.of([
          { key: "Mod-Enter", run: () => { run(); return true; } },
          // Tab is not bound: it leaves the editor, which so is no trap for the keyboard.
          ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap,
        ]),
        EditorView.updateListener.of((update) => { if (update.docChanged) field.value = update.state.doc.toString(); }),
      ],
    }),
  });
  field.hidden = true;
  return {
    set(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }); },
    focus(at = 0) { view.focus(); view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) } }); },
  };
};
