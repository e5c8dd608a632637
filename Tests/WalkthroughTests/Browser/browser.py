"""What the tests of pages share: a headless Chromium, and what must hold for every page in it."""

import json
import os
import struct
import time
import zlib

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

PHONE, TABLET, DESKTOP = (360, 740), (820, 1180), (1280, 900)


def open_browser(size=PHONE, downloads=None, before_load=None):
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if downloads:
        options.add_experimental_option(
            "prefs", {"download.default_directory": downloads, "download.prompt_for_download": False})
    drivers = [path for path in ("/usr/bin/chromedriver", "/usr/local/bin/chromedriver") if os.path.exists(path)]
    service = Service(drivers[0]) if drivers else Service()
    browser = webdriver.Chrome(options=options, service=service)
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 700}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    if before_load:
        browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": before_load})
    return browser


def load(browser, path):
    browser.get("file://" + path)


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def one(browser, query):
    return browser.find_element(By.CSS_SELECTOR, query)


def every(browser, query):
    return browser.find_elements(By.CSS_SELECTOR, query)


def wait(condition, what, seconds=15):
    end = time.time() + seconds
    while time.time() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError("in vain waited for " + what)


def downloaded(folder, ending, known=()):
    def look():
        names = [name for name in os.listdir(folder) if name.endswith(ending) and name not in known]
        return names[0] if names else None

    return os.path.join(folder, wait(look, "a download that ends with " + ending))


def picture(path, width=1600, height=1200):
    """A PNG with some colours, larger than the page keeps."""
    rows = b"".join(
        b"\0" + b"".join(bytes((x * 255 // width, y * 255 // height, 120)) for x in range(width)) for y in range(height))

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    with open(path, "wb") as file:
        file.write(
            b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def check_quiet(browser):
    """No request but for the file itself, no message on the console."""
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            expect(url.startswith(("file:", "data:", "blob:")), "a request left: " + url[:200])
    talk = [entry["message"] for entry in browser.get_log("browser")]
    expect(not talk, "the console says: " + "; ".join(talk)[:400])


def check_accessible(browser):
    """Labels, contrast, sizes of what is tapped, ids, language, and that nothing is wider than the window."""
    faults = browser.execute_script(ACCESSIBILITY)
    expect(not faults, "not accessible: " + "; ".join(faults[:8]))


def printed_pages(browser):
    import base64
    import re

    answer = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(answer["data"])))


ACCESSIBILITY = r"""
var faults = [], shown = function (e) {
  var box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.display !== "none";
};
function name(e) { return e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + "." + e.className + " “" + e.textContent.trim().slice(0, 20) + "”"; }
function visibleText(e) { return (e.innerText || e.textContent || "").trim(); }
var ids = {};
[].forEach.call(document.querySelectorAll("[id]"), function (e) {
  if (ids[e.id]) faults.push("id twice: " + e.id);
  ids[e.id] = true;
});
if (!/^(zh|en)/.test(document.documentElement.lang)) faults.push("no language");
if (!document.title) faults.push("no title");
[].forEach.call(document.querySelectorAll("[aria-labelledby]"), function (e) {
  e.getAttribute("aria-labelledby").split(" ").forEach(function (id) {
    if (!document.getElementById(id)) faults.push("aria-labelledby names nothing: " + id);
  });
});
[].forEach.call(document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a[href], [role=radiogroup]"), function (e) {
  if (!e.getClientRects().length) return;
  var label = e.getAttribute("aria-label"), by = e.getAttribute("aria-labelledby");
  if (!label && by) label = by.split(" ").map(function (id) { return visibleText(document.getElementById(id)); }).join("");
  if (!label && e.labels && e.labels.length) {
    label = [].map.call(e.labels, visibleText).join("") || [].map.call(e.labels, function (l) { return shown(l) ? l.textContent : ""; }).join("");
  }
  if (!label && /BUTTON|A/.test(e.tagName)) label = visibleText(e);
  if (!label) faults.push("no label: " + name(e) + " " + (e.getAttribute("data-f") || e.getAttribute("data-p") || ""));
});
[].forEach.call(document.querySelectorAll("img"), function (e) { if (!e.hasAttribute("alt")) faults.push("no alt: " + name(e)); });
[].forEach.call(document.querySelectorAll("button, select, textarea, .f input, .verdict label, .photo, .languages label, #chooser a"), function (e) {
  if (!shown(e) || e.closest("[hidden]")) return;
  var box = e.getBoundingClientRect();
  if (box.height < 43.5 || box.width < 40) faults.push("small: " + name(e) + " " + box.width + "×" + box.height);
});
if (document.documentElement.scrollWidth > innerWidth + 1) faults.push("wider than the window");
[].forEach.call(document.querySelectorAll("main *, header *"), function (e) {
  if (!shown(e) || e.classList.contains("choice") || getComputedStyle(e).opacity === "0" || getComputedStyle(e).clip !== "auto") return;
  if (e.closest(".skip")) return;
  var box = e.getBoundingClientRect();
  if (box.right > innerWidth + 1 || box.left < -1) faults.push("cut off: " + name(e));
});
function parts(colour) { return (colour.match(/[\d.]+/g) || []).map(Number); }
function ground(e) {
  for (; e; e = e.parentElement) {
    var c = parts(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0.5) return c;
  }
  return [255, 255, 255];
}
function light(c) {
  var v = c.slice(0, 3).map(function (x) { x /= 255; return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4); });
  return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}
[].forEach.call(document.querySelectorAll("body *"), function (e) {
  if (!shown(e) || e.closest("[hidden], .choice, .skip")) return;
  var own = [].some.call(e.childNodes, function (n) { return n.nodeType === 3 && n.textContent.trim(); });
  if (!own && !/INPUT|SELECT|TEXTAREA/.test(e.tagName)) return;
  var a = light(parts(getComputedStyle(e).color)), b = light(ground(e)), ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) faults.push("contrast " + ratio.toFixed(2) + ": " + name(e));
});
return faults;
"""
