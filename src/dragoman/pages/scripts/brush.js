// On the page of a relation: the chart of the balance is drawn over its picture by Vega, so that months can be chosen
// by dragging across it. Letting go sets the period in the address, as the fields From and Until do for the keyboard.
"use strict";

const HALF_A_MONTH = 15 * 24 * 60 * 60 * 1000;
const picture = document.querySelector('.chart img[src*="/balance.svg"]');
const live = document.createElement("div");
let chart = null;
let shown = "";

/** The days of the months whose dots, in the middle of each, were covered; null where none was. */
function findPeriod([start, end]) {
  const first = new Date(start + HALF_A_MONTH);
  const last = new Date(end - HALF_A_MONTH);
  first.setUTCDate(1);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  const [from, until] = [first, last].map((day) => day.toISOString().slice(0, 10));
  return from < until ? { from, until } : null;
}

async function choose() {
  const view = (await chart.view.runAsync()).signal("period");
  const period = view.middle && findPeriod(view.middle);
  if (period) {
    const address = new URL(location.href);
    address.searchParams.set("from", period.from);
    address.searchParams.set("until", period.until);
    address.hash = "course";
    location.assign(address);
  }
}

/** Draw in the room that the picture takes: nothing on the page moves. */
async function draw() {
  const size = `${picture.clientWidth}x${picture.clientHeight}`;
  if (size === shown || !picture.clientWidth) return;
  shown = size;
  await picture.decode(); // which of the two pictures, wide or narrow, is known only now
  const answer = await fetch(picture.currentSrc.replace("/balance.svg", "/balance.vl.json"));
  if (!answer.ok) return;
  const drawn = await answer.json();
  const { left, right, top, bottom } = drawn.config.padding;
  drawn.width = picture.clientWidth - left - right;
  drawn.height = picture.clientHeight - top - bottom;
  if (chart) chart.finalize();
  // The interpreter (ast) and no styles of Vega's own: the page's policy forbids code made of words, and inline styles.
  const options = { ast: true, renderer: "svg", actions: false, tooltip: false, defaultStyle: false, logLevel: 1 };
  chart = await vegaEmbed(live, drawn, options);
  picture.closest(".plot").classList.add("is-live");
}

if (picture) {
  live.className = "live";
  live.setAttribute("aria-hidden", "true"); // the picture stays, unseen, with what it says to readers by ear
  picture.closest(".plot").append(live);
  live.addEventListener("pointerdown", () => addEventListener("pointerup", choose, { once: true }));
  new ResizeObserver(draw).observe(picture);
}
