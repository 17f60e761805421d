// Pages through the objects of a gallery, one at a time.
(function () {
  "use strict";
  const leaves = [...document.querySelectorAll("article.leaf")];
  if (leaves.length === 0) return;
  const by = (id) => document.getElementById(id);
  const previous = by("previous"), next = by("next"), place = by("place"), doubtful = by("doubtful"), choice = by("choice");
  let at = 0;

  const shown = (index) => !doubtful.checked || leaves[index].dataset.trust !== "sound";

  function step(from, direction) {
    let index = from + direction;
    while (index >= 0 && index < leaves.length && !shown(index)) index += direction;
    return index >= 0 && index < leaves.length ? index : -1;
  }

  function show(index) {
    at = index;
    leaves.forEach((leaf, i) => { leaf.hidden = i !== at; });
    const visible = leaves.map((_, i) => i).filter(shown);
    previous.disabled = step(at, -1) < 0;
    next.disabled = step(at, 1) < 0;
    place.textContent = visible.includes(at) ? visible.indexOf(at) + 1 + " of " + visible.length : "";
    choice.value = String(at);
    history.replaceState(null, "", "#" + leaves[at].id);
  }

  function go(direction) {
    const index = step(at, direction);
    if (index >= 0) show(index);
  }

  function filter() {
    const first = shown(at) ? at : step(-1, 1);
    if (first < 0) { doubtful.checked = false; show(at); return; }
    show(first);
  }

  previous.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  doubtful.addEventListener("change", filter);
  choice.addEventListener("change", () => { doubtful.checked = false; show(Number(choice.value)); });
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.tagName === "SELECT") return;
    if (event.key === "ArrowRight") { go(1); event.preventDefault(); }
    if (event.key === "ArrowLeft") { go(-1); event.preventDefault(); }
    if (event.key === "d" || event.key === "D") { doubtful.checked = !doubtful.checked; filter(); }
  });
  addEventListener("hashchange", () => {
    const index = leaves.findIndex((leaf) => "#" + leaf.id === location.hash);
    if (index >= 0) show(index);
  });
  document.querySelector(".pager").hidden = false;
  show(Math.max(0, leaves.findIndex((leaf) => "#" + leaf.id === location.hash)));
})();
