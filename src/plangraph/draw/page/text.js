// The texts of the picture: how wide they are, and what of them has room.

const NARROW = new Set([..." .,:;'’|!fijlrt"].map((char) => char.charCodeAt(0)));
/** Roughly how wide a character is in 12 px: measuring thousands of texts would cost more than drawing them. @param {number} code */
function wide(code) {
  if (code > 0x2e7f) return code >= 0xdc00 && code < 0xe000 ? 0 : 12; // the second half of a pair takes no room
  if ((code > 64 && code < 91) || code === 109 || code === 119) return 9.2; // capitals, m, w
  return NARROW.has(code) ? 4.6 : 6.8;
}
/** @param {string} text */
function widthOf(text) {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += wide(text.charCodeAt(i));
  return width;
}
/** @param {string} text @param {number} room */
function clip(text, room) {
  if (text.length * 12 <= room) return text;
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    width += wide(text.charCodeAt(i));
    if (width > room) {
      let end = i;
      width -= wide(text.charCodeAt(i));
      while (end > 0 && (width > room - 10 || wide(text.charCodeAt(end)) === 0)) width -= wide(text.charCodeAt(--end));
      return end > 0 ? text.slice(0, end) + "…" : "";
    }
  }
  return text;
}
/** @param {Place} place */
function textOf(place) {
  if (place.clip && place.clip.lang === state.lang) return place.clip.text;
  const text = (place.m >= 0 ? label(place.m) : nameOf(place)).replace(/\s+/g, " ").slice(0, 200);
  place.clip = { lang: state.lang, text, width: widthOf(text), room: -1, cut: "" };
  return text;
}
/** @param {Place} place @param {number} room */
function cut(place, room) {
  const text = textOf(place), held = place.clip;
  if (held.room !== room) {
    // In little room the title says more than half a code.
    const bare = held.width > room && room < 110 && place.m >= 0 && columns.code[place.m] && columns.title[place.m];
    held.room = room;
    held.cut = clip(bare ? text.slice(columns.code[place.m].length).trimStart() : text, room);
  }
  return held.cut;
}
/** The label in as many lines as fit. @param {Place} place @param {number} room @param {number} most @returns {string[]} */
function linesOf(place, room, most) {
  textOf(place);
  const held = place.clip, code = place.m >= 0 && room < (state.lang === "en" ? 110 : 60) ? columns.code[place.m] : "";
  if (held.lines && held.linesRoom === room && held.most === most) return held.lines;
  let left = code && held.text.startsWith(code + " ") ? held.text.slice(code.length + 1) : held.text;
  const found = [];
  while (left && found.length < most) {
    if (found.length === most - 1) { found.push(clip(left, room)); break; }
    let end = 0, width = 0;
    while (end < left.length && (width += wide(left.charCodeAt(end))) <= room) end++;
    // what begins no line, and what ends none
    if (end > 1 && (/[、。」』）】・ー]/.test(left[end] || "") || (end < left.length && /[「『（【]/.test(left[end - 1])))) end--;
    if (end < left.length && /[a-z,.;:!?’'"”)]/i.test(left[end])) {
      const space = left.lastIndexOf(" ", end), word = left.search(/ |$/);
      if (space > 0) end = space + 1;
      else if (/^[\x20-\x7e’]+$/.test(left.slice(0, word))) { // a word that is too long is shortened, not broken
        found.push(clip(left.slice(0, word), room));
        left = left.slice(word).trimStart();
        continue;
      }
    }
    end = Math.max(end, 1);
    found.push(left.slice(0, end));
    left = left.slice(end).trimStart();
  }
  Object.assign(held, { lines: found, linesRoom: room, most });
  return found;
}
