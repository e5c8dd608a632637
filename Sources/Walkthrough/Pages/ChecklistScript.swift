/// The script of a checklist's page. It is written in the JavaScript of 2009 with the browser interfaces of 2014, so that
/// old telephones run it: it fills a record from the controls and the controls from a record, keeps it, and hands it out.
enum ChecklistScript {
  /// SHA-256 of `text`, by which the page's policy knows it; a test computes it anew.
  static let digest = "sha256-bV7OsDmdd7V4t/rtmC2oU7gqiRWZ1+6fe3BouAK3yfE="

  /// The content of the page's `script` element.
  static let text =
    "\n(function () {\n\"use strict\";\n" + tools + record + filling + yaml + store + photos + handing + view + start
    + "})();\n"

  /// Short names, texts, and what this viewer can do.
  private static let tools = #"""
    var doc = document;
    function find(id) { return doc.getElementById(id); }
    function all(root, query) { return Array.prototype.slice.call(root.querySelectorAll(query)); }
    function one(root, query) { return root.querySelector(query); }
    function up(node, name) {
      while (node && node !== doc && !node.classList.contains(name)) node = node.parentNode;
      return node === doc ? null : node;
    }
    function isChinese() { return find("lang-zh").checked; }
    function word(key, values) {
      var text = one(find("words"), "[data-w=" + key + "] [lang=" + (isChinese() ? "zh" : "en") + "]").textContent;
      return text.replace(/\{(\w+)\}/g, function (whole, name) { return values && name in values ? values[name] : whole; });
    }
    function show(place, key, warns, values) {
      var source = one(find("words"), "[data-w=" + key + "]").cloneNode(true);
      source.removeAttribute("data-w");
      if (warns) source.className = "warn";
      all(source, "[lang]").forEach(function (part) {
        part.textContent = part.textContent.replace(/\{(\w+)\}/g, function (whole, name) {
          return values && name in values ? values[name] : whole;
        });
      });
      place.appendChild(source);
    }
    function clear(place) { while (place.firstChild) place.removeChild(place.firstChild); }
    function two(number) { return (number < 10 ? "0" : "") + number; }
    function today() {
      var now = new Date();
      return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    }
    function clock() {
      var now = new Date();
      return two(now.getHours()) + ":" + two(now.getMinutes());
    }
    function spoken(root) { return (one(root, "[lang=zh]") || root).textContent; }
    var can = { keep: false, save: false };
    try {
      localStorage.setItem("guidelint-try", "1");
      can.keep = localStorage.getItem("guidelint-try") === "1" && location.protocol !== "content:";
      localStorage.removeItem("guidelint-try");
    } catch (refused) { can.keep = false; }
    try {
      can.save = "download" in doc.createElement("a") && !!URL.createObjectURL(new Blob(["1"]))
        && !/MicroMessenger|\bQQ\/|QQTheme|DingTalk/i.test(navigator.userAgent);
    } catch (refused) { can.save = false; }

    """#

  /// A walk's record, in the order and with the fields of its schema, from what stands on the page.
  private static let record = #"""
    function put(record, path, value) {
      if (value === "" || value === null || value === undefined) return;
      var parts = path.split("."), place = record;
      for (var i = 0; i < parts.length - 1; i += 1) place = place[parts[i]] = place[parts[i]] || {};
      place[parts[parts.length - 1]] = value;
    }
    function field(walk, path) {
      var control = one(walk.article, "[data-f=\"" + path + "\"]");
      return control ? control.value.trim() : "";
    }
    function picked(row) {
      var chosen = one(row, "input[type=radio]:checked");
      return chosen ? chosen.value : "";
    }
    function part(row, name) {
      var control = one(row, "[data-p=" + name + "]");
      return control ? control.value.trim() : "";
    }
    function photosOf(row) { return row.photoList || (row.photoList = []); }
    function fileOf(record, photo) { return "evidence/" + record.id + "/" + photo.n + ".jpg"; }
    function isEmpty(entry) {
      return !entry.name && !entry.found && !entry.result && !entry.note && !entry.evidence;
    }
    function files(record, row, entry, bare) {
      var list = photosOf(row).map(function (photo) { return fileOf(record, photo); });
      if (list.length && !bare) entry.evidence = list;
    }
    function collect(walk, bare) {
      var article = walk.article, record = { kind: "Walkthrough" }, date = field(walk, "date") || today();
      record.id = date + "-" + article.getAttribute("data-document") + "-1";
      record[article.getAttribute("data-field")] = article.getAttribute("data-document");
      put(record, "variant", field(walk, "variant"));
      if (article.hasAttribute("data-version")) record.guideVersion = Number(article.getAttribute("data-version"));
      put(record, "round", article.getAttribute("data-round"));
      record.date = date;
      ["mode", "persona", "reviewer.name", "reviewer.role", "reviewer.unit", "channel", "place", "times.ticket",
        "times.called", "times.accepted", "times.left"].forEach(function (path) { put(record, path, field(walk, path)); });
      record.lines = all(article, ".line").map(function (row) {
        var entry = { id: row.getAttribute("data-line"), about: spoken(one(row, ".said b")) }, written = one(row, ".written");
        if (written) entry.written = spoken(written);
        put(entry, "found", part(row, "found"));
        put(entry, "result", picked(row));
        put(entry, "note", part(row, "note"));
        files(record, row, entry, bare);
        return entry;
      }).filter(function (entry) { return !isEmpty(entry); });
      record.extra = all(article, ".extra").map(function (row) {
        var entry = {};
        put(entry, "name", part(row, "what"));
        put(entry, "note", part(row, "note"));
        files(record, row, entry, bare);
        if (!isEmpty(entry) && !entry.name) entry.name = "?";
        return entry;
      }).filter(function (entry) { return !isEmpty(entry); });
      record.answers = all(article, ".question").map(function (row) {
        var entry = { id: row.getAttribute("data-ask"), ask: spoken(one(row, ".said")) };
        put(entry, "result", picked(row));
        put(entry, "note", part(row, "note"));
        files(record, row, entry, bare);
        return entry;
      }).filter(function (entry) { return !isEmpty(entry); });
      all(article, ".score").forEach(function (row) {
        if (picked(row)) put(record, "scores." + row.getAttribute("data-score"), Number(picked(row)));
      });
      put(record, "outcome", picked(one(article, ".outcome")));
      ["cannot", "hard", "refused"].forEach(function (name) { put(record, "obstacles." + name, field(walk, "obstacles." + name)); });
      record.suggestions = all(article, "[data-f=suggestions]").map(function (control) { return control.value.trim(); })
        .filter(function (text) { return text !== ""; });
      put(record, "conclusion", field(walk, "conclusion"));
      record.evidence = bare ? [] : allPhotos(walk).map(function (photo) {
        var entry = { file: fileOf(record, photo) };
        put(entry, "caption", photo.caption);
        put(entry, "taken", photo.taken);
        return entry;
      });
      ["lines", "extra", "answers", "suggestions", "evidence"].forEach(function (name) {
        if (!record[name].length) delete record[name];
      });
      return record;
    }
    function allPhotos(walk) {
      return all(walk.article, ".row").reduce(function (list, row) { return list.concat(photosOf(row)); }, []);
    }
    function withPhotos(walk, record) {
      var list = allPhotos(walk).filter(function (photo) { return photo.data; });
      if (list.length) {
        record["x-photos"] = list.map(function (photo) { return { file: fileOf(record, photo), data: photo.data }; });
      }
      return record;
    }

