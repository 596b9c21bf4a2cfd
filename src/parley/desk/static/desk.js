// What makes the desk quicker; every page works without it. Nothing here writes markup from text.
"use strict";

const root = document.documentElement;
const singleKeys = root.dataset.keys !== "off";

function say(words) {
  const place = document.getElementById("said");
  if (place) place.textContent = words;
}

function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

// Steps: j and k go through the findings, rows or sentences of a page.
function steps() {
  const review = document.querySelector("[data-review]");
  return [...(review || document).querySelectorAll("[data-step]")].filter((one) => one.offsetParent !== null);
}

function current() {
  return document.querySelector("[data-step].current");
}

function choose(step) {
  if (!step) return;
  for (const one of document.querySelectorAll("[data-step].current")) one.classList.remove("current");
  step.classList.add("current");
  step.tabIndex = -1;
  step.focus({ preventScroll: true });
  step.scrollIntoView({ block: "nearest", behavior: calm() });
  light(step.dataset.finding);
}

function move(by) {
  const listed = steps();
  if (!listed.length) return;
  const at = listed.indexOf(current());
  choose(listed[at < 0 ? (by > 0 ? 0 : listed.length - 1) : Math.min(listed.length - 1, Math.max(0, at + by))]);
}

// Lighting: the words of the chosen finding, in the text beside it.
function light(finding, scroll = true) {
  if (!finding) return;
  let first = null;
  for (const mark of document.querySelectorAll("mark.m")) {
    const lit = mark.dataset.finding === finding;
    mark.classList.toggle("lit", lit);
    if (lit && !first) first = mark;
  }
  for (const card of document.querySelectorAll(".card")) card.classList.toggle("lit", card.dataset.finding === finding);
  if (first && scroll) first.scrollIntoView({ block: "center", behavior: calm() });
  const address = new URL(location.href);
  address.searchParams.set("lit", finding);
  address.hash = "lit";
  history.replaceState(null, "", address);
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const lighter = target?.closest("[data-light]");
  if (lighter) {
    event.preventDefault();
    choose(lighter.closest("[data-step]"));
    return;
  }
  const mark = target?.closest("mark.m[data-finding]");
  if (mark) {
    const card = document.getElementById("card-" + mark.dataset.finding);
    if (card) {
      light(mark.dataset.finding, false);
      for (const one of document.querySelectorAll("[data-step].current")) one.classList.remove("current");
      card.classList.add("current");
      card.scrollIntoView({ block: "nearest", behavior: calm() });
    }
    return;
  }
  const copier = target?.closest("[data-copy]");
  if (copier) {
    copy(copier, document.getElementById(copier.dataset.copy));
    return;
  }
  const rejected = target?.closest("[data-review] form.rule");
  if (rejected) sessionStorage.setItem("parley-next", nextToLookAt(rejected.closest("[data-step]"))?.dataset.finding || "");
});

// Copying: where the browser does not allow it, the words are shown and selected instead.
function copy(button, place) {
  if (!place) return;
  const label = button.textContent;
  const told = (words) => {
    say(words);
    button.textContent = words;
    setTimeout(() => { button.textContent = label; }, 2500);
  };
  const select = () => {
    const folded = place.closest("details");
    if (folded) folded.open = true;
    getSelection()?.selectAllChildren(place);
    told("Selected: copy it with Ctrl+C");
  };
  if (!navigator.clipboard) select();
  else navigator.clipboard.writeText(place.textContent.replace(/\s+/g, " ").trim()).then(() => told("Copied"), select);
}

function nextToLookAt(step) {
  const listed = steps();
  const after = listed.slice(listed.indexOf(step) + 1);
  return after.find((one) => one.dataset.checked === "machine") || after[0] || null;
}

function press(key) {
  const step = current();
  const control = step?.querySelector(`[data-key="${key}"]`);
  if (!control) return false;
  if (control.tagName === "SUMMARY") {
    control.parentElement.open = true;
    control.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
  } else {
    control.click();
  }
  return true;
}

// Keys.
let going = 0;
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    if (typing(event.target)) event.target.blur();
    const open = event.target instanceof Element ? event.target.closest("details[open]") : null;
    if (open) open.open = false;
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing(event.target)) {
    const undo = document.querySelector("[data-undo] button");
    if (undo) {
      event.preventDefault();
      undo.click();
    }
    return;
  }
  if (gridKey(event)) return;
  if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.target instanceof Element && event.key === " " && event.target.closest("button, summary, a")) return;
  if (Date.now() - going < 1500) {
    going = 0;
    const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) link.click();
    return;
  }
  const done = keyed(event.key);
  if (done) event.preventDefault();
});

