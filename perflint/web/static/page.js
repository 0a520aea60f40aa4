"use strict";
(function () {
  document.documentElement.classList.add("js");

  function sending(form) {
    const button = form.querySelector("button");
    button.disabled = true;
    button.textContent = form.dataset.sending;
  }

  function choosing(form) {
    const input = form.elements.files;
    const zone = form.querySelector(".drop");
    const said = form.querySelector(".chosen");
    function tooLarge() {
      return Array.from(input.files).reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.most);
    }
    function tell() {
      const names = Array.from(input.files, (file) => file.name).join("、");
      said.classList.toggle("wrong", tooLarge());
      said.textContent = tooLarge() ? form.dataset.large
        : input.files.length ? form.dataset.chosen.replace("{count}", input.files.length) + " " + names : "";
    }
    input.addEventListener("change", tell);
    zone.addEventListener("dragenter", () => zone.classList.add("over"));
    for (const kind of ["dragleave", "drop"]) {
      zone.addEventListener(kind, () => zone.classList.remove("over"));
    }
    form.addEventListener("submit", (event) => {
      if (tooLarge()) {
        event.preventDefault();
        tell();
      }
    });
    tell();
  }

  for (const form of document.querySelectorAll("form[data-sending]")) {
    if (form.elements.files) {
      choosing(form);
    }
    form.addEventListener("submit", (event) => {
      if (!event.defaultPrevented) {
        sending(form);
      }
    });
  }
  // A page that the browser kept when it was left must not come back with its button dead.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      window.location.reload();
    }
  });

  const waiting = document.querySelector(".waiting");
  async function look() {
    try {
      const answer = await fetch(waiting.dataset.state, { cache: "no-store" });
      const state = await answer.json();
      if (!state.working) {
        window.location.reload();
        return;
      }
      waiting.querySelector(".step").textContent = state.said;
      const bar = waiting.querySelector("progress");
      if (state.total > 1) {
        bar.max = state.total;
        bar.value = state.done;
      }
    } catch {
      // Gone, or the server was stopped: the page itself says so.
      window.location.reload();
      return;
    }
    window.setTimeout(look, 700);
  }
  if (waiting) {
    window.setTimeout(look, 500);
  }

  function unfold() {
    const target = window.location.hash && document.getElementById(window.location.hash.slice(1));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    if (target) {
      target.scrollIntoView({ block: "nearest" });
    }
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  for (const finding of document.querySelectorAll(".finding[data-cell]")) {
    const cell = document.getElementById(finding.dataset.cell);
    for (const [kind, lit] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      finding.addEventListener(kind, () => cell && cell.classList.toggle("lit", lit));
    }
  }
})();
