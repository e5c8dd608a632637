extension ChecklistScript {
  /// The record as YAML: every text is quoted, so that none can be anything else than text.
  static let yaml = #"""
    function quote(text) {
      var clean = text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (pair) {
        return pair.length === 2 ? pair : "\ufffd";
      });
      return JSON.stringify(clean).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, function (sign) {
        return "\\u" + ("000" + sign.charCodeAt(0).toString(16)).slice(-4);
      });
    }
    function block(value, indent) {
      if (typeof value === "number") return " " + value + "\n";
      if (typeof value === "string") return " " + quote(value) + "\n";
      var text = "\n";
      if (Array.isArray(value)) {
        value.forEach(function (element) {
          var lines = block(element, indent + "  ");
          text += indent + "-" + (lines.charAt(0) === "\n" ? " " + lines.slice(indent.length + 3) : lines);
        });
      } else {
        Object.keys(value).forEach(function (key) { text += indent + key + ":" + block(value[key], indent + "  "); });
      }
      return text;
    }
    function comment(text) { return "# " + text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]/g, " ") + "\n"; }
    function tell(walk, record, bare) {
      var side = isChinese() ? "zh" : "en", text = comment(one(walk.article, "h2 [lang=" + side + "]").textContent);
      var facts = [record.date];
      all(walk.article, ".who .ink").forEach(function (ink) { if (ink.textContent) facts.push(ink.textContent); });
      text += comment(facts.filter(function (fact, index) { return facts.indexOf(fact) === index; }).join(" · "));
      all(walk.article, ".differs input:checked, .problem input:checked").forEach(function (input) {
        var row = up(input, "row"), said = one(row, ".said");
        text += comment("✗ " + all(said, "[lang=" + side + "]").map(function (place) { return place.textContent; }).join(" ")
          + (part(row, "found") ? " → " + part(row, "found") : "") + (part(row, "note") ? " (" + part(row, "note") + ")" : ""));
      });
      (record.extra || []).forEach(function (entry) { text += comment("✗ " + entry.name + (entry.note ? " (" + entry.note + ")" : "")); });
      (record.suggestions || []).forEach(function (line) { text += comment("→ " + line); });
      if (record.conclusion) text += comment("= " + record.conclusion);
      if (bare && allPhotos(walk).length) text += comment(word("noPhotos", { n: allPhotos(walk).length }));
      return text + block(record, "").slice(1);
    }

    """#

  /// What is filled in is kept in the browser: texts in its small store, photographs in its large one.
  static let store = #"""
    var base = "guidelint-walk/" + doc.body.getAttribute("data-page") + "/" + (doc.body.getAttribute("data-copy") || "");
    var photoStore = null, waiting = [];
    function keyOf(walk) { return base + "/" + walk.article.id; }
    function openStore() {
      try {
        var request = indexedDB.open("guidelint-walks", 1);
        request.onupgradeneeded = function () { request.result.createObjectStore("photos"); };
        request.onsuccess = function () { photoStore = request.result; release(); };
        request.onerror = function (event) { event.preventDefault(); photoStore = false; release(); };
        request.onblocked = request.onerror;
      } catch (refused) { photoStore = false; }
    }
    function release() {
      var list = waiting;
      waiting = [];
      list.forEach(function (task) { task(); });
    }
    function inStore(mode, task, failed) {
      if (photoStore === null) return void waiting.push(function () { inStore(mode, task, failed); });
      try {
        if (!photoStore) throw new Error("no store");
        var change = photoStore.transaction("photos", mode);
        change.onabort = failed;
        task(change.objectStore("photos"), change);
      } catch (refused) { failed(); }
    }
    function photoKey(walk, photo) { return keyOf(walk) + "/" + photo.n; }
    function keepPhoto(walk, photo) {
      photo.kept = false;
      inStore("readwrite", function (place, change) {
        place.put(photo.data, photoKey(walk, photo));
        change.oncomplete = function () { photo.kept = true; keep(walk); };
      }, function () {
        try { localStorage.setItem(photoKey(walk, photo), photo.data); photo.kept = true; } catch (full) { photo.kept = false; }
        keep(walk);
      });
    }
    function readPhoto(walk, photo) {
      function found(data) {
        if (!data) return;
        photo.data = data;
        photo.kept = true;
        if (photo.image) photo.image.src = data;
      }
      inStore("readonly", function (place) {
        var request = place.get(photoKey(walk, photo));
        request.onsuccess = function () { found(request.result || localStorage.getItem(photoKey(walk, photo))); };
      }, function () { found(localStorage.getItem(photoKey(walk, photo))); });
    }
    function dropPhoto(walk, photo) {
      inStore("readwrite", function (place) { place["delete"](photoKey(walk, photo)); }, function () {});
      try { localStorage.removeItem(photoKey(walk, photo)); } catch (refused) { return; }
    }
    function keep(walk) {
      clearTimeout(walk.timer);
      walk.timer = 0;
      if (!walk.touched) return;
      walk.kept = false;
      if (can.keep) {
        try {
          var text = JSON.stringify({ saved: Date.now(), record: collect(walk) });
          localStorage.setItem(keyOf(walk), text);
          walk.kept = localStorage.getItem(keyOf(walk)) === text
            && allPhotos(walk).every(function (photo) { return photo.kept; });
        } catch (full) { walk.kept = false; }
      }
      walk.time = clock();
      if (walk === current) state();
    }
    function touch(walk) {
      walk.touched = true;
      walk.kept = false;
      walk.handed = false;
      clearTimeout(walk.timer);
      walk.timer = setTimeout(function () { keep(walk); }, 250);
      progress(walk);
    }
    function restore(walk) {
      var own = one(doc, "script.filled[data-walk=" + walk.article.id + "]"), best = null, stored = null;
      try { if (own) best = { saved: Number(own.getAttribute("data-saved")), record: JSON.parse(own.textContent) }; } catch (bad) { best = null; }
      try { stored = JSON.parse(localStorage.getItem(keyOf(walk))); } catch (bad) { stored = null; }
      if (stored && stored.record && (!best || stored.saved > best.saved)) {
        fill(walk, stored.record, true);
        walk.kept = true;
        walk.touched = true;
      } else if (best) {
        fill(walk, best.record, false);
        allPhotos(walk).forEach(function (photo) { photo.kept = true; });
      }
    }
    window.addEventListener("beforeunload", function (event) {
      walks.forEach(function (walk) { if (walk.timer) keep(walk); });
      var loses = walks.some(function (walk) { return walk.touched && !walk.kept && !walk.handed; });
      if (!loses) return;
      event.preventDefault();
      event.returnValue = "";
    });
    window.addEventListener("pagehide", function () { walks.forEach(function (walk) { if (walk.timer) keep(walk); }); });

    """#
}