    """#

  /// The controls, from a record.
  private static let filling = #"""
    function set(control, value) {
      if (!control) return;
      control.value = value;
      if (control.value !== value && control.tagName === "SELECT") control.value = "";
    }
    function pick(row, value) {
      all(row, "input[type=radio]").forEach(function (input) { input.checked = input.value === String(value); });
    }
    function at(record, path) {
      return path.split(".").reduce(function (place, name) { return place ? place[name] : undefined; }, record);
    }
    function enough(walk, query, count) {
      var list = all(walk.article, query);
      while (list.length < count) list.push(more(list[list.length - 1]));
      return list;
    }
    function more(row) {
      var copy = row.cloneNode(true);
      copy.setAttribute("data-added", "");
      copy.photoList = [];
      all(copy, "textarea").forEach(function (control) { control.value = ""; control.style.height = ""; });
      all(copy, ".ink").forEach(clear);
      all(copy, ".photos ul").forEach(clear);
      row.parentNode.appendChild(copy);
      return copy;
    }
    function fill(walk, record, stored) {
      var article = walk.article, known = {};
      all(article, "[data-f]").forEach(function (control) {
        var value = at(record, control.getAttribute("data-f"));
        if (typeof value === "string" && "value" in control) set(control, value);
      });
      function row(query, entry) {
        var place = all(article, query).filter(function (row) {
          return (row.getAttribute("data-line") || row.getAttribute("data-ask")) === entry.id;
        })[0];
        if (place) fillRow(place, entry);
      }
      function fillRow(place, entry) {
        ["found", "note"].forEach(function (name) { set(one(place, "[data-p=" + name + "]"), entry[name] || ""); });
        set(one(place, "[data-p=what]"), entry.name || "");
        if (entry.result) pick(place, entry.result);
        (entry.evidence || []).forEach(function (file) { known[file] = place; });
      }
      (record.lines || []).forEach(function (entry) { row(".line", entry); });
      (record.answers || []).forEach(function (entry) { row(".question", entry); });
      var extras = enough(walk, ".extra", (record.extra || []).length);
      (record.extra || []).forEach(function (entry, index) { fillRow(extras[index], entry); });
      all(article, ".score").forEach(function (place) { pick(place, at(record, "scores." + place.getAttribute("data-score"))); });
      pick(one(article, ".outcome"), record.outcome);
      var list = record.suggestions || [];
      enough(walk, ".suggestions li", list.length).forEach(function (place, index) {
        set(one(place, "textarea"), list[index] || "");
      });
      var data = {};
      (record["x-photos"] || []).forEach(function (photo) { data[photo.file] = photo.data; });
      (record.evidence || []).forEach(function (entry) {
        var number = /(\d+)\.jpg$/.exec(entry.file);
        if (!number) return;
        var photo = { n: Number(number[1]), caption: entry.caption || "", taken: entry.taken, data: data[entry.file] };
        walk.last = Math.max(walk.last, photo.n);
        addPhoto(walk, known[entry.file] || one(article, ".evidence"), photo);
        if (!photo.data && stored) readPhoto(walk, photo);
      });
    }

    """#
}
