extension ChecklistScript {
  /// Everything gets its work.
  static let start = #"""
    var current = null;
    var walks = all(doc, ".walk").map(function (article) {
      return { article: article, last: 0, touched: false, kept: false, handed: false, timer: 0 };
    });
    function walkOf(node) {
      var article = up(node, "walk");
      return walks.filter(function (walk) { return walk.article === article; })[0] || current;
    }
    function tidyTime(control) {
      var digits = control.value.replace(/[^0-9]/g, "");
      if (digits.length === 3) digits = "0" + digits;
      if (/^([01][0-9]|2[0-3])[0-5][0-9]$/.test(digits)) control.value = digits.slice(0, 2) + ":" + digits.slice(2);
      else if (control.value.trim() === "") control.value = "";
      else { control.value = ""; clear(find("kept")); show(find("kept"), "timeBad"); find("kept").classList.add("warn"); return false; }
      return true;
    }
    function wipe(walk) {
      if (!window.confirm(word("clearSure"))) return;
      allPhotos(walk).forEach(function (photo) { dropPhoto(walk, photo); });
      all(walk.article, ".row").forEach(function (row) { row.photoList = []; row.isOpen = false; });
      all(walk.article, "[data-added]").forEach(function (node) { if (node.parentNode) node.parentNode.removeChild(node); });
      all(walk.article, "input[type=radio]").forEach(function (input) { input.checked = false; });
      all(walk.article, "textarea, input[type=text], input[type=date]").forEach(function (control) {
        control.value = control.defaultValue;
        if (doc.body.hasAttribute("data-copy")) control.value = "";
      });
      all(walk.article, ".row").forEach(brief);
      all(walk.article, ".score").forEach(anchor);
      inkAll(walk);
      say(walk, null);
      touch(walk);
    }
    var work = {
      now: function (walk, button) {
        var control = one(button.parentNode, "input");
        control.value = clock();
        inkOf(control);
        touch(walk);
      },
      extra: function (walk) { one(more(all(walk.article, ".extra").pop()), "textarea").focus(); },
      suggestion: function (walk) { one(more(all(walk.article, ".suggestions li").pop()), "textarea").focus(); },
      open: function (walk, button) {
        var row = up(button, "row");
        row.isOpen = true;
        brief(row);
        one(row, "textarea").focus();
      },
      save: saveRecord,
      copy: copyText,
      page: savePage,
      print: function () { window.print(); },
      clear: wipe,
      all: function () { location.hash = ""; }
    };
    doc.addEventListener("click", function (event) {
      var node = event.target;
      while (node && node !== doc && !(node.getAttribute && node.getAttribute("data-do"))) node = node.parentNode;
      if (!node || node === doc) return;
      var action = work[node.getAttribute("data-do")], walk = walkOf(node);
      if (action && (walk || node.getAttribute("data-do") === "all")) action(walk, node);
    });
    doc.addEventListener("input", function (event) {
      var control = event.target;
      if (!up(control, "walk") || control.type === "file" || control.readOnly || up(control, "photos")) return;
      inkOf(control);
      grow(control);
      touch(walkOf(control));
    });
    doc.addEventListener("change", function (event) {
      var control = event.target, walk = up(control, "walk") ? walkOf(control) : null;
      if (control.classList.contains("choice")) return speak();
      if (!walk) return;
      if (control.type === "file") {
        if (control.files[0]) takePhoto(walk, up(control, "row"), control.files[0]);
        control.value = "";
        return;
      }
      if (up(control, "photos")) return;
      var isTime = /^times\./.test(control.getAttribute("data-f") || ""), isFine = !isTime || tidyTime(control);
      if (control.type === "radio") {
        var row = up(control, "row");
        if (row) { brief(row); all(row, "textarea").forEach(grow); }
        if (up(control, "score")) anchor(up(control, "score"));
      }
      inkOf(control);
      touch(walk);
      if (!isFine) walk.time = "";
    });
    all(doc, ".line, .question").forEach(function (row) {
      var button = doc.createElement("button");
      button.type = "button";
      button.className = "open";
      button.setAttribute("data-do", "open");
      button.setAttribute("data-added", "");
      show(button, "openRow");
      row.insertBefore(button, one(row, ".photos"));
    });
    openStore();
    walks.forEach(function (walk) {
      restore(walk);
      var date = one(walk.article, "[data-f=date]");
      if (date && !date.value) date.value = today();
      all(walk.article, ".row").forEach(brief);
      inkAll(walk);
      progress(walk);
    });
    if (!can.save) show(find("can"), "cannotSave", true);
    if (!can.keep) show(find("can"), "cannotKeep", true);
    if (can.save && can.keep) show(find("can"), "canBoth");
    all(doc, ".choice").forEach(function (choice) { choice.addEventListener("change", function () { walks.forEach(inkAll); }); });
    window.addEventListener("hashchange", choose);
    speak();
    choose();

    """#
}
