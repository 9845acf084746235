// What somebody writes, from the page to the store, with nothing lost on the way (the contract is
// told in pages/parts/writing/__init__.py). A post stays in this window's own memory until the server
// has said that it is kept or refused; it has an id from here, so it may be sent as often as need be.
(() => {
  const MOST = 50;
  const LARGEST = 40_000;
  const PATIENCE = 4_000;
  const LONGEST_WAIT = 30_000;

  let who = "";
  let isIn = false;
  let tell;
  let underway = new Set();
  let timer;
  let wait = PATIENCE;
  let state = "";
  let says = "";

  const memory = {
    read: (key, otherwise) => {
      try {
        return JSON.parse(sessionStorage.getItem(key)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    // Where nothing can be remembered, what is written is sent all the same.
    write: (key, value) => {
      try {
        if (value === undefined) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        unkept.set(key, value);
      }
    },
  };
  const unkept = new Map();
  const queue = () => unkept.get(`skriving:${who}`) ?? memory.read(`skriving:${who}`, []);
  const setQueue = (posts) => memory.write(`skriving:${who}`, posts.length ? posts : undefined);

  // ---- Sending ----

  const batch = () => {
    let size = 0;
    const fits = (post) => (size += JSON.stringify(post).length) < LARGEST;
    const [first, ...rest] = queue().slice(0, MOST);
    if (!first) return [];
    fits(first);
    const end = rest.findIndex((post) => !fits(post));
    return [first, ...(end < 0 ? rest : rest.slice(0, end))];
  };

  const pump = () => {
    clearTimeout(timer);
    const posts = batch();
    if (!posts.length) return;
    if (!isIn || !tell) return show(isIn ? "venter" : "ute");
    show("lagrer");
    underway = new Set(posts.map(({ id }) => id));
    tell("skrevet", posts);
    // No answer is no news: the connection may be gone, and the server started anew.
    timer = setTimeout(() => {
      show("venter");
      wait = Math.min(wait * 2, LONGEST_WAIT);
      pump();
    }, wait);
  };

  // Two presses of one button are one word, as long as the first is not answered.
  const waitsAlready = (event) => {
    const last = queue().findLast((each) => isSame(each, event) && each.slag === event.slag);
    return last && ["til", "hvorfor"].every((name) => (last[name] ?? "") === (event[name] ?? "")) ? last : undefined;
  };

  const post = (event) => {
    const waits = waitsAlready(event);
    if (waits) return waits.id;
    const made = { id: crypto.randomUUID(), ...event };
    setQueue([...queue(), made]);
    if (!underway.size) pump();
    return made.id;
  };

  // ---- What came of it ----

  const isSame = (one, other) =>
    ["datasett", "gjelder", "felt"].every((name) => (one[name] ?? "") === (other[name] ?? ""));

  const settle = (receipts) => {
    let posts = queue();
    for (const receipt of receipts) {
      const sent = posts.find(({ id }) => id === receipt.id);
      underway.delete(receipt.id);
      if (!sent || receipt.igjen) continue;
      posts = posts.filter((each) => each !== sent);
      // What was written after it, before the answer came, has seen it.
      for (const later of posts) {
        if (receipt.nr && later.seen != null && isSame(later, sent)) {
          later.seen = Math.max(later.seen, receipt.nr);
        }
      }
      if (receipt.nr) {
        forgetDraft(sent, receipt.nr);
        empty(sent);
      }
      else if (receipt.nyere?.length) tellDraft(sent, receipt.nyere);
      document.dispatchEvent(new CustomEvent("written", { detail: { post: sent, receipt } }));
    }
    setQueue(posts);
  };

  // Called by Streamlit each time a page is drawn.
  const receive = (data, setTrigger) => {
    tell = setTrigger;
    isIn = !!data.hvem;
    if (isIn) who = data.hvem;
    if (isIn) goBack();
    const mine = data.kvittert.filter(() => isIn);
    const wasUnderway = underway.size;
    settle(mine);
    const kept = mine.filter(({ nr }) => nr);
    const refused = mine.find(({ avvist, igjen }) => avvist && !igjen);
    const again = mine.find(({ igjen }) => igjen);
    if (refused) {
      const others = (refused.nyere ?? []).map(({ navn, tid }) => `${navn}, ${clock(tid)}`);
      show("avvist", [refused.avvist, ...others].join(" "));
    }
    else if (again) show("venter", again.avvist);
    else if (kept.length && !queue().length) show("lagret");
    else if (!isIn && queue().length) show("ute");
    if (kept.length) wait = PATIENCE;
    restoreDrafts();
    lookAgain();
    if (again) {
      clearTimeout(timer);
      timer = setTimeout(pump, (wait = Math.min(wait * 2, LONGEST_WAIT)));
    } else if (!underway.size || !wasUnderway) pump();
  };

  const clock = (moment) =>
    new Date(moment).toLocaleTimeString("nb", { hour: "2-digit", minute: "2-digit" });

  const show = (name, text = "") => {
    [state, says] = [name, text];
    for (const line of document.querySelectorAll("[data-lagring]")) {
      const shown = [line.dataset[state] ?? "", says].filter(Boolean).join(" ");
      if (line.textContent !== shown) line.textContent = shown;
      line.dataset.tilstand = state;
    }
  };

  // ---- Buttons and forms ----

  const written = (form) => {
    const values = {};
    let hvorfor = "";
    for (const control of form.elements) {
      if (!control.name || control.disabled) continue;
      if (["checkbox", "radio"].includes(control.type) && !control.checked) {
        if (control.type === "checkbox") values[control.name] ??= [];
        continue;
      }
      if (control.name === "hvorfor") hvorfor = control.value.trim();
      else if (control.type === "checkbox") (values[control.name] ??= []).push(control.value);
      else values[control.name] = control.value;
    }
    return { til: JSON.stringify(values), hvorfor };
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest?.("form[data-event]");
    if (!form) return;
    event.preventDefault();
    const said = { ...about(form), ...written(form) };
    // The button that was pressed may say what kind of writing it is.
    Object.assign(said, JSON.parse(event.submitter?.dataset.somEvent ?? "{}"));
    post(said);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-event]");
    if (button) post(JSON.parse(button.dataset.event));
    const account = event.target.closest?.("[data-konto]")?.dataset.konto;
    if (!account || !tell) return;
    if (account === "inn") memory.write("tilbake", location.pathname + location.search);
    tell("konto", account);
  });

  // The provider sends everybody to the front page; she was somewhere when she left.
  const goBack = () => {
    const place = memory.read("tilbake");
    memory.write("tilbake", undefined);
    if (!place || location.pathname !== "/" || place === location.pathname + location.search) return;
    history.pushState({}, "", place);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  // ---- Drafts: what is half written ----

  const draftKey = ({ datasett, gjelder, felt }) => `kladd:${who}:${datasett}|${gjelder}|${felt ?? ""}`;

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-event]");
    if (!form || !who) return;
    form.isTouched = true;
    const { seen } = about(form);
    memory.write(draftKey(JSON.parse(form.dataset.event)), { ...written(form), seen });
  });

  // What a form is about, and how much had been read when she began to write in it: what others
  // have written since then she has not seen, however the page looks now.
  const about = (form) => {
    const said = JSON.parse(form.dataset.event);
    const draft = memory.read(draftKey(said));
    return { ...said, ...(draft?.seen != null && { seen: draft.seen }) };
  };

  const forgetDraft = (sent, nr) => {
    const draft = memory.read(draftKey(sent));
    if (!draft) return;
    const isAll = draft.til === sent.til && draft.hvorfor === sent.hvorfor;
    memory.write(draftKey(sent), isAll ? undefined : { ...draft, seen: nr });
  };

  // What says one thing more each time is empty when that is kept; what she has written since stays.
  const empty = (sent) => {
    for (const form of document.querySelectorAll("form[data-tom]")) {
      const said = JSON.parse(form.dataset.event);
      const isIt = said.slag === sent.slag && draftKey(said) === draftKey(sent);
      if (!isIt || written(form).hvorfor !== sent.hvorfor) continue;
      form.reset();
      form.isTouched = false;
    }
  };

  // She is told what others have written, and may write after it.
  const tellDraft = (sent, newer) => {
    const draft = memory.read(draftKey(sent)) ?? { til: sent.til, hvorfor: sent.hvorfor };
    memory.write(draftKey(sent), { ...draft, seen: Math.max(...newer.map(({ nr }) => nr)) });
  };

  const restoreDrafts = () => {
    if (!isIn) return;
    for (const form of document.querySelectorAll("form[data-event]")) {
      const key = draftKey(JSON.parse(form.dataset.event));
      if (form.restored === key || form.isTouched) continue;
      form.restored = key;
      const draft = memory.read(key);
      if (!draft) continue;
      const values = { ...JSON.parse(draft.til), hvorfor: draft.hvorfor };
      for (const control of form.elements) {
        const value = values[control.name];
        if (value === undefined) continue;
        if (["checkbox", "radio"].includes(control.type)) {
          control.checked = [value].flat().includes(control.value);
        } else control.value = value;
      }
    }
  };

  document.addEventListener("patched", () => {
    for (const form of document.querySelectorAll("form[data-event]")) {
      const key = draftKey(JSON.parse(form.dataset.event));
      // The same form may come to be about something else.
      if (form.about && form.about !== key) {
        form.isTouched = false;
        form.restored = undefined;
        form.reset();
      }
      form.about = key;
    }
    restoreDrafts();
    show(state, says);
    lookAgain();
  });

  // ---- What goes on at the server ----

  // A page that shows something on its way looks again by itself, for as long as it is there.
  let looking;
  const lookAgain = () => {
    clearTimeout(looking);
    const seconds = document.querySelector("[data-se-igjen]")?.dataset.seIgjen;
    if (seconds) looking = setTimeout(() => tell?.("skrevet", []), 1000 * seconds);
  };

  window.writing = { receive, post, waiting: () => queue().length };
})();
