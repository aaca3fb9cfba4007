(function () {
  "use strict";
  var root = document.documentElement;
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function speak(language) {
    root.lang = language;
    root.dataset.lang = language;
    all("button[data-lang]").forEach(function (b) { b.setAttribute("aria-pressed", String(b.dataset.lang === language)); });
  }
  all("button[data-lang]").forEach(function (b) { b.addEventListener("click", function () { speak(b.dataset.lang); }); });
  speak(root.dataset.lang);

  // What belongs together lights up together, and a line brings its element into sight.
  var lines = {}, lit = [];
  all("a.line").forEach(function (line) {
    var id = line.getAttribute("href").slice(1);
    (lines[id] = lines[id] || []).push(line);
  });
  function light(id) {
    lit.forEach(function (node) { node.classList.remove("on"); });
    lit = (lines[id] || []).slice();
    var item = document.getElementById(id);
    if (item) { lit.push(item.querySelector(".title") || item); }
    lit.forEach(function (node) { node.classList.add("on"); });
  }
  function owner(node) {
    var line = node.closest("a.line"), item = node.closest("li[id]");
    return line ? line.getAttribute("href").slice(1) : item ? item.id : null;
  }
  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var id = event.target.closest && owner(event.target);
      if (id) { light(id); }
    });
  });

  function stepper(button, selector, focus) {
    var place = -1, found = null;
    document.getElementById(button).addEventListener("click", function () {
      found = found || all(selector);
      if (!found.length) { return; }
      place = (place + 1) % found.length;
      var node = found[place];
      node.scrollIntoView({ block: "center" });
      lit.forEach(function (one) { one.classList.remove("on"); });
      lit = [node];
      node.classList.add("on");
      if (focus) {
        node.focus({ preventScroll: true });
        var ref = node.querySelector("a.ref") || (node.closest("li") && node.closest("li").querySelector("a.ref"));
        var line = ref && document.getElementById(ref.getAttribute("href").slice(1));
        if (line) { line.scrollIntoView({ block: "center" }); line.classList.add("on"); lit.push(line); }
      }
    });
  }
  stepper("next-doubt", ".doubt", true);
  stepper("next-unplaced", "p.line.unplaced", false);
  root.dataset.ready = "true";
})();
