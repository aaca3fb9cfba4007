// Draws a forest on a canvas without a GPU in mind: only what is in view, branches too small
// to read as one mark that unfolds on zooming in, text of constant size where it has room.

const FONT = '"Noto Sans CJK JP","Hiragino Sans","Yu Gothic UI",Meiryo,system-ui,sans-serif';
const HEAD = 38, CARD = 26, GAP = 24, TEXT = 12, LINE = 16;
/** Below so many pixels a branch is drawn as one. */
const UNFOLD = 3;
/** Rows lower than this have smaller text. */
const SMALL = 17;

const canvas = /** @type {HTMLCanvasElement} */ (by("canvas"));
const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
/** What the picture looks like now. */
const view = {
  /** @type {Forest} */ forest: /** @type {any} */ (null),
  W: 1, H: 1, x: 0, y: 0, kx: 1, ky: 1, fitX: 1, fitY: 1,
  items: /** @type {any[]} */ ([]), lit: /** @type {Set<Place>|null} */ (null), frames: 0, took: 0, moving: 0,
};
/** @type {{[name:string]: string}} */ let tint = {};
function readTints() {
  const style = getComputedStyle(document.documentElement);
  for (const key of ["paper", "ink", "quiet", "rule", "card", "edge", "accent", "block", "warn"]) tint[key] = style.getPropertyValue("--" + key).trim();
}

/** @param {Place} place */
const colourOf = (place) => place.m >= 0 ? kinds[columns.kind[place.m]].colour : place.colour || tint.ink;

/** @param {{W:number, H:number}} [size] on paper; else that of the window */
function resize(size) {
  const box = canvas.getBoundingClientRect(), ratio = size ? 2 : Math.min(window.devicePixelRatio || 1, 2);
  view.W = size ? size.W : Math.max(box.width, 50); view.H = size ? size.H : Math.max(box.height, 50);
  canvas.width = Math.round(view.W * ratio); canvas.height = Math.round(view.H * ratio);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
}

