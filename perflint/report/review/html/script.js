"use strict";
(function () {
  const form = document.getElementById("filter");
  const output = form.querySelector("output");
  const remarks = Array.from(document.querySelectorAll("li[data-rule]"));
  const tables = Array.from(document.querySelectorAll("article"));
  const agencies = Array.from(document.querySelectorAll("section.agency"));
  function apply() {
    const agency = form.elements.agency.value;
    const severity = form.elements.severity.value;
    const rule = form.elements.rule.value;
    const narrow = severity !== "" || rule !== "";
    for (const remark of remarks) {
      remark.hidden = (severity !== "" && remark.dataset.severity !== severity) ||
        (rule !== "" && remark.dataset.rule !== rule);
    }
    for (const table of tables) {
      table.hidden = (agency !== "" && table.dataset.agency !== agency) ||
        (narrow && !table.querySelector("li[data-rule]:not([hidden])"));
    }
    for (const section of agencies) {
      section.hidden = !section.querySelector("article:not([hidden])");
    }
    const shown = remarks.filter((remark) => !remark.hidden && !remark.closest("article").hidden).length;
    output.textContent = output.dataset.text.replace("{shown}", shown).replace("{all}", remarks.length);
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A filter must not hide the target of a link, nor what is printed without saying so.
  form.hidden = false;
  apply();
})();
