"""The decks, in a real browser; the lecturer's notes; and broken copies, which the guards must see.

Without npm or Chromium these tests are skipped, except where the environment says CI: there they fail.
"""

import os
import re
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from lectures.deck import __main__ as deck
from lectures.deck import notes, pieces, vendor
from tests.course import name, read
from tests.guards import slides

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SWITCHES = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def decks(tmp_path_factory):
    if not shutil.which("npm"):
        assert not os.environ.get("CI"), "CI needs npm"
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("lectures")
    deck.main(folder)
    return folder


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        assert not os.environ.get("CI"), "CI needs Chromium"
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium.new_context(viewport=slides.SIZE)
        chromium.close()


def headings(lesson):
    return [
        heading
        for cell in read(lesson).cells
        if cell.cell_type == "markdown"
        for heading in re.findall(r"^##? (.+)$", cell.source, re.MULTILINE)
    ]


# ---- notes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", deck.LESSONS, ids=name)
def test_every_section_has_notes_and_every_note_a_section(lesson):
    assert notes.problems(headings(lesson), deck.notes_of(lesson)) == []


@pytest.mark.parametrize("lesson", deck.LESSONS, ids=name)
def test_where_the_lesson_asks_the_notes_ask(lesson):
    noted, heading = notes.sections(deck.notes_of(lesson)), None
    for cell in read(lesson).cells:
        if cell.cell_type == "markdown":
            found = re.match(r"##? (.+)", cell.source)
            heading = found[1] if found else heading
            if "*Predict:*" in cell.source:
                assert "**Ask:**" in noted[heading], heading
                assert "**Expect:**" in noted[heading], heading


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("## Two", "## Too", "no such heading in the lesson: Too"),
        ("## Two", "## Too", "no notes for: Two"),
        ("*3 minutes*", "", "no minutes for: Two"),
        ("- **Say:** b", "", "no **Say:** for: Two"),
    ],
)
def test_broken_notes_are_seen(old, new, problem):
    text = "# One\n*1 minute*\n- **Say:** a\n- **Cut:** c\n## Two\n*3 minutes*\n- **Say:** b\n- **Cut:** c\n"
    assert notes.problems(["One", "Two"], text) == []
    assert problem in notes.problems(["One", "Two"], text.replace(old, new))


# ---- what is on the slides ----------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", deck.LESSONS, ids=name)
def test_slides_hold_all_of_the_lesson_and_nothing_else(lesson):
    """Every word of the cells that are shown, every figure, in the lesson's order but for what waits."""

    def words(text):
        text = re.sub(r"\[([^]]*)\]\((?!https?:)[^)]*\)", r"\1", text)  # links differ
        text = re.sub(r"</?details>|</?summary>|Open it after the next cell|[#\s]|\.", "", text)
        return sorted(text)

    shown = [cell for cell in read(lesson).cells if cell.metadata.slideshow.slide_type != "skip"]
    cut = pieces.slides(read(lesson))
    assert words("".join(cell.source for cell in shown)) == words("".join(piece.source for piece in cut))

    def printed(cells):
        texts = [out.get("text", "") for cell in cells for out in cell.get("outputs", [])]
        return re.sub(r"\s", "", "".join(texts))

    def pictures(cells):
        outputs = [out.get("data", {}) for cell in cells for out in cell.get("outputs", [])]
        return [data["image/png"] for data in outputs if "image/png" in data]

    assert printed(shown) == printed(cut)
    assert pictures(shown) == pictures(cut)


@pytest.mark.parametrize("lesson", deck.LESSONS, ids=name)
def test_the_answer_comes_on_a_later_slide_than_the_prediction(lesson):
    kinds = [piece.metadata.piece.split()[0] for piece in pieces.slides(read(lesson))]
    for place, kind in enumerate(kinds):
        if kind == "predict":
            following = kinds[place + 1 :]
            assert following[0] in ("code", "text"), "a prediction is followed by its answer"
            assert "code" in following
            answers = [following.index(answer) for answer in ("output", "figure") if answer in following]
            assert following.index("code") < min(answers)


# ---- in the browser -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", deck.LESSONS, ids=name)
def test_every_slide_fits_and_is_legible_and_accessible(lesson, decks, browser):
    axe = (vendor.unpacked("axe-core@4.14.1", deck.CACHE) / "axe.min.js").read_text(encoding="utf-8")
    address = (decks / f"{lesson.stem}.html").as_uri()
    count, found = slides.problems(browser, address, lambda page: slides.serious(page, axe))
    assert found == []
    assert count == len(pieces.slides(read(lesson)))


@pytest.mark.parametrize("lesson", deck.LESSONS, ids=name)
def test_formulas_are_rendered(lesson, decks, browser):
    text = "".join(piece.source for piece in pieces.slides(read(lesson)) if piece.cell_type == "markdown")
    text += "".join(piece.metadata.get("question", "") for piece in pieces.slides(read(lesson)))
    formulas = len(re.findall(r"\$\$.+?\$\$|\$[^$\n]+\$", text, re.DOTALL))
    page, _ = slides.opened(browser, (decks / f"{lesson.stem}.html").as_uri())
    assert page.evaluate("document.querySelectorAll('mjx-container svg').length") == formulas
    page.close()