/** Show all of the forest. */
function fit() {
  const { box, layout } = view.forest, { W, H } = view;
  const width = Math.max(box[2] - box[0], 1), height = Math.max(box[3] - box[1], 1);
  view.x = (box[0] + box[2]) / 2;
  if (layout === "hierarchy") {
    const head = view.forest.lanes.length ? HEAD : 8;
    view.ky = Math.min((H - head - 14) / height, 1.25);
    const right = unfolded(view.forest, view.ky), names = heads(view.forest) + GAP;
    // Columns stay wide enough for some words; what has no room then is a drag away.
    const scale = (/** @type {number} */ room, /** @type {number} */ shown) => Math.max(Math.min(room / shown, 1.6), Math.min(W < 620 ? 0.45 : 0.26, room / LEVEL));
    let left = box[0];
    view.kx = scale(W - 24, right - left);
    const beside = names > GAP ? scale(W - 24 - names, right - left - LEVEL) : 0; // the others share what short names leave
    if (beside > view.kx) { view.kx = beside; left += LEVEL - names / beside; }
    view.x = view.kx * (right - left) > W ? left + (W / 2 - 12) / view.kx : (left + right) / 2;
    view.y = (box[1] + box[3]) / 2 - (head - 6) / 2 / view.ky;
  } else {
    // Around a circle, leave room for the titles of the ends if they can be read at all.
    const room = Math.min(W, H) / 2 - (TEXT + 0.5) * view.forest.total / (2 * Math.PI);
    const margin = layout === "radial" ? (room >= 70 ? Math.min(room, 190) : 24) : 44;
    view.kx = view.ky = Math.max(Math.min((W - 2 * margin) / width, (H - 2 * margin) / height, 1.5), 1e-5);
    view.y = (box[1] + box[3]) / 2;
  }
  view.fitX = view.kx; view.fitY = view.ky;
}
/** How wide the first column of a tree without lanes is, in pixels: as its longest name. @param {Forest} forest */
function heads({ roots, lanes }) {
  if (lanes.length || !roots.some((root) => root.kids.length && !root.folded)) return 0;
  return Math.max(...roots.map((root) => (textOf(root), root.clip.width * 1.07 + (root.folded ? 64 : 34))));
}
/** How far a tree reaches to the right where branches too small to unfold are blocks. @param {Forest} forest @param {number} ky */
function unfolded({ box, lanes, places }, ky) {
  if (lanes.length) return box[2];
  const small = (/** @type {Place} */ place) => (place.hi - place.lo) * ky < UNFOLD;
  let right = 0;
  for (const place of places) {
    if (place.up && small(place.up)) continue;
    const block = place.kids.length && !place.folded && small(place);
    right = Math.max(right, place.x + (block ? 2 : 1) * LEVEL);
  }
  return ROW * ky < TEXT ? Math.min(right, box[2]) : box[2]; // titles of the ends need more than their column
}
/** Columns grow slower than rows: a tree of many rows is tall, not wide. @param {number} ky */
function scaleX(ky) {
  if (view.forest.layout !== "hierarchy") return ky;
  const top = Math.max(view.fitX, Math.min(1.1, Math.max(0.6, view.W / 2.2 / LEVEL))), { fitX, fitY } = view;
  if (ky <= fitY || fitY >= 1) return fitX * Math.min(1, ky / fitY);
  return fitX + (top - fitX) * Math.min(1, Math.log(ky / fitY) / Math.log(1 / fitY));
}
/** @param {number} px @param {number} py @param {number} factor */
function zoomAt(px, py, factor) {
  const { W, H } = view, wx = (px - W / 2) / view.kx + view.x, wy = (py - H / 2) / view.ky + view.y;
  const ky = Math.min(Math.max(view.ky * factor, view.fitY * 0.6), Math.max(view.fitY, view.forest.layout === "hierarchy" ? 1.3 : 3));
  view.ky = ky; view.kx = scaleX(ky);
  view.x = wx - (px - W / 2) / view.kx; view.y = wy - (py - H / 2) / ky;
  keep();
}
/** Keep some of the picture in view. */
function keep() {
  const { box } = view.forest, { W, H } = view;
  view.x = Math.min(Math.max(view.x, box[0] - W / 3 / view.kx), box[2] + W / 3 / view.kx);
  view.y = Math.min(Math.max(view.y, box[1] - H / 3 / view.ky), box[3] + H / 3 / view.ky);
}
/** Bring a place into view, large enough to read. @param {Place} place */
function show(place) {
  const tree = view.forest.layout === "hierarchy";
  const least = tree ? Math.min(1.3, 12.5 / Math.max(place.hi - place.lo, 1) * (place.kids.length && !place.folded ? 6 : 1)) : view.fitY;
  if (view.ky < least) { view.ky = least; view.kx = scaleX(least); }
  const { W } = view, H = view.H - covered(), px = (place.x - view.x) * view.kx + W / 2, py = (place.y - view.y) * view.ky + view.H / 2;
  if (py < HEAD + 20 || py > H - 30) view.y = place.y + (view.H - H) / 2 / view.ky;
  if (px < 10 || px + LEVEL * view.kx > W) view.x = place.x + (tree ? LEVEL * 0.5 : 0);
  keep();
}

/** How much of the picture the panel hides, on a phone. */
function covered() {
  const panel = by("panel"), box = panel.hidden ? null : panel.getBoundingClientRect();
  return box && box.width >= view.W ? Math.max(0, canvas.getBoundingClientRect().bottom - box.top) : 0;
}

let asked = 0, settle = 0;
/** Draw with the next frame; while things move, without what costs most. @param {boolean} [moving] */
function redraw(moving) {
  if (moving) {
    view.moving = 1;
    clearTimeout(settle);
    settle = setTimeout(() => { view.moving = 0; redraw(); }, 140);
  }
  if (!asked) asked = requestAnimationFrame(() => { asked = 0; paint(); });
}
function paint() {
  const start = performance.now();
  const { W, H, forest } = view;
  ctx.globalAlpha = 1;
  ctx.fillStyle = tint.paper;
  ctx.fillRect(0, 0, W, H);
  view.items = [];
  if (forest.places.length) (forest.layout === "hierarchy" ? paintTree : paintDots)(forest);
  else { ctx.fillStyle = tint.ink; ctx.font = "15px " + FONT; ctx.textAlign = "center"; ctx.fillText(clip(say("none"), W - 20), W / 2, H / 2); ctx.textAlign = "left"; }
  view.took = performance.now() - start;
  view.frames++;
}
/** @param {Place} place */
const faint = (place) => (view.lit && !view.lit.has(place) ? 0.25 : place.dim ? 0.55 : 1);

