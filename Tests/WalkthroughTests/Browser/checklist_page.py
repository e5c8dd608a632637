"""Fills in checklists' pages as reviewers do. usage: checklist_page.py SCENARIO FOLDER PAGE; exits with 1 and a sentence
where something does not hold. Downloads go to FOLDER."""

import os
import sys

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import (
    DESKTOP, PHONE, TABLET, check_accessible, check_quiet, downloaded, every, expect, load, one, open_browser, picture,
    printed_pages, wait)


def tap(browser, query):
    element = one(browser, query)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def answer(browser, row, value):
    tap(browser, row + " label." + value)


def write(browser, query, text):
    element = one(browser, query)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.send_keys(text)


def kept(browser):
    return wait(
        lambda: one(browser, "#kept [data-w], #kept p") if every(browser, "#kept p") else None, "the state to be kept")


def state(browser):
    """Everything that is filled in, as the page shows it."""
    return browser.execute_script(
        "return [].map.call(document.querySelectorAll('.walk input, .walk textarea, .walk select'), function (e) {"
        " return e.type === 'radio' ? e.checked : e.type === 'file' ? '' : e.value; }).join('|')"
        " + [].map.call(document.querySelectorAll('.photos img'), function (e) { return e.src.length; }).join(',')")


def fill_in(browser, language, folder):
    tap(browser, ".languages label[for=lang-%s]" % language)
    expect(one(browser, "h2 [lang=%s]" % language).is_displayed(), "the title is not in " + language)
    write(browser, "[data-f='reviewer.name']", "王体验")
    write(browser, "[data-f='reviewer.unit']", "市纪委监委“党风”室: #1")
    write(browser, "[data-f=place]", "市民中心\\一楼 'A' 区")
    browser.execute_script(
        "var s=document.querySelector(\"[data-f='reviewer.role']\");s.value='leader';"
        "s.dispatchEvent(new Event('change',{bubbles:true}))")
    times = every(browser, ".time")
    times[0].find_element(By.TAG_NAME, "button").click()
    times[1].find_element(By.TAG_NAME, "input").send_keys("931" + Keys.TAB)
    times[2].find_element(By.TAG_NAME, "input").send_keys("9：52" + Keys.TAB)
    for index, row in enumerate(every(browser, ".line")):
        identifier = row.get_attribute("data-line")
        answer(browser, ".line[data-line='%s']" % identifier, ["same", "differs", "untested"][index % 3])
    write(browser, ".line[data-line='material.id'] [data-p=found]", "要了身份证复印件，群众张三电话13800138000")
    write(browser, ".line[data-line='material.id'] [data-p=note]", '第一行 "引号" \\ 反斜杠\n- 第二行: 冒号 #井号')
    for row in every(browser, ".question"):
        identifier = row.get_attribute("data-ask")
        answer(browser, ".question[data-ask='%s']" % identifier, "problem" if identifier == "hall.once" else "good")
    write(browser, ".question[data-ask='hall.once'] [data-p=note]", "</script><script>window.hacked=1</script>")
    write(browser, ".extra [data-p=what]", "房东身份证复印件 110101199003077758")
    tap(browser, "[data-do=extra]")
    expect(len(every(browser, ".extra")) == 3, "no row was added")
    # A row that stays empty is none, and closes up.
    every(browser, ".extra [data-p=what]")[1].send_keys("租赁合同")
    every(browser, ".extra [data-p=what]")[2].send_keys("=1+1")
    for row, value in zip(every(browser, ".score"), [4, 3, 2, 5]):
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", row)
        row.find_elements(By.CSS_SELECTOR, ".verdict label")[value - 1].click()
    expect(one(browser, ".score .anchor").text == "", "a score without anchor shows one")
    answer(browser, ".outcome", "partly")
    write(browser, "[data-f='obstacles.hard']", "网上填报要上传十二个附件")
    write(browser, "[data-f=suggestions]", "删去平面图，改由窗口拍照")
    tap(browser, "[data-do=suggestion]")
    every(browser, "[data-f=suggestions]")[1].send_keys("no")
    every(browser, "[data-f=suggestions]")[2].send_keys("yes")
    write(browser, "[data-f=conclusion]", "材料一次讲清了，但多要一份复印件😀。")
    picture(os.path.join(folder, "ticket.png"))
    one(browser, ".line[data-line='material.id'] input[type=file]").send_keys(os.path.join(folder, "ticket.png"))
    wait(lambda: every(browser, ".line[data-line='material.id'] .photos img"), "the photograph")
    one(browser, ".line[data-line='material.id'] .photos li input").send_keys("取号单")
    size = browser.execute_script(
        "var i=document.querySelector('.photos img');return [i.naturalWidth,i.naturalHeight,i.src.slice(0,15)]")
    expect(size == [1280, 960, "data:image/jpeg"], "the photograph was not made smaller: %s" % size)


