// The days of the ground as a slider; without script they are a list with a button.
"use strict";

for (const form of document.querySelectorAll("[data-days]")) {
  const list = form.querySelector("select[name=on]");
  if (!list || list.options.length < 2) continue;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(list.options.length - 1);
  slider.value = String(list.selectedIndex);
  slider.setAttribute("aria-label", "Day");
  const told = document.createElement("output");
  const tell = () => {
    const chosen = list.options[Number(slider.value)];
    told.textContent = chosen.value;
    slider.setAttribute("aria-valuetext", chosen.textContent);
  };
  tell();
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => {
    list.selectedIndex = Number(slider.value);
    form.requestSubmit();
  });
  const row = document.createElement("div");
  row.className = "slide";
  row.append(slider, told);
  list.closest(".day-choice").after(row);
}