/** Cards from left to right; a card stays in view as long as its branch does. @param {Forest} forest */
function paintTree(forest) {
  const { W, H, kx, ky } = view, top = forest.lanes.length ? HEAD : 0;
  const column = LEVEL * kx, first = heads(forest), wide = Math.max(column - Math.min(GAP, column * 0.25), 2);
  const worldTop = (top - H / 2) / ky + view.y, worldBottom = H / 2 / ky + view.y;
  const items = view.items;
  /** @type {Place[]} */ const stack = [];
  const lay = (/** @type {Place[]} */ kids) => {
    let low = 0, high = kids.length;
    while (low < high) { const mid = (low + high) >> 1; if (kids[mid].hi < worldTop) low = mid + 1; else high = mid; }
    const first = stack.length, step = 0.8 / ky;
    let last = -Infinity;
    for (let k = low; k < kids.length && kids[k].lo <= worldBottom; k++) {
      if (kids[k].hi - last < step && k < kids.length - 1) continue;
      last = kids[k].hi;
      stack.push(kids[k]);
    }
    for (let a = first, b = stack.length - 1; a < b; a++, b--) { const held = stack[a]; stack[a] = stack[b]; stack[b] = held; }
  };
  lay(forest.roots.length === 1 || !forest.lanes.length ? forest.roots : []);
  if (!stack.length) stack.push(...[...forest.roots].reverse());
  while (stack.length) {
    const place = /** @type {Place} */ (stack.pop());
    const y0 = (place.lo - view.y) * ky + H / 2, y1 = (place.hi - view.y) * ky + H / 2, extent = y1 - y0;
    place.item = null;
    if (y1 < top || y0 > H) continue;
    const open = place.kids.length > 0 && !place.folded, header = forest.lanes.length > 0 && place.level === 0;
    if (!header) {
      const own = place.level === 0 && first ? Math.min(wide, first) : wide;
      const tall = open && extent > CARD + LINE ? linesOf(place, Math.floor((own - 30) / 1.06), Math.min(4, Math.floor((extent - 12) / LINE))).length - 1 : 0;
      const h = Math.max(Math.min(CARD + tall * LINE, extent > 6 ? extent - 2 : extent * 0.8), 0.7);
      const low = Math.max(y0, top) + h / 2, high = Math.min(y1, H) - h / 2;
      // It follows the view as far as its branch goes; what no longer fits goes out of view with it.
      const y = h >= extent ? (y0 + y1) / 2 : low <= high ? Math.min(Math.max((place.y - view.y) * ky + H / 2, low), high) : y0 < top ? y1 - h / 2 - 1 : y0 + h / 2 + 1;
      let x = (place.x - view.x) * kx + W / 2 + wide - own, w = own;
      const lane = forest.lanes[place.lane], readable = extent >= TEXT;
      if (!open && own === wide) {
        textOf(place);
        const chips = readable ? chipsRoom(place) : 0, need = (readable ? place.clip.width * (extent < SMALL ? 0.87 : 1) + 34 : (place.clip.width + 34) * Math.max(0.45, wide / 360)) + chips + (place.folded ? 34 : 0);
        const room = lane ? (lane.flip ? (place.x - lane.x0) * kx + wide : (lane.x1 - place.x) * kx - GAP * Math.min(1, kx * 2)) : Math.max(wide, W - x - 12);
        const even = lane && lane.flip && readable ? wide + LAST * column : 0; // ends that face the left begin in a line
        w = Math.max(Math.min(Math.max(need, even), room), Math.min(wide, 30), 2);
        if (lane && lane.flip) x += wide - w;
      }
      place.item = { place, x, y: y - h / 2, w, h, readable, tall, more: open && extent < UNFOLD };
      if (x < W && x + w > 0) items.push(place.item);
      if (place.item.more) continue;
    }
    if (open) lay(place.kids);
  }
  ties(items);
  pairs(items);
  blocks(items, column, wide);
  cards(items);
  for (const lane of forest.lanes) laneHead(lane);
}
/** @param {any[]} items */
function ties(items) {
  const draw = (/** @type {boolean} */ lit) => {
    ctx.beginPath();
    for (const item of items) {
      const up = item.place.up && item.place.up.item;
      if (!up || item.h < 1.6 || (view.lit !== null && (view.lit.has(item.place) && view.lit.has(item.place.up)) !== lit)) continue;
      const right = item.x > up.x, x0 = right ? up.x + up.w : up.x, x1 = right ? item.x : item.x + item.w;
      const y0 = up.y + up.h / 2, y1 = item.y + item.h / 2, mid = (x0 + x1) / 2;
      ctx.moveTo(x0, y0);
      if (view.moving) { ctx.lineTo(x1, y1); } else ctx.bezierCurveTo(mid, y0, mid, y1, x1, y1);
    }
    ctx.stroke();
  };
  ctx.lineWidth = 1; ctx.strokeStyle = tint.edge; ctx.globalAlpha = view.lit ? 0.3 : 1;
  draw(false);
  ctx.globalAlpha = 1;
  if (view.lit) { ctx.lineWidth = 2; ctx.strokeStyle = tint.accent; draw(true); }
}
/** Counterparts: the surer, the wider. @param {any[]} items */
function pairs(items) {
  if (!counterparts.size || (!state.lines && !view.lit) || (view.moving && items.length > 1500)) return;
  const { of } = view.forest;
  ctx.strokeStyle = tint.accent;
  for (const item of items) {
    const held = item.place.m >= 0 && counterparts.get(item.place.m);
    if (!held) continue;
    for (const [other, claim] of held) {
      const target = of.get(other), far = target && target.item;
      if (!far || item.place.m > other || (item.h < 2 && far.h < 2)) continue;
      const lit = view.lit && (item.place.m === state.chosen || other === state.chosen);
      if ((view.lit && !lit) || (!lit && (!state.lines || claim.rank === "secondary"))) continue;
      const [a, b] = item.x < far.x ? [item, far] : [far, item];
      const x0 = a.x + a.w, y0 = a.y + a.h / 2, y1 = b.y + b.h / 2, bend = Math.max(30, (b.x - x0) / 2);
      ctx.globalAlpha = lit ? 0.9 : 0.08 + 0.2 * (claim.score || 0.5);
      ctx.lineWidth = (lit ? 1 : 0.4) + (lit ? 4 : 2.4) * (claim.score || 0.5);
      ctx.beginPath(); ctx.moveTo(x0, y0);
      if (view.forest.layout === "hierarchy") ctx.bezierCurveTo(x0 + bend, y0, b.x - bend, y1, b.x, y1); else ctx.quadraticCurveTo((x0 + b.x) / 2 + (y1 - y0) * 0.12, (y0 + y1) / 2 - (b.x - x0) * 0.12, b.x, y1);
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
}
/** Branches too small to unfold. @param {any[]} items @param {number} column @param {number} wide */
function blocks(items, column, wide) {
  ctx.fillStyle = tint.block;
  for (const item of items) if (item.more) ctx.fillRect(item.x + column, item.y, wide * Math.min(1, 0.25 + item.place.n / 40), item.h);
}
/** @param {Place} place */
function chipsRoom(place) {
  if (place.m < 0 || place.kids.length) return 0;
  return (goalsOf.get(place.m) || []).slice(0, 3).length * 18 + (isAlone(place.m) ? widthOf(say("noCounterpart")) * 0.85 + 12 : 0);
}
/** @param {any[]} items */
function cards(items) {
  ctx.textBaseline = "middle";
  for (const { place, x, y, w, h, readable, tall } of items) {
    const colour = colourOf(place), chosen = place.m >= 0 && place.m === state.chosen, alone = place.m >= 0 && isAlone(place.m);
    ctx.globalAlpha = faint(place);
    if (!readable) {
      ctx.fillStyle = colour;
      if (place.kids.length && w > 12) { // a branch: pale, so that its ends carry the picture
        ctx.fillRect(x, y, 6, h);
        ctx.globalAlpha *= 0.28;
        ctx.fillRect(x + 6, y, w - 6, h);
        ctx.globalAlpha = faint(place);
      } else ctx.fillRect(x, y, w, h);
      if (alone && h > 3) { ctx.fillStyle = tint.warn; ctx.fillRect(x + w + 2, y, 5, h); }
      if (chosen) { ctx.lineWidth = 2; ctx.strokeStyle = tint.accent; ctx.strokeRect(x - 2, y - 2, w + 4, h + 4); }
      continue;
    }
    const side = Math.min(20, w);
    ctx.fillStyle = place.m < 0 ? tint.ink : tint.card;
    ctx.fillRect(x, y, w, h);
    if (place.m >= 0 || place.colour) { ctx.fillStyle = colour; ctx.fillRect(x, y, side, h); }
    ctx.lineWidth = chosen ? 3 : 1;
    ctx.strokeStyle = chosen ? tint.accent : alone ? tint.warn : tint.rule;
    if (alone && !chosen) ctx.setLineDash([4, 3]);
    const off = chosen ? -1 : 0.5; // around the card, so that the frame leaves the text alone
    ctx.strokeRect(x + off, y + off, w - 2 * off, h - 2 * off);
    if (alone && !chosen) ctx.setLineDash([]);
    const middle = y + h / 2 + 0.5;
    if (place.m >= 0 && side > 14) {
      const kind = kinds[columns.kind[place.m]];
      ctx.font = (h < SMALL - 2 ? "700 9px " : "700 11px ") + FONT; ctx.fillStyle = ink(colour); ctx.textAlign = "center";
      ctx.fillText(state.lang === "ja" ? kind.sign_ja : kind.sign_en, x + side / 2, middle);
      ctx.textAlign = "left";
    }
    let room = w - side - 10, right = x + w - 3;
    if (place.folded && place.kids.length) {
      const more = "▸" + below(place);
      ctx.font = "700 11px " + FONT; ctx.fillStyle = place.m < 0 ? tint.paper : tint.accent; ctx.textAlign = "right"; ctx.fillText(more, right, middle); ctx.textAlign = "left";
      right -= widthOf(more); room -= widthOf(more);
    }
    if (alone && room > 120 && h > 13 && !tall) {
      const text = say("noCounterpart"), long = widthOf(text) * 0.85 + 6;
      ctx.font = "10px " + FONT; ctx.fillStyle = tint.warn; ctx.fillText(text, right - long + 4, middle);
      right -= long + 4; room -= long + 4;
    }
    const spare = tall || h < 15 ? 0 : Math.min(3, Math.floor((room - (textOf(place), place.clip.width) - 2) / 18));
    if (spare > 0 && place.m >= 0) {
      for (const goal of (goalsOf.get(place.m) || []).slice(0, spare).reverse()) {
        const concept = concepts[goal], square = concept.colour || "#888888";
        ctx.fillStyle = square; ctx.fillRect(right - 16, middle - 8, 16, 16);
        ctx.font = "700 10px " + FONT; ctx.fillStyle = ink(square); ctx.textAlign = "center"; ctx.fillText(concept.key, right - 8, middle); ctx.textAlign = "left";
        right -= 18; room -= 18;
      }
    }
    ctx.font = (place.kids.length ? "600 " : "") + (h < SMALL - 2 ? "10px " : "12px ") + FONT;
    ctx.fillStyle = place.m < 0 ? tint.paper : tint.ink;
    if (tall) place.clip.lines.forEach((/** @type {string} */ line, /** @type {number} */ n) => ctx.fillText(line, x + side + 5, middle + (n - tall / 2) * LINE));
    else ctx.fillText(cut(place, Math.floor((h < SMALL - 2 ? room * 1.18 : room) / (place.kids.length ? 1.06 : 1))), x + side + 5, middle); // small cards have smaller text
  }
  ctx.globalAlpha = 1;
}
/** How many elements a folded branch holds. @param {Place} place */
function below(place) {
  let n = 0;
  const stack = [...place.kids];
  while (stack.length) { const one = /** @type {Place} */ (stack.pop()); if (one.m >= 0) n++; stack.push(...one.kids); }
  return n;
}
/** @param {Lane} lane */
function laneHead(lane) {
  const { W, kx } = view, x0 = Math.max((lane.x0 - view.x) * kx + W / 2, 0), x1 = Math.min((lane.x1 - view.x) * kx + W / 2, W);
  if (x1 - x0 < 8) return;
  ctx.fillStyle = tint.paper; ctx.fillRect(x0 - 8, 0, x1 - x0 + 16, HEAD - 6);
  ctx.fillStyle = tint.ink; ctx.fillRect(x0, 4, x1 - x0 - Math.min(8, GAP * kx), HEAD - 12);
  ctx.font = "700 13px " + FONT; ctx.fillStyle = tint.paper; ctx.textBaseline = "middle";
  const v = versions[lane.place.v], text = versionName(v) + "　" + ((state.lang === "en" && v.title_en) || v.title);
  ctx.fillText(clip(text, (x1 - x0 - 24) / 1.1), x0 + 8, HEAD / 2 - 1.5);
  view.items.push({ place: lane.place, x: x0, y: 4, w: x1 - x0, h: HEAD - 12 });
}

/** What is drawn at a point. @param {number} px @param {number} py @returns {Place|null} */
function pick(px, py) {
  for (let k = view.items.length - 1; k >= 0; k--) {
    const { place, x, y, w, h } = view.items[k], slack = h < 6 ? 2 : 0;
    if (px >= x && px <= x + w && py >= y - slack && py <= y + h + slack) return place;
  }
  return null;
}
