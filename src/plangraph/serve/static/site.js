// What pages do better with a script. Without it they work all the same.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const theme = document.querySelector("button.theme");
  if (theme) {
    theme.hidden = false;
    theme.addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch { /* for this page only */ }
    });
  }

  for (const button of all("button.copy")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const said = button.textContent;
      try { await navigator.clipboard.writeText(button.dataset.copy); } catch { return; }
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = said; }, 1500);
    });
  }

  // A field that narrows a long list: <input data-narrows="#list">, items are its <li>.
  for (const input of all("input[data-narrows]")) {
    const list = document.querySelector(input.dataset.narrows);
    input.closest("[hidden]")?.removeAttribute("hidden");
    input.addEventListener("input", () => {
      const text = input.value.trim().toLowerCase();
      for (const item of all("li[data-text]", list)) item.hidden = !item.dataset.text.toLowerCase().includes(text);
      for (const group of all("details,section,fieldset", list)) {
        const any = all("li[data-text]", group).some((item) => !item.hidden);
        group.hidden = !any;
        if (text && any && "open" in group) group.open = true;
      }
    });
  }

  // How many cities are ticked, and no more than can be shown.
  const picker = document.querySelector("form[data-most]");
  if (picker) {
    const most = Number(picker.dataset.most), told = picker.querySelector("output"), go = picker.querySelector("button.go");
    const count = () => {
      const boxes = all("input[name=city]", picker), ticked = boxes.filter((box) => box.checked).length;
      for (const box of boxes) box.disabled = !box.checked && ticked >= most;
      if (told) told.textContent = told.dataset.says.replace("{n}", String(ticked)).replace("{most}", String(most));
      if (go) go.disabled = ticked === 0;
    };
    picker.addEventListener("change", count);
    picker.addEventListener("reset", () => setTimeout(count));
    count();
  }

  // What is wider than its frame can be scrolled with the keyboard too, and says what it is.
  const reachable = () => {
    for (const box of all(".scroll,.pic,pre")) {
      if (box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight) continue;
      if (box.hasAttribute("tabindex")) continue;
      const heading = [...all("h1,h2,h3")].filter((one) => one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", `${box.querySelector("caption")?.textContent || heading?.textContent || ""} ${all(".scroll,.pic,pre").indexOf(box) + 1}`.trim());
    }
  };
  reachable();
  addEventListener("resize", reachable);
  document.addEventListener("toggle", reachable, true);

  addEventListener("beforeprint", () => { for (const one of all("details")) one.open = true; });
})();
