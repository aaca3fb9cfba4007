// What is shown, as a forest, and where it stands. The positions of the whole picture are
// the same as those of plangraph's own layout module.

/**
 * @typedef {{m:number, v:number, key:string, ja:string, en:string, colour:string|null, up:Place|null, kids:Place[],
 *   level:number, lane:number, row:number, x:number, y:number, lo:number, hi:number, n:number, dim:boolean,
 *   folded:boolean, box:number[], item:any, clip:any}} Place
 * @typedef {{x0:number, x1:number, flip:boolean, place:Place}} Lane
 * @typedef {{roots:Place[], places:Place[], lanes:Lane[], of:Map<number, Place>, matches:number, layout:string,
 *   box:number[], ring:number, total:number, single:boolean}} Forest
 */
const LEVEL = 270, ROW = 30, LANES = 4, STRETCH = 3, LAST = 0.5;

/** Which elements pass the search and the filters. @returns {number[]} */
function matching() {
  const found = [];
  const words = folded(state.q).split(/\s+/).filter(Boolean);
  const held = words.length ? searchTexts() : [];
  const claimed = state.field || state.goal || state.status;
  for (let i = 0; i < count; i++) {
    if (state.noVersion.has(columns.version[i]) || state.noKind.has(columns.kind[i])) continue;
    if (words.length && !words.every((word) => held[i].includes(word))) continue;
    if (state.department && !(columns.departments[i] || []).some((/** @type {number} */ d) => departments[d] === state.department)) continue;
    if (state.alone && !isAlone(i)) continue;
    if (claimed) {
      const own = (claimsOf.get(i) || []).filter((c) => !state.status || c.status === state.status);
      const has = (/** @type {string} */ sort, /** @type {string} */ key) => own.some((c) => c.sort === sort && concepts[c.target].key === key);
      if (!own.length || (state.field && !has("field", state.field)) || (state.goal && !has("goal", state.goal))) continue;
    }
    found.push(i);
  }
  return found;
}

/** @param {string} layout @returns {Forest} */
function grow(layout) {
  const found = matching();
  const shown = new Uint8Array(count); // 1: stands above a match, 2: matches
  for (const i of found) {
    shown[i] = 2;
    for (let up = columns.parent[i]; up >= 0 && !shown[up]; up = columns.parent[up]) shown[up] = 1;
  }
  /** @type {Place[]} */ const places = [];
  /** @type {Map<number, Place>} */ const of = new Map();
  /** @type {Place[]} */ const roots = [];
  const some = found.length < count;
  const add = (/** @type {Place|null} */ up, /** @type {number} */ m, /** @type {number} */ v, /** @type {string} */ key, /** @type {string} */ ja, /** @type {string} */ en, /** @type {string|null} */ colour) => {
    /** @type {Place} */
    const place = { m, v, key, ja, en, colour, up, kids: [], level: up ? up.level + 1 : 0, lane: up ? up.lane : roots.length, row: 0,
      x: 0, y: 0, lo: 0, hi: 0, n: 0, folded: state.folded.has(key), box: [0, 0, 0, 0], item: null, clip: null,
      dim: m >= 0 && (shown[m] === 1 || (!some && focused !== null && !focused.has(m))) };
    if (m >= 0 && !of.has(m)) of.set(m, place);
    (up ? up.kids : roots).push(place);
    return place;
  };
  if (state.group === "plan") {
    versions.forEach((v, number) => {
      if (topOf[number].some((i) => shown[i])) add(null, -1, number, "v" + number, v.city, v.city_en, null);
    });
    for (const root of roots) {
      const stack = topOf[root.v].filter((i) => shown[i]).reverse().map((i) => /** @type {[Place, number]} */ ([root, i]));
      while (stack.length) {
        const [up, i] = /** @type {[Place, number]} */ (stack.pop());
        const place = add(up, i, root.v, "m" + i, "", "", null);
        const below = childrenOf[i];
        for (let k = below.length - 1; k >= 0; k--) if (shown[below[k]]) stack.push([place, below[k]]);
      }
    }
  } else {
    gather(found, add);
  }
  /** @type {Place[]} */ const stack = [...roots].reverse();
  while (stack.length) {
    const place = /** @type {Place} */ (stack.pop());
    places.push(place);
    if (!place.folded) for (let k = place.kids.length - 1; k >= 0; k--) stack.push(place.kids[k]);
  }
  /** @type {Forest} */
  const forest = { roots, places, lanes: [], of, matches: found.length, layout, box: [0, 0, 1, 1], ring: 0, total: 0, single: false };
  arrange(forest);
  return forest;
}

/** Group elements by field, goal or department, then by plan. @param {number[]} found @param {Function} add */
function gather(found, add) {
  /** @type {Map<string, Map<number, number[]>>} */ const groups = new Map();
  const put = (/** @type {string} */ key, /** @type {number} */ i) => {
    const group = groups.get(key) || new Map();
    group.set(columns.version[i], [...(group.get(columns.version[i]) || []), i]);
    groups.set(key, group);
  };
  for (const i of found) {
    if (state.group === "department") for (const d of columns.departments[i] || []) put(departments[d], i);
    else for (const key of new Set((claimsOf.get(i) || []).filter((c) => c.sort === state.group).map((c) => String(c.target)))) put(key, i);
  }
  const keys = [...groups.keys()].sort((a, b) => (state.group === "department" ? (a < b ? -1 : 1) : Number(a) - Number(b)));
  for (const key of keys) {
    const concept = state.group === "department" ? { ja: key, en: key, colour: null, key: "" } : concepts[Number(key)];
    const number = state.group === "goal" ? concept.key + " " : "";
    const root = add(null, -1, -1, "g" + key, number + concept.ja, number + concept.en, concept.colour);
    for (const [v, marks] of /** @type {Map<number, number[]>} */ (groups.get(key))) {
      const city = add(root, -1, v, "g" + key + "v" + v, versions[v].city, versions[v].city_en, null);
      for (const i of marks) add(city, i, v, "g" + key + "m" + i, "", "", null);
    }
  }
}

