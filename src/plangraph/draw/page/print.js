// On paper: the whole picture, light, in a size of its own; all rows of the table; the sources.

/** Size of the picture on paper, in its own pixels: that of a page across. */
const PAPER = { W: 1400, H: 860 };
/** Rows that are printed at most. */
const PRINTED = 2000;
/** @type {any} */ let onScreen = null;

addEventListener("beforeprint", () => {
  const notes = /** @type {HTMLDetailsElement} */ (document.querySelector("footer details"));
  if (!onScreen) onScreen = { ...view, open: notes.open, rowsShown };
  document.documentElement.dataset.theme = "light";
  notes.open = true;
  readTints();
  if (state.pane === "table") { rowsShown = PRINTED; renderTable(); }
  if (state.layout !== "matrix") { resize(PAPER); fit(); paint(); }
});
addEventListener("afterprint", () => {
  if (!onScreen) return;
  const { x, y, kx, ky, fitX, fitY } = onScreen;
  /** @type {HTMLDetailsElement} */ (document.querySelector("footer details")).open = onScreen.open;
  update(true);
  Object.assign(view, { x, y, kx, ky, fitX, fitY });
  rowsShown = onScreen.rowsShown;
  onScreen = null;
  redraw();
});