def is_kept(browser):
    wait(lambda: every(browser, "#kept p") and not every(browser, "#kept.warn"), "what is filled in to be kept")
    wait(lambda: browser.execute_script("return !document.querySelector('#kept').classList.contains('warn')"), "keeping")


def scenario_record(folder, page, language="zh"):
    browser = open_browser(PHONE, downloads=folder)
    load(browser, page)
    fill_in(browser, language, folder)
    is_kept(browser)
    before = state(browser)
    browser.refresh()
    wait(lambda: every(browser, ".photos img[src^=data]"), "the photograph after a reload")
    expect(state(browser) == before, "a reload changes what was filled in")
    count = one(browser, "#done-count").text
    expect("39" in count or "of" in count or "/" in count, "no progress: " + count)
    check_accessible(browser)
    tap(browser, "#bar [data-do=save]")
    record = downloaded(folder, ".yaml")
    tap(browser, "[data-do=copy]")
    text = one(browser, ".text textarea").get_attribute("value")
    expect('kind: "Walkthrough"' in text and "base64" not in text, "the text to copy is no record")
    with open(os.path.join(folder, "copied.txt"), "w", encoding="utf-8") as file:
        file.write(text)
    tap(browser, "[data-do=page]")
    copy = downloaded(folder, ".html", known=[os.path.basename(page)])
    expect(browser.execute_script("return window.hacked") is None, "a text ran")
    check_quiet(browser)
    load(browser, copy)
    wait(lambda: every(browser, ".photos img[src^=data]"), "the photograph in the copy")
    expect(state(browser) == before, "the copy does not show what was filled in")
    check_quiet(browser)
    browser.quit()
    print(record)
    print(copy)


def scenario_english(folder, page):
    scenario_record(folder, page, "en")


def scenario_looks(folder, page):
    for size in (PHONE, TABLET, DESKTOP):
        for dark in (False, True):
            browser = open_browser(size)
            scheme = "dark" if dark else "light"
            browser.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            load(browser, page)
            if every(browser, "#chooser a"):
                check_accessible(browser)
                tap(browser, "#chooser a")
            for language in ("zh", "en"):
                tap(browser, ".languages label[for=lang-%s]" % language)
                for row in every(browser, ".line")[:2]:
                    if row.is_displayed():
                        answer(browser, ".walk:not([hidden]) .line[data-line='%s']" % row.get_attribute("data-line"), "differs")
                check_accessible(browser)
            check_quiet(browser)
            browser.quit()


