// Dots and lines, for the radial and the force-directed picture, with their labels.

/** Dots and lines, for radial and force. @param {Forest} forest */
function paintDots(forest) {
  const { W, H, kx: k, items } = view, radial = forest.layout === "radial";
  const pad = 60, turn = forest.total ? 2 * Math.PI / forest.total : 0;
  const most = view.moving ? 4000 : 12000;
  /** @type {Place[]} */ const stack = [...forest.roots].reverse();
  for (const place of forest.places) place.item = null;
  while (stack.length && items.length < most) {
    const place = /** @type {Place} */ (stack.pop()), box = place.box;
    if ((box[2] - view.x) * k + W / 2 < -pad || (box[0] - view.x) * k + W / 2 > W + pad || (box[3] - view.y) * k + H / 2 < -pad || (box[1] - view.y) * k + H / 2 > H + pad) continue;
    const open = place.kids.length > 0 && !place.folded;
    const span = radial ? (place.hi - place.lo) * turn * forest.ring * (place.level + (forest.single ? 1 : 1.6)) * k : Math.max(box[2] - box[0], box[3] - box[1]) * k;
    const more = open && span < (radial ? UNFOLD : 9);
    const r = Math.max(place.level === 0 ? 9 : place.level === 1 ? 6.5 : 4.5, more ? 3 : 0) * Math.min(1, Math.max(0.35, k * 2.4));
    place.item = { place, px: (place.x - view.x) * k + W / 2, py: (place.y - view.y) * k + H / 2, r, more, span };
    items.push(place.item);
    if (open && !more) for (let n = place.kids.length - 1; n >= 0; n--) stack.push(place.kids[n]);
  }
  const line = (/** @type {boolean} */ lit) => {
    ctx.beginPath();
    for (const item of items) {
      const up = item.place.up && item.place.up.item;
      if (!up || (view.lit !== null && (view.lit.has(item.place) && view.lit.has(item.place.up)) !== lit)) continue;
      ctx.moveTo(up.px, up.py); ctx.lineTo(item.px, item.py);
    }
    ctx.stroke();
  };
  ctx.lineWidth = 1; ctx.strokeStyle = tint.edge; ctx.globalAlpha = view.lit ? 0.3 : 1;
  if (items.length > 1200) ctx.globalAlpha *= 0.4;
  if (!(view.moving && items.length > 2500)) line(false);
  if (radial) {
    ctx.strokeStyle = tint.block; ctx.globalAlpha = 1;
    for (const { place, px, py, more, span } of items) if (more) {
      const reach = Math.hypot(place.x, place.y) || 1, out = (forest.box[2] - reach) * k;
      ctx.lineWidth = Math.max(1, span * 0.7);
      ctx.beginPath(); ctx.moveTo(px, py); ctx.lineTo(px + place.x / reach * out, py + place.y / reach * out); ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
  if (view.lit) { ctx.lineWidth = 2; ctx.strokeStyle = tint.accent; line(true); }
  for (const item of items) Object.assign(item, { x: item.px, y: item.py - 1, w: 0, h: 2 });
  pairs(items);
  for (const item of items) {
    const { place, px, py, r, more } = item;
    Object.assign(item, { x: px - r - 2, y: py - r - 2, w: 2 * r + 4, h: 2 * r + 4 });
    ctx.globalAlpha = faint(place);
    ctx.fillStyle = colourOf(place);
    if (r < 2.2) { ctx.fillRect(px - r, py - r, 2 * r, 2 * r); continue; }
    ctx.beginPath(); ctx.arc(px, py, r, 0, 6.2832); ctx.fill();
    const chosen = place.m >= 0 && place.m === state.chosen, alone = place.m >= 0 && isAlone(place.m);
    if (chosen || more || alone || r > 4) {
      ctx.lineWidth = chosen ? 4 : alone ? 2 : 1; ctx.strokeStyle = chosen ? tint.accent : alone ? tint.warn : tint.quiet; ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
  if (radial) radialLabels(forest, items); else freeLabels(items, new Set(), items);
}
/** Ends of branches along the radius, where they are wide enough: never one on another. @param {Forest} forest @param {any[]} items */
function radialLabels(forest, items) {
  ctx.textBaseline = "middle";
  const { W, H } = view, most = view.moving ? 150 : 900, taken = new Set();
  let shown = 0;
  for (const item of items) {
    const { place, px, py, r } = item;
    if (shown > most || (place.kids.length && !place.folded) || px < 0 || py < 0 || px > W || py > H) continue;
    const reach = Math.hypot(place.x, place.y) || 1, dx = place.x / reach, dy = place.y / reach;
    if ((place.hi - place.lo) * 2 * Math.PI / forest.total * reach * view.kx < TEXT) continue;
    const edge = Math.min(dx > 0 ? (W - px) / dx : dx < 0 ? px / -dx : 1e9, dy > 0 ? (H - py) / dy : dy < 0 ? py / -dy : 1e9);
    const text = clip(textOf(place), Math.min(edge - r - 8, 300));
    if (text.length < 3) continue;
    shown++;
    for (let t = 0, long = widthOf(text) + r + 6; t <= long; t += 8) for (const cell of cellsOf(px + dx * t - 3, py + dy * t, 6)) taken.add(cell);
    ctx.globalAlpha = faint(place);
    ctx.save();
    ctx.translate(px, py);
    const left = dx < 0;
    ctx.rotate(Math.atan2(dy, dx) + (left ? Math.PI : 0));
    ctx.font = "12px " + FONT;
    ctx.textAlign = left ? "right" : "left";
    ctx.fillStyle = tint.ink; ctx.fillText(text, (left ? -1 : 1) * (r + 5), 0);
    ctx.restore();
  }
  ctx.globalAlpha = 1;
  freeLabels(items.filter((item) => item.place.kids.length && !item.place.folded), taken, items);
}
/** Squares of a grid that a line of text covers. @param {number} x @param {number} y @param {number} w */
function cellsOf(x, y, w) {
  const found = [], low = Math.floor((y - 8) / 8), high = Math.floor((y + 8) / 8);
  for (let cx = Math.floor(x / 10); cx <= Math.floor((x + w) / 10); cx++) for (let cy = low; cy <= high; cy++) found.push(cx * 4096 + cy);
  return found;
}
/** Beside the dot, the greater ones first, where nothing stands yet. @param {any[]} items @param {Set<number>} taken @param {any[]} dots */
function freeLabels(items, taken, dots) {
  const most = view.moving ? 40 : 250, { W, H } = view;
  const seen = items.filter((item) => item.px > 0 && item.py > 0 && item.px < W && item.py < H);
  ctx.textBaseline = "middle";
  const crowd = view.forest.roots.length;
  const pill = (/** @type {any} */ item) => {
    const text = clip(textOf(item.place), 170), width = widthOf(text) + 16, x = Math.min(Math.max(item.px, width / 2 + 4), W - width / 2 - 4);
    const y = (crowd > 12 ? [0] : [0, 26, -26, 52, -52]).map((step) => item.py + step).find((at) => !cellsOf(x - width / 2, at, width).some((cell) => taken.has(cell)));
    if (y === undefined) return;
    const wanted = [...cellsOf(x - width / 2, y - 6, width), ...cellsOf(x - width / 2, y + 6, width)];
    for (const cell of wanted) taken.add(cell);
    ctx.globalAlpha = faint(item.place);
    ctx.fillStyle = tint.ink; ctx.fillRect(x - width / 2, y - 11, width, 22);
    ctx.font = "700 12px " + FONT; ctx.textAlign = "center"; ctx.fillStyle = tint.paper; ctx.fillText(text, x, y + 0.5); ctx.textAlign = "left";
  };
  for (const item of seen) if (item.place.level === 0) pill(item);
  if (dots.length < 4000) for (const dot of dots) if (dot.r > 1.5) for (const cell of cellsOf(dot.px - dot.r, dot.py, 2 * dot.r)) taken.add(cell);
  seen.sort((a, b) => Number(b.place.m === state.chosen) - Number(a.place.m === state.chosen) || a.place.level - b.place.level || b.place.n - a.place.n);
  let shown = 0;
  for (const item of seen) {
    if (shown >= most) break;
    const { place, px, py, r } = item;
    if (place.level === 0) continue;
    const whole = view.ky > view.fitY * 2 ? 260 : 150;
    for (const [side, room] of [[1, whole], [-1, whole], [1, 90], [-1, 90]]) {
      const text = clip(textOf(place), room), width = widthOf(text), x = side > 0 ? px + r + 4 : px - r - 6 - width;
      if (x < 2 || x + width > W - 2) continue;
      const wanted = cellsOf(x + (side > 0 ? 8 : 0), py, width - 8);
      if (wanted.some((cell) => taken.has(cell))) continue;
      for (const cell of wanted) taken.add(cell);
      shown++;
      ctx.globalAlpha = faint(place);
      ctx.font = (place.level < 2 ? "600 " : "") + "12px " + FONT;
      ctx.lineWidth = 3; ctx.strokeStyle = tint.paper; ctx.strokeText(text, x, py);
      ctx.fillStyle = tint.ink; ctx.fillText(text, x, py);
      break;
    }
  }
  ctx.globalAlpha = 1;
}
