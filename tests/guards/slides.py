"""Guard: every slide of a deck, as a browser shows it, fits, is legible, and needs nothing from outside."""

from playwright.sync_api import Error

SIZE = {"width": 1280, "height": 720}
SMALLEST_TEXT, SMALLEST_CODE = 18, 16  # pixels

# Looks at the slide that is shown, and returns what is wrong with it. Hidden text (notes, and what a formula
# holds for screen readers) is left out.
LOOK = """([text, code]) => {
  const slide = Reveal.getCurrentSlide(), found = [];
  const seen = [...slide.querySelectorAll('*')].filter(e =>
    !e.closest('aside, mjx-assistive-mml, svg') && e.getBoundingClientRect().width > 0);
  if (slide.scrollWidth > slide.clientWidth || slide.scrollHeight > slide.clientHeight)
    found.push(`needs scrolling: ${slide.scrollWidth} x ${slide.scrollHeight}`);
  for (const e of seen) {
    const box = e.getBoundingClientRect();
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
      found.push(`${e.tagName} reaches beyond the slide, to ${box.right | 0}, ${box.bottom | 0}`);
    if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')
      found.push(`${e.tagName} is cut off`);
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const size = parseFloat(getComputedStyle(e).fontSize);
    if (own && size < (e.closest('pre, code') ? code : text))
      found.push(`${e.tagName} has letters of ${size} px`);
    if (own && !e.closest('pre, code, mjx-container') && /\\$[^$]+\\$|\\\\[a-z]+\\{/.test(e.textContent))
      found.push(`a formula is not rendered: ${e.textContent.slice(0, 40)}`);
    if (e.tagName === 'IMG' && !(e.complete && e.naturalWidth)) found.push('a picture is missing');
    if (e.tagName === 'IMG' && !e.alt) found.push('a picture has no alternative text');
  }
  if (slide.querySelector('mjx-merror, [data-mml-node="merror"]')) found.push('a formula has an error');
  const blocks = [...slide.children].filter(e => e.tagName !== 'ASIDE').map(e => e.getBoundingClientRect());
  for (let i = 1; i < blocks.length; i++)
    if (blocks[i].top < blocks[i - 1].bottom - 1) found.push('two blocks overlap');
  const number = document.querySelector('.slide-number').getBoundingClientRect();
  for (const e of seen) {
    const box = e.getBoundingClientRect();
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if ((own || e.tagName === 'IMG') && box.right > number.left && box.bottom > number.top)
      found.push(`${e.tagName} lies under the slide number`);
  }
  return found;
}"""


def opened(browser, address):
    """Open a deck; return the page, and a list that fills with what it should not say or ask for."""
    page, complaints = browser.new_page(), []
    page.on("console", lambda message: complaints.append(f"the console says: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"an error in the page: {error}"))

    def request(asked):
        if not asked.url.startswith(("file:", "data:", "blob:", "about:")):
            complaints.append(f"a request leaves the machine: {asked.url}")

    page.on("request", request)
    page.goto(address)
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.wait_for_function("window.MathJax && MathJax.startup && MathJax.startup.promise")
    page.evaluate("MathJax.startup.promise")
    return page, complaints


def problems(browser, address, on_each=lambda page: []):
    """Go through all slides of a deck; return how many there are, and what is wrong, each with its slide."""
    try:
        page, complaints = opened(browser, address)
    except Error as error:
        return 0, [f"the deck does not start: {error}"]
    found, count = [], page.evaluate("Reveal.getTotalSlides()")
    for number in range(1, count + 1):
        for problem in [*page.evaluate(LOOK, [SMALLEST_TEXT, SMALLEST_CODE]), *on_each(page)]:
            found.append(f"slide {number}: {problem}")
        if number < count:
            page.evaluate("Reveal.next()")
    assert page.evaluate("Reveal.isLastSlide()"), "not every slide was seen"
    page.close()
    return count, found + complaints


def serious(page, axe):
    """Return axe-core's findings, serious and critical, on the slide that is shown."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(axe)
    only = {"include": [["section.present > section.present"]]}
    result = page.evaluate("what => axe.run(what, {resultTypes: ['violations'], preload: false})", only)
    grave = [
        violation for violation in result["violations"] if violation["impact"] in ("serious", "critical")
    ]
    return [
        f"{violation['id']}: {' '.join(violation['nodes'][0]['html'].split())[:120]}" for violation in grave
    ]
