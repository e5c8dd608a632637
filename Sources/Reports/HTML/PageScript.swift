/// The script of the HTML page: it filters, opens the card of a rule in place, and names what style sheets cannot switch.
enum PageScript {
  /// SHA-256 of `text`, by which the page's policy knows it; a test computes it anew.
  static let digest = "sha256-AE17jh+HoJV3HTVaCTZqrVZWbBJ7BzjgUzGIJxxa8yY="

  /// The content of the page's `script` element.
  static let text = "\n(() => {\n\"use strict\";\n" + language + filter + cards + "})();\n"

  /// The page's language, its title and the options of the filter follow the switch.
  private static let language = #"""
    const find = id => document.getElementById(id);
    const title = document.querySelector("title");
    const form = find("filter");
    const speak = () => {
      const language = find("lang-en").checked ? "en" : "zh";
      document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
      document.title = title.dataset[language];
      for (const option of document.querySelectorAll("option[data-zh]")) option.textContent = option.dataset[language];
    };
    for (const choice of document.querySelectorAll(".choice")) choice.addEventListener("change", speak);
    speak();
    if (!form) return;

    """#

  /// The filter knows each finding's document, rule, severity and state from the page itself.
  private static let filter = #"""
    const fields = form.elements;
    const groups = Array.from(document.querySelectorAll(".doc"), section => {
      const department = section.querySelector(".dept");
      return {
        section,
        department: department ? department.textContent : "",
        heading: section.querySelector("header").textContent.toLowerCase(),
        rows: Array.from(section.querySelector("ol").children, row => ({
          row,
          rule: row.querySelector("a").textContent,
          severity: row.className[0],
          state: row.className[2] || "f",
          text: null,
        })),
      };
    });
    const offer = (select, counts) => {
      const names = Array.from(counts.keys()).filter(name => name !== "");
      names.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
      for (const name of names) select.add(new Option(name + " (" + counts.get(name) + ")", name));
      select.disabled = names.length < 2;
    };
    const departments = new Map(), rules = new Map();
    for (const group of groups) {
      departments.set(group.department, (departments.get(group.department) || 0) + group.rows.length);
      for (const { rule } of group.rows) rules.set(rule, (rules.get(rule) || 0) + 1);
    }
    offer(fields.department, departments);
    offer(fields.rule, rules);
    const has = (group, entry, words) => {
      if (entry.text === null) entry.text = group.heading + " " + entry.row.textContent.toLowerCase();
      return words.every(word => entry.text.includes(word));
    };
    const apply = () => {
      const department = fields.department.value, rule = fields.rule.value;
      const severity = fields.severity.value, state = fields.state.value;
      const words = fields.words.value.toLowerCase().split(/\s+/).filter(word => word !== "");
      let shown = 0;
      for (const group of groups) {
        let count = 0;
        const wanted = department === "" || group.department === department;
        for (const entry of group.rows) {
          const visible = wanted && (rule === "" || entry.rule === rule) && (severity === "" || entry.severity === severity)
            && (state === "" || entry.state === state) && (words.length === 0 || has(group, entry, words));
          entry.row.hidden = !visible;
          if (visible) count += 1;
        }
        group.section.hidden = count === 0;
        shown += count;
      }
      for (const number of form.querySelectorAll("output code")) number.textContent = shown;
      find("nothing").hidden = shown > 0;
    };
    let pending = 0;
    form.addEventListener("input", () => { clearTimeout(pending); pending = setTimeout(apply, 120); });
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", event => event.preventDefault());
    form.hidden = false;
    apply();

    """#

  /// A finding opens and closes the card of its rule below itself; a card leads to its findings.
  private static let cards = #"""
    for (const card of document.querySelectorAll("#rules .rule")) {
      const button = find("only").content.firstElementChild.cloneNode(true);
      button.addEventListener("click", () => {
        form.reset();
        fields.rule.value = card.dataset.rule;
        setTimeout(apply);
        find("findings").scrollIntoView();
        fields.rule.focus({ preventScroll: true });
      });
      card.append(button);
    }
    find("findings").addEventListener("click", event => {
      const link = event.target.closest(".doc>ol>li>a[href]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const row = link.parentElement;
      const open = row.querySelector(":scope>.rule");
      link.setAttribute("aria-expanded", String(!open));
      if (open) return open.remove();
      const card = find(link.getAttribute("href").slice(1)).cloneNode(true);
      card.removeAttribute("id");
      card.querySelector(".only").remove();
      row.append(card);
    });

    """#
}
