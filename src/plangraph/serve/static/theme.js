// Before anything is painted: the look that this reader chose on an earlier page.
(() => {
  "use strict";
  let kept = null;
  try { kept = localStorage.getItem("theme"); } catch { /* no storage: the system's look */ }
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
})();