def scenario_keyboard(folder, page):
    """Fills in one line, a score and the conclusion and saves, with keys alone."""
    browser = open_browser(DESKTOP, downloads=folder)
    load(browser, page)
    keys = ActionChains(browser)

    def active():
        return browser.switch_to.active_element

    def reach(test, what, most=400):
        for _ in range(most):
            ActionChains(browser).send_keys(Keys.TAB).perform()
            if browser.execute_script("return (%s)(document.activeElement)" % test):
                return
        raise AssertionError("no key reaches " + what)

    reach("function (e) { return e.name && /^w1-r1$/.test(e.name); }", "the first answer")
    shown = browser.execute_script(
        "return getComputedStyle(document.activeElement.nextElementSibling).outlineStyle !== 'none'")
    expect(shown, "nobody sees where the keys are")
    keys.send_keys(Keys.SPACE).send_keys(Keys.ARROW_RIGHT).perform()
    expect(one(browser, ".line [value=differs]").is_selected(), "the arrow key chooses nothing")
    reach("function (e) { return e.getAttribute('data-p') === 'note'; }", "the note")
    active().send_keys("键盘")
    reach("function (e) { return !!e.closest('.score'); }", "a score")
    ActionChains(browser).send_keys(Keys.SPACE).perform()
    expect(one(browser, ".score input:checked").get_attribute("value") in "12345", "no score is chosen")
    reach("function (e) { return e.getAttribute('data-f') === 'conclusion'; }", "the conclusion")
    active().send_keys("全用键盘")
    reach("function (e) { return e.getAttribute('data-do') === 'save'; }", "the button that saves")
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    with open(downloaded(folder, ".yaml"), encoding="utf-8") as file:
        text = file.read()
    expect('"键盘"' in text and '"全用键盘"' in text and '"differs"' in text, "the record lacks what keys filled in")
    browser.quit()


def scenario_refused(folder, page):
    """No store: the page says so, and warns before what was filled in is lost."""
    browser = open_browser(PHONE, before_load="Object.defineProperty(window, 'localStorage', {get: function () {"
                           " throw new Error('refused'); }}); Object.defineProperty(window, 'indexedDB', {get: function () {"
                           " throw new Error('refused'); }});")
    load(browser, page)
    expect(every(browser, "#can .warn"), "the page does not say that nothing is kept")
    leaves = "return window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    expect(browser.execute_script(leaves), "it warns although nothing was filled in")
    answer(browser, ".line", "same")
    expect(not browser.execute_script(leaves), "it does not warn before loss")
    wait(lambda: every(browser, "#kept.warn"), "the warning in the bar")
    browser.quit()
    messenger = "Object.defineProperty(navigator, 'userAgent', {get: function () { return 'MicroMessenger/8.0'; }});"
    browser = open_browser(PHONE, before_load=messenger)
    load(browser, page)
    expect(every(browser, "#can .warn"), "the page does not say that nothing can be downloaded")
    answer(browser, ".line", "same")
    tap(browser, "#bar [data-do=save]")
    wait(lambda: 'kind: "Walkthrough"' in one(browser, ".text textarea").get_attribute("value"), "the text instead")
    browser.quit()


def scenario_hostile(folder, page):
    browser = open_browser(PHONE)
    load(browser, page)
    expect(browser.execute_script("return window.hacked") is None, "a text of a document ran")
    for link in every(browser, "a[href]"):
        expect(link.get_attribute("href").startswith(("http:", "https:", "tel:", "file:")), "a link runs something")
    answer(browser, ".line", "differs")
    check_quiet(browser)
    browser.quit()


def scenario_print(folder, *pages):
    for page in pages:
        browser = open_browser(DESKTOP)
        load(browser, page)
        for language in ("zh", "en"):
            browser.execute_script("document.getElementById('lang-%s').click()" % language)
            most = 4 if "full" in os.path.basename(page) else len(every(browser, ".walk"))
            count = printed_pages(browser)
            expect(count >= len(every(browser, ".walk")), "%s prints %d sheets only" % (page, count))
            expect(count <= most, "%s prints on %d sheets in %s" % (os.path.basename(page), count, language))
        browser.quit()


if __name__ == "__main__":
    try:
        globals()["scenario_" + sys.argv[1]](*sys.argv[2:])
    except AssertionError as fault:
        print("FAILED:", fault)
        sys.exit(1)
