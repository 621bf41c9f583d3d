"""What can be measured of a page that is open in the browser."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_SHIFTS = """() => new Promise(done => {
  let sum = 0
  const add = list => list.getEntries().forEach(entry => { sum += entry.value })
  const observer = new PerformanceObserver(add)
  observer.observe({type: "layout-shift", buffered: true})
  setTimeout(() => { add({getEntries: () => observer.takeRecords()}); done(sum) }, 50)
})"""

_AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  ({id, impact, nodes}) => `${id} (${impact}): ${nodes.map(node => node.html).slice(0, 3).join(" ")}`
)"""

_UNFOLD = """() => [...document.querySelectorAll("details")].slice(0, 20).forEach(one => {
  one.removeAttribute("name")
  one.open = true
})"""

_FOCUS = """() => {
  const look = one => [one, ...one.querySelectorAll("*")].map(part => {
    const {outline, stroke, strokeWidth, fill, textDecorationLine} = getComputedStyle(part)
    return [outline, stroke, strokeWidth, fill, textDecorationLine].join()
  }).join()
  const one = document.activeElement, last = window.lastStop
  if (!one || one === document.body) return null
  const style = getComputedStyle(one), box = one.getBoundingClientRect()
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  window.stops ??= []
  if (!window.stops.includes(one)) window.stops.push(one)
  window.lastStop = {one, look: look(one)}
  return {
    number: window.stops.indexOf(one),
    words: (one.innerText || one.value || one.name || "").replace(/\\s+/g, " ").trim(),
    goal: one.getAttribute("href"),
    html: one.outerHTML.slice(0, 200),
    seen: box.width > 1 && box.height > 1 && inView,
    framed: one instanceof SVGElement || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
    fades: !last || last.one === one || last.look !== look(last.one),
  }
}"""


def measure_shift(page: Page) -> float:
    """How far things moved while the page was built: 0 where nothing did."""
    return float(page.evaluate(_SHIFTS))


def measure_excess(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def unfold(page: Page) -> None:
    """Open what is folded, of many folds of one kind the first."""
    page.evaluate(_UNFOLD)


def find_barriers(page: Page) -> list[str]:
    """What axe-core finds that keeps people out. It is put there by the browser: the policy lets no page do so."""
    page.evaluate(AXE_SCRIPT)
    return [str(found) for found in page.evaluate(_AXE)]


def see_focus(page: Page) -> dict[str, Any] | None:
    """What has the focus, None where it is outside of the page.

    `number` is its place among those that had it, `goal` where it leads; `seen` says that it is in view, `framed` that
    it has a frame, which parts of drawings need not have, `fades` that what had the focus before looks otherwise now.
    """
    focus: dict[str, Any] | None = page.evaluate(_FOCUS)
    return focus
