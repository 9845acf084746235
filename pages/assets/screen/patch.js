// The page is a document in a few pieces (see pages/parts/drawing/document.py). What comes from the
// server is put in where it differs from what stands, so that what is open, focused, scrolled, marked
// or half typed stays so. When it is done, the document says «patched».
(() => {
  const unpack = (packed) => {
    const packet = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(packet).text();
  };

  const read = (data) => {
    const end = data.indexOf(10);
    const [page, heads] = JSON.parse(new TextDecoder().decode(data.subarray(0, end)));
    let at = end + 1;
    return [page, heads.map(([name, length]) => [name, data.subarray(at, (at += length))])];
  };

  const same = (one, other) =>
    one?.length === other.length && one.every((byte, i) => byte === other[i]);

  // What a reader has written and not sent is hers, until the server has something else to say.
  const isHers = (input, next) =>
    input.value !== input.defaultValue && input.defaultValue === next.defaultValue;

  const beforeNodeMorphed = (node, next) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return true;
    // Filled by our own scripts, which are told what it says of itself.
    const [is, becomes] = [node.dataset.egen, next.dataset.egen];
    if (is !== undefined && is === becomes) {
      copyAttributes(node, next);
      return false;
    }
    // Something else becomes one of those, or one another: then it is as it comes.
    if (is !== becomes) {
      for (const { name } of [...node.attributes]) node.removeAttribute(name);
      for (const { name, value } of next.attributes) node.setAttribute(name, value);
      node.replaceChildren(...next.cloneNode(true).childNodes);
      return false;
    }
    if (node.localName === "input") node.isHers = isHers(node, next);
    // What was fetched when it was opened is fetched anew, and stands until it is there.
    if (node.open && node.hentet && next.dataset.hent) {
      node.dataset.hent = next.dataset.hent;
      node.querySelector("summary").textContent = next.querySelector("summary").textContent;
      node.dispatchEvent(new Event("toggle"));
      return false;
    }
    node.hentet = undefined;
    return true;
  };

  // What scripts and readers set is not in the HTML, and stays.
  const OURS = new Set(["open", "hidden", "aria-expanded", "aria-activedescendant", "data-pekt"]);
  const beforeAttributeUpdated = (name, node) =>
    !OURS.has(name) && !(name === "value" && node.isHers) && !(name === "tabindex" && node.pekt);

  // Most of a page keeps its shape, and only words, numbers and addresses differ. Then each node
  // has its counterpart, and there is nothing to look for; where it has not, Idiomorph finds out
  // what has come, gone and moved.
  const isAlike = (node, next) =>
    node.nodeType === next.nodeType && node.nodeName === next.nodeName && node.id === next.id;

  const copyAttributes = (node, next) => {
    for (const { name, value } of next.attributes) {
      if (node.getAttribute(name) !== value && beforeAttributeUpdated(name, node)) {
        node.setAttribute(name, value);
      }
    }
    if (node.attributes.length === next.attributes.length) return;
    for (const { name } of [...node.attributes]) {
      if (!next.hasAttribute(name) && beforeAttributeUpdated(name, node)) node.removeAttribute(name);
    }
  };

  const morphInside = (node, next) => {
    const [stands, comes] = [node.childNodes, next.childNodes];
    const keepsShape =
      stands.length === comes.length && comes.values().every((each, i) => isAlike(stands[i], each));
    if (keepsShape) comes.forEach((each, i) => morphNode(stands[i], each));
    else {
      Idiomorph.morph(node, next.childNodes, {
        morphStyle: "innerHTML",
        callbacks: { beforeNodeMorphed, beforeAttributeUpdated },
      });
    }
  };

  const morphNode = (node, next) => {
    if (node.nodeType !== Node.ELEMENT_NODE) {
      if (node.nodeValue !== next.nodeValue) node.nodeValue = next.nodeValue;
    } else if (beforeNodeMorphed(node, next)) {
      copyAttributes(node, next);
      if (node.localName === "input" && !node.isHers) node.value = next.value;
      morphInside(node, next);
    }
  };

  const morph = (piece, html) => {
    const next = document.createElement("template");
    next.innerHTML = html;
    morphInside(piece, next.content);
  };

  const put = (piece, html, isAnotherPage) => {
    // Of another page nothing stands, but where the reader is and what is drawn by our own scripts.
    const stands = piece.contains(document.activeElement) || piece.querySelector("[data-egen]");
    if (isAnotherPage && !stands) piece.innerHTML = html;
    else morph(piece, html);
  };

  const apply = (root, page, pieces) => {
    const isAnotherPage = root.page !== page;
    const { classList, dataset } = document.documentElement;
    root.page = dataset.side = page;
    // What comes later of the page before is not for this one; Streamlit takes it away at the end.
    for (const each of document.querySelectorAll(".dokument")) {
      each.classList.toggle("forrige", each.page !== page);
    }
    const standing = new Map([...root.children].map((piece) => [piece.dataset.stykke, piece]));
    let place = root.firstElementChild;
    for (const [name, packed, html] of pieces) {
      let piece = standing.get(name);
      standing.delete(name);
      if (!piece) {
        piece = document.createElement("div");
        piece.dataset.stykke = name;
        piece.innerHTML = html;
      } else if (html !== undefined) put(piece, html, isAnotherPage);
      piece.packed = packed;
      if (piece === place) place = place.nextElementSibling;
      else root.insertBefore(piece, place);
    }
    for (const piece of standing.values()) piece.remove();
    classList.toggle("med-kart", !!document.querySelector("[data-stykke=funn]"));
    classList.toggle("demo", !!document.querySelector(".datasett.demo"));
    document.dispatchEvent(new CustomEvent("patched", { detail: { isAnotherPage } }));
  };

  // Called by Streamlit with what the server sent, and the element that is ours.
  window.patch = async (data, parent) => {
    const root =
      parent.querySelector(":scope > .dokument") ??
      parent.appendChild(Object.assign(document.createElement("div"), { className: "dokument" }));
    const turn = (root.turn = (root.turn ?? 0) + 1);
    const [page, pieces] = read(data);
    const unpacked = await Promise.all(
      pieces.map(async ([name, packed]) => {
        const stands = [...root.children].find((piece) => piece.dataset.stykke === name);
        return [name, packed, same(stands?.packed, packed) ? undefined : await unpack(packed)];
      }),
    );
    // Meanwhile something newer may have come, which was compared with the same as this.
    if (turn !== root.turn) return;
    apply(root, page, unpacked);
    root.applied = turn;
  };
})();
