// SPDX-License-Identifier: BSD-2-Clause
// Part of each flame graph: zoom into what is clicked, search by a pattern, reset.
(() => {
  const WHOLE = 100000, WIDTH = 1180, LEFT = 10, LETTER = 6.7;
  const frames = [...document.querySelectorAll(".f")].map(g => ({
    g, x: +g.dataset.x, w: +g.dataset.w, level: +g.dataset.l, name: g.dataset.n,
    rect: g.querySelector("rect"), text: g.querySelector("text"),
  }));
  const found = document.getElementById("found");

  function show(x, w, level) {
    for (const f of frames) {
      const above = f.level < level && f.x <= x && f.x + f.w >= x + w;
      const from = above ? 0 : (f.x - x) / w, wide = above ? 1 : f.w / w;
      const inside = above || (f.level >= level && from > -1e-9 && from + wide < 1 + 1e-9);
      f.g.style.display = inside ? "" : "none";
      f.g.classList.toggle("dim", above);
      if (!inside) continue;
      const pixels = wide * WIDTH, room = Math.floor((pixels - 4) / LETTER);
      f.rect.setAttribute("x", LEFT + from * WIDTH);
      f.rect.setAttribute("width", Math.max(pixels - 0.5, 0.2));
      f.text.setAttribute("x", LEFT + from * WIDTH + 2);
      f.text.textContent = room >= f.name.length ? f.name : room > 3 ? f.name.slice(0, room - 2) + ".." : "";
    }
  }

  function search(pattern) {
    let sum = 0, end = -1;
    const hits = frames.filter(f => pattern && new RegExp(pattern).test(f.name));
    for (const f of frames) f.g.classList.toggle("hit", hits.includes(f));
    for (const f of hits.sort((a, b) => a.x - b.x || b.w - a.w))
      if (f.x >= end) { sum += f.w; end = f.x + f.w; }
    found.textContent = pattern ? `${hits.length} frames, ${(sum * 100 / WHOLE).toFixed(2)}%` : "";
  }

  for (const f of frames) f.g.addEventListener("click", () => show(f.x, f.w, f.level));
  document.getElementById("reset").addEventListener("click", () => { show(0, WHOLE, 0); search(""); });
  document.getElementById("search").addEventListener("click", () => search(prompt("names that match:") || ""));
  show(0, WHOLE, 0);
})();