def test_the_page_of_contents_leads_to_every_deck(decks, browser):
    page = browser.new_page()
    page.goto((decks / "index.html").as_uri())
    links = page.eval_on_selector_all("h2 a", "all => all.map(a => a.getAttribute('href'))")
    assert links == [f"{lesson.stem}.html" for lesson in deck.LESSONS]
    link = page.locator("li a", has_text="Clamp before the cast")
    link.click()
    expect(page.locator("section.present > section.present h2")).to_contain_text("Clamp before the cast")
    page.goto((decks / "index.html").as_uri())
    page.evaluate((vendor.unpacked("axe-core@4.14.1", deck.CACHE) / "axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate("axe.run().then(result => result.violations.map(v => v.id))") == []
    page.close()


@pytest.mark.parametrize("lesson", deck.LESSONS, ids=name)
def test_links_lead_to_a_deck_or_to_the_web(lesson, decks, browser):
    page, _ = slides.opened(browser, (decks / f"{lesson.stem}.html").as_uri())
    links = set(page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))"))
    page.close()
    inside = {link for link in links if not link.startswith(("#", "https://"))}
    assert inside <= {path.name for path in decks.glob("*.html")}
    assert inside or lesson == deck.LESSONS[-1]


def test_one_key_goes_through_all_slides(decks, browser):
    lesson = deck.LESSONS[2]
    page, _ = slides.opened(browser, (decks / f"{lesson.stem}.html").as_uri())
    for _ in range(len(pieces.slides(read(lesson))) - 1):
        assert not page.evaluate("Reveal.isLastSlide()")
        page.keyboard.press("ArrowRight")
    assert page.evaluate("Reveal.isLastSlide()")
    page.close()


def test_the_speaker_view_shows_the_notes_and_a_timer(decks, browser):
    page, complaints = slides.opened(browser, (decks / "01_rounding.html").as_uri())
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    view, lesson = popup.value, deck.LESSONS[1]
    title, heading = headings(lesson)[:2]
    now = "section.present > section.present aside strong >> nth=0"
    shown = view.locator(".speaker-controls-notes .value")
    expect(shown).to_contain_text(title)
    page.bring_to_front()
    while title == page.text_content(now):
        page.keyboard.press("Space")
    expect(shown).to_contain_text(heading)
    said = re.search(r"\*\*Say:\*\* (.{20})", notes.sections(deck.notes_of(lesson))[heading])[1]
    expect(shown).to_contain_text(said)
    assert re.fullmatch(r"\d\d:\d\d:\d\d", "".join(view.inner_text(".speaker-controls-time .timer").split()))
    view.close()
    page.close()
    assert complaints == []


def test_a_deck_prints_a_page_for_each_slide(decks, browser):
    lesson = deck.LESSONS[0]
    page, _ = slides.opened(browser, (decks / f"{lesson.stem}.html").as_uri() + "?print-pdf")
    page.wait_for_selector(".pdf-page")
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == len(pieces.slides(read(lesson)))


# ---- broken copies ------------------------------------------------------------------------------------

BROKEN = {
    "too much text": ("</h1>", "</h1>" + "<p>One line more.</p>" * 20, "needs scrolling"),
    "too wide": ("</h1>", "</h1><pre>" + "wide " * 40 + "</pre>", "reaches beyond the slide|needs scrolling"),
    "small letters": ("</h1>", "</h1><p style='font-size: 12px'>Small.</p>", "letters of 12 px"),
    "small code": ("</h1>", "</h1><pre style='font-size: 14px'>x = 1</pre>", "letters of 14 px"),
    "a formula left raw": ("</h1>", "</h1><p>$<b>x</b>$ and \\frac{1}{2}</p>", "not rendered"),
    "a picture without words": (
        "</h1>",
        "</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "picture",
    ),
    "an outside request": (
        "</h1>",
        "</h1><img alt='x' src='https://example.org/x.png'>",
        "leaves the machine",
    ),
    "an error": ("</body>", "<script>null.x</script></body>", "an error in the page"),
    "faint letters": ("</h1>", "</h1><p style='color: #ccc'>Faint.</p>", "color-contrast"),
    "an overlap": (
        "</h1>",
        "</h1></div></div></div><p style='margin-top: -80px'>Over.</p><div><div><div>",
        "overlap",
    ),
    "no reveal.js": ("reveal.js/dist/reveal.js", "reveal.js/dist/nothing.js", "does not start"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_deck_is_seen(what, decks, browser):
    old, new, problem = BROKEN[what]
    whole = (decks / "00_start_here.html").read_text(encoding="utf-8")
    assert old in whole
    copy = decks / "broken.html"
    copy.write_text(whole.replace(old, new, 1), encoding="utf-8")
    axe = (vendor.unpacked("axe-core@4.14.1", deck.CACHE) / "axe.min.js").read_text(encoding="utf-8")
    browser.set_default_timeout(3_000 if what == "no reveal.js" else 30_000)
    _, found = slides.problems(browser, copy.as_uri(), lambda page: slides.serious(page, axe))
    browser.set_default_timeout(30_000)
    copy.unlink()
    assert any(re.search(problem, complaint) for complaint in found), found


def test_a_package_with_another_checksum_is_refused(tmp_path, monkeypatch):
    if not shutil.which("npm"):
        assert not os.environ.get("CI"), "CI needs npm"
        pytest.skip("npm is not installed")
    monkeypatch.setitem(vendor.PACKAGES, "mathjax@3.2.2", ("sha512-AAAA", "Apache-2.0"))
    with pytest.raises(
        ValueError, match=r"mathjax@3\.2\.2 must have the checksum sha512-AAAA, got sha512-Bt"
    ):
        vendor.unpacked("mathjax@3.2.2", tmp_path)
