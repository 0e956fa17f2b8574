/* The search page. Served, it asks Pagefind; from disk, where modules cannot load, it reads a list of all records.
   The query is folded by the table that folded the index (sitegen/fold.py). Nothing is ever written as markup. */
"use strict";

(() => {
  const MOST = 30;
  const FIRST = 4; // each result of Pagefind is a file of its own: these are shown while the others come
  const form = document.getElementById("search");
  const input = document.getElementById("q");
  const status = document.getElementById("status");
  const list = document.getElementById("results");
  const table = JSON.parse(document.getElementById("fold").textContent);
  const lang = document.documentElement.lang;
  const facets = [...form.querySelectorAll("select")];
  let engine;
  let turn = 0;
  let asked = ""; // what the list shows or waits for: to press Enter while results come must not begin anew

  const fold = (text) => {
    let folded = "";
    for (const letter of text.normalize("NFKC").toLowerCase()) folded += letter in table ? table[letter] : letter;
    if (lang !== "vi") folded = folded.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    return folded.replace(/\s+/g, " ").trim();
  };

  const chosen = () => Object.fromEntries(facets.filter((f) => f.value).map((f) => [f.name, f.value]));

  const withPagefind = async () => {
    const pagefind = await import(new URL(form.dataset.root + "pagefind/pagefind.js", document.baseURI).href);
    await pagefind.init();
    return async (query, filters) => {
      const found = await pagefind.search(query || null, { filters });
      const read = async (from, to) => {
        const shown = await Promise.all(found.results.slice(from, to).map((result) => result.data()));
        return shown.map(({ meta }) => ({ path: meta.path, title: meta.title, note: meta.note, names: meta.names }));
      };
      const rest = read(FIRST, MOST);
      return { count: found.results.length, rows: await read(0, FIRST), rest };
    };
  };

  const withRecords = async () => {
    await new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = form.dataset.disk;
      script.onload = done;
      script.onerror = fail;
      document.head.append(script);
    });
    const records = window.sitegenRecords;
    return async (query, filters) => {
      const words = query.split(" ").filter(Boolean);
      const found = records.filter((r) =>
        words.every((word) => r[5].includes(word)) &&
        (!filters.kind || r[6] === filters.kind) &&
        (!filters.language || r[7].split("|").includes(filters.language)) &&
        (!filters.country || r[8].split("|").includes(filters.country)) &&
        (!filters.year || r[9] === filters.year));
      const rank = (r) => (words.length && fold(r[1]).includes(words[0]) ? 0 : 2) + (r[3] === "person" ? 0 : 1);
      found.sort((a, b) => rank(a) - rank(b));
      const rows = found.slice(0, MOST).map((r) => ({ path: r[0], title: r[1], note: r[2], names: r[4] }));
      return { count: found.length, rows, rest: Promise.resolve([]) };
    };
  };

  const start = async () => {
    if (location.protocol !== "file:") {
      try {
        return await withPagefind();
      } catch (error) {
        console.warn("Pagefind did not load; the list of records serves instead.", error);
      }
    }
    return withRecords();
  };

  const matched = (names, title, query) => {
    const word = query.split(" ")[0];
    if (!word || fold(title).includes(word)) return "";
    return (names || "").split("|").find((name) => fold(name).includes(word)) || "";
  };

  const show = ({ count, rows }, query) => {
    status.textContent = count ? form.dataset.count.replace("{count}", count.toLocaleString(lang)) : form.dataset.none;
    if (location.protocol === "file:") status.textContent += ` (${form.dataset.diskNote})`;
    list.replaceChildren(...rows.map((row) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = form.dataset.root + row.path.split("/").map(encodeURIComponent).join("/");
      link.textContent = row.title;
      const note = document.createElement("small");
      note.textContent = row.note;
      item.append(link, note);
      const other = matched(row.names, row.title, query);
      if (other) {
        const also = document.createElement("small");
        const [before, after] = form.dataset.also.split("{name}");
        const name = document.createElement("bdi");
        name.textContent = other;
        also.append(before, name, after || "");
        item.append(also);
      }
      return item;
    }));
  };

  const search = async () => {
    const query = fold(input.value);
    const filters = chosen();
    const question = JSON.stringify([query, filters]);
    if (question === asked) return;
    asked = question;
    const mine = ++turn;
    if (!query && !Object.keys(filters).length) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    const found = await (await engine)(query, filters);
    if (mine === turn) show(found, query);
    const rows = [...found.rows, ...(await found.rest)];
    if (mine === turn && rows.length > found.rows.length) show({ ...found, rows }, query);
  };

  const remember = () => {
    const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    if (location.protocol !== "file:") history.replaceState(null, "", given.size ? `?${given}` : location.pathname);
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { remember(); search(); }, 100);
  };
  input.addEventListener("input", soon);
  facets.forEach((facet) => facet.addEventListener("change", soon));
  form.addEventListener("submit", (event) => { event.preventDefault(); soon(); });

  engine = start();
  const given = new URLSearchParams(location.search);
  input.value = given.get("q") || "";
  facets.forEach((facet) => { facet.value = given.get(facet.name) || ""; });
  if (input.value || facets.some((facet) => facet.value)) search();
})();
