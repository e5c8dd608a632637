extension ChecklistScript {
  /// Photographs: made smaller until a record can hold two dozen of them.
  static let photos = #"""
    var side = 1280, most = 24, bytes = 10 << 20;
    function addPhoto(walk, row, photo) {
      var item = doc.createElement("li"), image = doc.createElement("img"), label = doc.createElement("label");
      var input = doc.createElement("input"), name = doc.createElement("span"), remove = doc.createElement("button");
      item.setAttribute("data-added", "");
      image.alt = "";
      if (photo.data) image.src = photo.data;
      photo.image = image;
      name.className = "name";
      show(name, "caption");
      input.type = "text";
      input.value = photo.caption;
      input.addEventListener("input", function () { photo.caption = input.value.trim(); touch(walk); });
      label.appendChild(name);
      label.appendChild(input);
      remove.type = "button";
      remove.className = "danger";
      show(remove, "removePhoto");
      remove.addEventListener("click", function () {
        photosOf(row).splice(photosOf(row).indexOf(photo), 1);
        item.parentNode.removeChild(item);
        dropPhoto(walk, photo);
        touch(walk);
      });
      [image, label, remove].forEach(function (part) { item.appendChild(part); });
      photosOf(row).push(photo);
      one(row, ".photos ul").appendChild(item);
      open(row);
    }
    function takePhoto(walk, row, file) {
      var place = one(row, ".photos ul"), reader = new FileReader();
      function fail(key) {
        var item = doc.createElement("li");
        item.setAttribute("data-added", "");
        show(item, key, false);
        item.firstChild.className = "warn";
        place.appendChild(item);
        setTimeout(function () { if (item.parentNode) item.parentNode.removeChild(item); }, 8000);
      }
      var used = allPhotos(walk).reduce(function (sum, photo) { return sum + (photo.data ? photo.data.length : 0); }, 0);
      if (allPhotos(walk).length >= most || used > bytes) return fail("photoFull");
      reader.onerror = function () { fail("photoBad"); };
      reader.onload = function () {
        var image = new Image();
        image.onerror = function () { fail("photoBad"); };
        image.onload = function () {
          var scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
          var canvas = doc.createElement("canvas"), data = "";
          canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
          canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
          var pen = canvas.getContext("2d");
          pen.fillStyle = "#fff";
          pen.fillRect(0, 0, canvas.width, canvas.height);
          pen.drawImage(image, 0, 0, canvas.width, canvas.height);
          for (var quality = 0.8; quality > 0.3; quality -= 0.12) {
            data = canvas.toDataURL("image/jpeg", quality);
            if (data.length < 400000) break;
          }
          if (data.indexOf("data:image/jpeg") !== 0) return fail("photoBad");
          walk.last += 1;
          var photo = { n: walk.last, caption: "", taken: clock(), data: data };
          addPhoto(walk, row, photo);
          touch(walk);
          keepPhoto(walk, photo);
        };
        image.src = reader.result;
      };
      reader.readAsDataURL(file);
    }

    """#

  /// The ways out of the page.
  static let handing = #"""
    function hand(name, type, text) {
      var link = doc.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
      link.download = name;
      link.style.display = "none";
      doc.body.appendChild(link);
      link.click();
      setTimeout(function () { doc.body.removeChild(link); URL.revokeObjectURL(link.href); }, 60000);
    }
    function say(walk, key, values) {
      var place = one(walk.article, ".said-done");
      clear(place);
      if (key) show(place, key, false, values);
    }
    function handed(walk, name) {
      walk.handed = true;
      say(walk, "saved", { name: name });
      state();
    }
    function saveRecord(walk) {
      if (!can.save) return copyText(walk);
      var record = withPhotos(walk, collect(walk)), name = record.id + ".yaml";
      hand(name, "text/yaml", tell(walk, record));
      handed(walk, name);
    }
    function copyText(walk) {
      var place = one(walk.article, ".text"), area = one(place, "textarea"), done = false;
      area.value = tell(walk, collect(walk, true), true);
      place.hidden = false;
      area.focus();
      area.select();
      try { area.setSelectionRange(0, area.value.length); done = doc.execCommand("copy"); } catch (refused) { done = false; }
      say(walk, done ? "copied" : "copyByHand");
      area.scrollIntoView();
    }
    function savePage(walk) {
      walks.forEach(inkAll);
      var root = doc.documentElement.cloneNode(true), body = one(root, "body");
      all(root, "script.filled, [data-added]").forEach(function (node) { node.parentNode.removeChild(node); });
      all(root, "#can, #kept, #done-count, .said-done, .anchor, .count").forEach(clear);
      all(root, ".text").forEach(function (place) { place.hidden = true; });
      all(root, "[style]").forEach(function (node) { node.removeAttribute("style"); });
      // What is typed is no attribute of a control: a viewer without script shows the attributes.
      var from = all(doc, "input, textarea, option").filter(function (node) { return !inAdded(node); });
      var into = all(root, "input, textarea, option");
      from.forEach(function (node, index) {
        var copy = into[index];
        if (node.tagName === "TEXTAREA") copy.textContent = node.readOnly ? "" : node.value;
        else if (node.tagName === "OPTION") flag(copy, "selected", node.selected);
        else if (node.type === "radio") flag(copy, "checked", node.checked);
        else if (node.type !== "file") copy.setAttribute("value", node.value);
      });
      body.setAttribute("data-copy", Date.now().toString(36) + Math.random().toString(36).slice(2, 8));
      one(root, "#bar").hidden = true;
      all(root, ".walk, #chooser").forEach(function (node) { node.hidden = false; node.classList.remove("later"); });
      var last = one(root, "body>script:not(.filled)");
      walks.forEach(function (walk) {
        if (!walk.touched && !one(doc, "script.filled[data-walk=" + walk.article.id + "]")) return;
        var holder = doc.createElement("script");
        holder.type = "application/json";
        holder.className = "filled";
        holder.setAttribute("data-walk", walk.article.id);
        holder.setAttribute("data-saved", String(Date.now()));
        holder.textContent = quoted(withPhotos(walk, collect(walk)));
        last.parentNode.insertBefore(holder, last);
      });
      var name = collect(walk).id + ".html";
      hand(name, "text/html", "<!DOCTYPE html>\n" + root.outerHTML);
      walks.forEach(function (walk) { walk.handed = true; });
      handed(walk, name);
    }
    // JSON that is YAML too, and ends no script.
    function quoted(value) {
      if (typeof value === "number") return String(value);
      if (typeof value === "string") return quote(value).replace(/[<>&]/g, function (sign) { return "\\u00" + sign.charCodeAt(0).toString(16); });
      if (Array.isArray(value)) return "[" + value.map(quoted).join(", ") + "]";
      return "{" + Object.keys(value).map(function (key) { return quote(key) + ": " + quoted(value[key]); }).join(", ") + "}";
    }
    function inAdded(node) {
      while (node && node.getAttribute) { if (node.hasAttribute("data-added")) return true; node = node.parentNode; }
      return false;
    }
    function flag(node, name, isSet) { if (isSet) node.setAttribute(name, ""); else node.removeAttribute(name); }

    """#

  /// What is seen: progress, which checklist, what is printed.
  static let view = #"""
    function counted(walk) {
      var article = walk.article, total = 0, done = 0;
      all(article, "[role=radiogroup]").forEach(function (group) { total += 1; if (picked(group)) done += 1; });
      ["suggestions", "conclusion"].forEach(function (name) {
        total += 1;
        if (all(article, "[data-f=" + name + "]").some(function (control) { return control.value.trim() !== ""; })) done += 1;
      });
      return { done: done, total: total };
    }
    function progress(walk) {
      var count = counted(walk), index = walks.indexOf(walk), places = all(doc, "#chooser .count");
      if (places[index]) { clear(places[index]); show(places[index], "done", false, { n: count.done, all: count.total }); }
      if (walk !== current) return;
      var meter = one(find("bar"), ".progress");
      meter.setAttribute("aria-valuemax", String(count.total));
      meter.setAttribute("aria-valuenow", String(count.done));
      one(meter, "i").style.width = 100 * count.done / count.total + "%";
      clear(find("done-count"));
      show(find("done-count"), "done", false, { n: count.done, all: count.total });
    }
    function state() {
      var place = find("kept"), walk = current;
      clear(place);
      place.classList.remove("warn");
      if (!walk || !walk.touched || walk.timer || walk.handed && !walk.kept) return;
      if (walk.kept) return show(place, "kept", false, { time: walk.time || "" });
      place.classList.add("warn");
      show(place, "lost");
    }
    function open(row) { if (row.classList.contains("brief")) row.classList.remove("brief"); }
    function brief(row) {
      if (!row.classList.contains("line") && !row.classList.contains("question")) return;
      var value = picked(row), wants = value === "differs" || value === "problem" || row.isOpen;
      var has = part(row, "found") || part(row, "note") || photosOf(row).length;
      row.classList.toggle("brief", !wants && !has);
    }
    function grow(control) {
      if (control.tagName !== "TEXTAREA" || !control.offsetParent) return;
      control.style.height = "auto";
      control.style.height = control.scrollHeight + 2 + "px";
    }
    function inkOf(control) {
      var ink = control.parentNode && one(control.parentNode, ".ink");
      if (!ink) return;
      var option = control.tagName === "SELECT" && control.selectedIndex > 0 ? control.options[control.selectedIndex] : null;
      ink.textContent = control.tagName === "SELECT" ? (option ? option.textContent : "") : control.value;
    }
    function inkAll(walk) { all(walk.article, "input, textarea, select").forEach(inkOf); }
    function anchor(row) {
      var chosen = one(row, "input:checked"), place = one(row, ".anchor");
      if (!place) return;
      var text = chosen && chosen.parentNode.getAttribute(isChinese() ? "data-zh" : "data-en");
      place.textContent = text ? chosen.value + " = " + text : "";
    }
    function speak() {
      var name = isChinese() ? "zh" : "en", title = one(doc, "title");
      doc.documentElement.lang = isChinese() ? "zh-Hans" : "en";
      doc.title = title.getAttribute("data-" + name);
      all(doc, "option[data-zh]").forEach(function (option) { option.textContent = option.getAttribute("data-" + name); });
      all(doc, "optgroup").forEach(function (group) { group.label = group.getAttribute("data-" + name); });
      all(doc, ".score").forEach(anchor);
      walks.forEach(inkAll);
    }
    function choose() {
      var chosen = walks.filter(function (walk) { return location.hash === "#" + walk.article.id; })[0];
      current = walks.length === 1 ? walks[0] : chosen || null;
      // The list of several stands alone on the screen, but what is printed from it are the checklists.
      walks.forEach(function (walk) {
        walk.article.hidden = current !== null && walk !== current;
        walk.article.classList.toggle("later", current === null);
      });
      if (find("chooser")) find("chooser").hidden = current !== null;
      find("bar").hidden = !current;
      one(find("bar"), "[data-do=all]").hidden = walks.length === 1;
      if (!current) return;
      all(current.article, "textarea").forEach(grow);
      progress(current);
      state();
      window.scrollTo(0, 0);
    }

    """#
}
