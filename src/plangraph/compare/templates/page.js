(function () {
  "use strict";
  var root = document.documentElement;
  function all(selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); }
  function press(name, value) {
    all("button[data-set=" + name + "]").forEach(function (b) { b.setAttribute("aria-pressed", String(b.value === value)); });
  }
  function set(name, value) {
    if (name === "lang") { root.lang = value; root.dataset.lang = value; }
    if (name === "theme") { if (value === "auto") { delete root.dataset.theme; } else { root.dataset.theme = value; } }
    press(name, value);
  }
  all("button[data-set]").forEach(function (b) { b.addEventListener("click", function () { set(b.dataset.set, b.value); }); });
  var wanted = /[?&#]lang=(ja|en)/.exec(location.href), look = /[?&#]theme=(dark|light)/.exec(location.href);
  set("lang", wanted ? wanted[1] : root.dataset.lang);
  if (look || document.querySelector("button[data-set=theme]")) { set("theme", look ? look[1] : "auto"); }
  var form = document.getElementById("filters");
  if (form) {
    var rows = all("tr[data-field]"), count = document.getElementById("count");
    var say = function () {
      var told = all("select,input", form).filter(function (x) { return x.value.trim(); }).map(function (x) {
        return x.parentElement.firstChild.textContent.trim() + " = " + (x.selectedOptions ? x.selectedOptions[0].textContent : x.value);
      });
      var chosen = document.getElementById("chosen");
      if (told.length) { root.dataset.filtered = ""; } else { delete root.dataset.filtered; }
      if (chosen) { chosen.hidden = !told.length; chosen.querySelector("b").textContent = told.join(" ・ "); }
    };
    var apply = function () {
      var f = {};
      all("select,input", form).forEach(function (x) { f[x.name] = x.type === "checkbox" ? x.checked : x.value.trim().toLowerCase(); });
      var shown = 0;
      rows.forEach(function (row) {
        var any = false;
        all("li[data-text]", row).forEach(function (li) {
          var d = li.dataset;
          var goals = (" " + d.goals + " ").toLowerCase();
          var ok = (!f.goal || goals.indexOf(" " + f.goal + ":" + (f.status || "")) >= 0)
            && (!f.status || goals.indexOf(":" + f.status + " ") >= 0)
            && (!f.department || ("|" + d.departments + "|").toLowerCase().indexOf("|" + f.department + "|") >= 0)
            && (!f.text || (d.text + " " + row.dataset.label).toLowerCase().indexOf(f.text) >= 0);
          li.hidden = !ok;
          any = any || ok;
        });
        var free = !f.goal && !f.status && !f.department && !f.text;
        row.hidden = (f.field && row.dataset.field.toLowerCase() !== f.field && row.dataset.broader.toLowerCase() !== f.field) || (!free && !any);
        if (!row.hidden) { shown += 1; }
        all("details", row).forEach(function (x) { x.hidden = !all("li[data-text]", x).some(function (li) { return !li.hidden; }); if (!free) { x.open = true; } });
      });
      all("tr[data-group]").forEach(function (head) {
        var next = head.nextElementSibling, any = false;
        while (next && !next.dataset.group) { any = any || !next.hidden; next = next.nextElementSibling; }
        head.hidden = !any;
      });
      count.textContent = String(shown);
      say();
    };
    form.addEventListener("input", apply);
    form.addEventListener("reset", function () { setTimeout(apply, 0); });
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    apply();
  }
  function reveal() {
    var at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var up = at; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
    if (at) { at.scrollIntoView(); }
  }
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () { all("details.forprint").forEach(function (d) { d.open = true; }); });
  reveal();
})();