function keyed(key) {
  switch (key) {
    case "/": document.getElementById("find")?.focus(); return true;
    case "?": location.assign("/about#keys"); return true;
    case "g": going = Date.now(); return true;
    case "j": move(1); return true;
    case "k": move(-1); return true;
    case "a": case "x": case "e": return press(key);
    case "u": case "Backspace": {
      const undo = document.querySelector("[data-undo] button");
      if (undo) undo.click();
      return Boolean(undo);
    }
    case " ": {
      if (!document.querySelector("[data-review]")) return false;
      choose(nextToLookAt(current()) || steps()[0]);
      return true;
    }
    case "o": {
      const link = current()?.querySelector("a.chip, a[href^='/report/'], a[href^='/finding/']");
      if (link) link.click();
      return Boolean(link);
    }
    case "Enter": {
      if (document.activeElement !== current()) return false;
      const summary = current()?.querySelector("summary");
      const link = current()?.querySelector("a");
      (summary || link)?.click();
      return true;
    }
    default: return false;
  }
}

// The board: arrow keys go from cell to cell.
const grid = document.querySelector("[data-grid]");
if (grid) {
  const first = grid.querySelector("tbody td");
  if (first) first.tabIndex = 0;
}

function gridKey(event) {
  const cell = event.target instanceof Element ? event.target.closest("[data-grid] tbody td") : null;
  if (!cell || event.target !== cell) return false;
  const row = cell.parentElement;
  const at = [...row.children].indexOf(cell);
  const to = {
    ArrowRight: row.children[at + 1],
    ArrowLeft: at > 1 ? row.children[at - 1] : null,
    ArrowDown: row.nextElementSibling?.children[at],
    ArrowUp: row.previousElementSibling?.children[at],
    Home: row.children[1],
    End: row.lastElementChild,
  }[event.key];
  if (event.key === "Enter") {
    cell.querySelector("a.more")?.click();
    return true;
  }
  if (!(event.key in { ArrowRight: 1, ArrowLeft: 1, ArrowDown: 1, ArrowUp: 1, Home: 1, End: 1 })) return false;
  if (to) {
    cell.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
    event.preventDefault();
  }
  return true;
}

// One selection for drawing, map and table.
for (const part of document.querySelectorAll("[data-select], [data-row]")) {
  const keys = (part.dataset.select || part.dataset.row).split(" ");
  const show = (on) => {
    for (const other of document.querySelectorAll("[data-select], [data-row]")) {
      const same = (other.dataset.select || other.dataset.row).split(" ").some((key) => keys.includes(key));
      if (same) other.classList.toggle("selected", on || other.dataset.chosen === "yes");
    }
  };
  if (part.classList.contains("selected")) part.dataset.chosen = "yes";
  part.addEventListener("mouseenter", () => show(true));
  part.addEventListener("mouseleave", () => show(false));
  part.addEventListener("focusin", () => show(true));
  part.addEventListener("focusout", () => show(false));
}

// After a ruling, go on with the next finding.
const next = sessionStorage.getItem("parley-next");
if (next && document.querySelector("[data-review]")) {
  sessionStorage.removeItem("parley-next");
  choose(document.getElementById("card-" + next));
} else {
  const lit = document.querySelector(".card.lit");
  if (lit) {
    lit.classList.add("current");
    lit.scrollIntoView({ block: "nearest" });
    document.getElementById("lit")?.scrollIntoView({ block: "center" });
  }
}

// Progress: told anew every second while something is being read.
const progress = document.querySelector("[data-progress]");
if (progress && progress.dataset.progress === "rebuilding") {
  setTimeout(() => location.reload(), 1500);
} else if (progress && progress.dataset.progress !== "done") {
  const before = progress.textContent;
  const look = async () => {
    const answer = await fetch("/add.json", { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { rows } = await answer.json();
    const done = rows.filter((row) => ["kept", "known before", "not readable"].includes(row.stage)).length;
    say(`${done} of ${rows.length} read`);
    const changed = sessionStorage.getItem("parley-done") !== String(done);
    sessionStorage.setItem("parley-done", String(done));
    if (done === rows.length || (changed && !typing(document.activeElement) && location.pathname === "/add")) location.reload();
    else setTimeout(look, 1000);
  };
  if (before) setTimeout(look, 700);
}

// Dropping files.
const drop = document.querySelector("[data-drop]");
if (drop) {
  const input = drop.querySelector("input[type=file]");
  for (const name of ["dragover", "dragenter"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer?.files.length) {
      input.files = event.dataTransfer.files;
      drop.requestSubmit();
    }
  });
}

for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
