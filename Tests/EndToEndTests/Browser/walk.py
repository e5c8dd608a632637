"""Walks with the pages that the program writes. usage: walk.py SCENARIO FOLDER PAGE…; exits with 1 and a sentence where
something does not hold. Downloads go to FOLDER."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "WalkthroughTests", "Browser"))

from browser import DESKTOP, PHONE, check_accessible, check_quiet, downloaded, every, expect, load, one, open_browser, \
    printed_pages, wait  # noqa: E402


def tap(browser, query):
    element = one(browser, query)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def choose(browser, query, value):
    browser.execute_script(
        "var s = document.querySelector(arguments[0]); s.value = arguments[1];"
        "s.dispatchEvent(new Event('change', {bubbles: true}))", query, value)


def note(browser, row, part, text):
    field = one(browser, "%s [data-p=%s]" % (row, part))
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", field)
    field.send_keys(text)


def scenario_walk(folder, page, verdict):
    """One walk: all lines as `verdict` says, the first one with a note; saved as a record."""
    browser = open_browser(PHONE, downloads=folder)
    load(browser, page)
    one(browser, "[data-f='reviewer.name']").send_keys("王体验")
    choose(browser, "[data-f='reviewer.role']", "leader")
    choose(browser, "[data-f=mode]", "in-person")
    choose(browser, "[data-f=channel]", "window")
    one(browser, "[data-f=place]").send_keys("市民中心一楼")
    rows = [row.get_attribute("data-line") for row in every(browser, ".line")]
    for index, identifier in enumerate(rows):
        row = ".line[data-line='%s']" % identifier
        tap(browser, row + " label." + (verdict if index == 0 else "same"))
    first = ".line[data-line='%s']" % rows[0]
    if verdict == "differs":
        note(browser, first, "found", "窗口要两份")
        note(browser, first, "note", "拿不出依据")
    for row in every(browser, ".score"):
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", row)
        row.find_elements("css selector", ".verdict label")[3].click()
    tap(browser, ".outcome label.done")
    one(browser, "[data-f=suggestions]").send_keys("按指南收一份")
    one(browser, "[data-f=conclusion]").send_keys("材料和指南对过了。")
    wait(lambda: every(browser, "#kept p") and not every(browser, "#kept.warn"), "what is filled in to be kept")
    check_accessible(browser)
    check_quiet(browser)
    tap(browser, "#bar [data-do=save]")
    print(downloaded(folder, ".yaml"))
    print(rows[0])
    browser.quit()


def scenario_print(folder, *pages):
    """Every page prints on one sheet, in both languages."""
    browser = open_browser(DESKTOP)
    longer = []
    for page in pages:
        load(browser, page)
        for language in ("zh", "en"):
            browser.execute_script("document.getElementById('lang-%s').click()" % language)
            count = printed_pages(browser)
            if count != 1:
                longer.append("%s on %d sheets in %s" % (os.path.basename(page), count, language))
        check_quiet(browser)
    browser.quit()
    expect(not longer, ", ".join(longer))


if __name__ == "__main__":
    try:
        globals()["scenario_" + sys.argv[1]](*sys.argv[2:])
    except AssertionError as fault:
        print("FAILED:", fault)
        sys.exit(1)