/** Rows and levels, then points. @param {Forest} forest */
function arrange(forest) {
  const { places, roots } = forest;
  const rows = new Array(roots.length).fill(0), depths = new Array(roots.length).fill(0);
  for (const place of places) {
    depths[place.lane] = Math.max(depths[place.lane], place.level);
    place.n = place.m >= 0 ? 1 : 0;
    if (place.folded || !place.kids.length) { place.row = place.lo = place.hi = rows[place.lane]++; }
  }
  for (let k = places.length - 1; k >= 0; k--) {
    const place = places[k];
    if (!place.folded && place.kids.length) {
      const first = place.kids[0], last = place.kids[place.kids.length - 1];
      place.row = (first.row + last.row) / 2;
      place.lo = first.lo;
      place.hi = last.hi;
    }
    if (place.up) place.up.n += place.n;
  }
  if (forest.layout === "radial") arrangeRadial(forest, rows, depths);
  else if (forest.layout === "force" && data.force && state.group === "plan") arrangeForce(forest);
  else {
    forest.layout = "hierarchy";
    arrangeTree(forest, rows, depths);
  }
}

/** @param {Forest} forest @param {number[]} rows @param {number[]} depths */
function arrangeTree(forest, rows, depths) {
  const lanes = state.group === "plan" && forest.roots.length <= LANES;
  const tallest = Math.max(1, ...(lanes ? rows : [1]));
  const stretches = rows.map((size) => (lanes ? Math.min(tallest / size, STRETCH) : 1));
  const lefts = [], tops = [], flips = [];
  let x = 0, y = 0;
  for (let k = 0; k < rows.length; k++) {
    const flip = lanes && rows.length === 2 && k === 1;
    lefts.push(x); tops.push(lanes ? (tallest - rows[k] * stretches[k]) * ROW / 2 : y); flips.push(flip);
    const width = (Math.max(depths[k], 1) + LAST) * LEVEL;
    if (lanes) { forest.lanes.push({ x0: x, x1: x + width, flip, place: forest.roots[k] }); x += width + 0.25 * LEVEL; } else y += (rows[k] + 0.6) * ROW;
  }
  for (const place of forest.places) {
    const k = place.lane, high = ROW * stretches[k], level = lanes ? place.level - 1 : place.level;
    place.x = lefts[k] + (flips[k] ? LAST + depths[k] - 1 - level : level) * LEVEL;
    place.y = tops[k] + (place.row + 0.5) * high;
    place.lo = tops[k] + place.lo * high;
    place.hi = tops[k] + (place.hi + 1) * high;
  }
  const right = lanes ? Math.max(1, x - 0.25 * LEVEL) : (Math.max(0, ...depths) + 1 + LAST) * LEVEL;
  forest.box = [0, 0, right, lanes ? tallest * ROW : Math.max(y, ROW)];
}

/** @param {Forest} forest @param {number[]} rows @param {number[]} depths */
function arrangeRadial(forest, rows, depths) {
  const single = forest.roots.length === 1, gap = single ? 0.5 : 1.5;
  const total = rows.reduce((sum, size) => sum + size + gap, 0) || 1;
  const deepest = Math.max(1, ...depths) + 1;
  const ring = Math.max(150, total * 16 / (2 * Math.PI) / deepest);
  const starts = [];
  let at = 0;
  for (const size of rows) { starts.push(at + (gap + 1) / 2); at += size + gap; }
  let reach = 1;
  for (const place of forest.places) {
    const level = place.level && (place.folded || !place.kids.length) ? deepest - 1 : place.level;
    const radius = ring * (single ? level : level + 0.6);
    const angle = 2 * Math.PI * (starts[place.lane] + place.row) / total - Math.PI / 2;
    place.x = radius * Math.cos(angle);
    place.y = radius * Math.sin(angle);
    place.lo += starts[place.lane] - 0.5;
    place.hi += starts[place.lane] + 0.5;
    reach = Math.max(reach, radius);
  }
  Object.assign(forest, { box: [-reach, -reach, reach, reach], ring, total, single });
  boxes(forest);
}

/** @param {Forest} forest */
function arrangeForce(forest) {
  const { versions: vs, marks } = data.force;
  for (const place of forest.places) {
    if (place.m >= 0) [place.x, place.y] = [marks[2 * place.m], marks[2 * place.m + 1]];
    else [place.x, place.y] = [vs[2 * place.v], vs[2 * place.v + 1]];
  }
  const whole = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of forest.places) {
    whole[0] = Math.min(whole[0], x); whole[1] = Math.min(whole[1], y); whole[2] = Math.max(whole[2], x); whole[3] = Math.max(whole[3], y);
  }
  forest.box = forest.places.length ? whole : [0, 0, 1, 1];
  boxes(forest);
}

/** The box around each branch: what is out of view is left out with all its branches. @param {Forest} forest */
function boxes(forest) {
  for (const place of forest.places) place.box = [place.x, place.y, place.x, place.y];
  for (let k = forest.places.length - 1; k >= 0; k--) {
    const { up, box } = forest.places[k];
    if (!up) continue;
    up.box = [Math.min(up.box[0], box[0]), Math.min(up.box[1], box[1]), Math.max(up.box[2], box[2]), Math.max(up.box[3], box[3])];
  }
}
