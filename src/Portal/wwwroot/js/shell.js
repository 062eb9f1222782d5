// The frame's own script: keys, menus, activity. It knows no page; a page names its keys in its markup.
//   data-key="R"          the element is clicked (an input: focused) by that key; letters only outside inputs
//   data-key-focus        that key only moves the focus there
//   data-rows             J and K walk through the links or rows in it, Enter opens
//   data-dialog="id"      opens that <dialog>
//   data-focus="id"       moves the focus there
//   data-reveal="id"      shows and hides a password
//   data-close            closes the menu it lies in
//   data-copy="text"      copies the text
//   data-print            prints the page
//   data-full=".pane"     shows what it lies in on the whole screen, and back
//   data-faster=".pane"   plays what lies in there at one and a half times the speed, and back

const typing = element => element?.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]");
const shown = element => element.offsetParent !== null && !element.disabled;

function comboOf(event) {
  let key = event.key;
  if (event.altKey && /^(Key|Digit)/.test(event.code)) key = event.code.slice(-1);
  if (key === " ") key = "Space";
  if (key.length === 1) key = key.toUpperCase();
  return (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + key;
}

function press(combo) {
  const target = [...document.querySelectorAll("[data-key]")].find(e => e.dataset.key.split(" ").includes(combo) && shown(e));
  if (!target) return false;
  if (typing(target) || "keyFocus" in target.dataset) {
    target.focus();
    if (target.type === "search") target.select();
  } else {
    // A key leaves no field: what is typed there is taken first, as a mouse does it.
    if (typing(document.activeElement)) document.activeElement.dispatchEvent(new Event("change", { bubbles: true }));
    target.click();
  }
  return true;
}

function walk(step) {
  const rows = [...document.querySelectorAll("[data-rows] a[href]:not([data-case]), [data-rows] [tabindex='0']")].filter(shown);
  if (rows.length === 0) return false;
  let at = rows.indexOf(document.activeElement);
  if (at < 0) at = rows.findIndex(row => row.hasAttribute("aria-current"));
  const next = at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function leave() {
  const menu = document.querySelector("details.c-pop[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return true;
  }
  const way = [...document.querySelectorAll("[data-key~='Esc']")].find(shown);
  if (way) {
    way.click();
    return true;
  }
  if (typing(document.activeElement)) {
    document.activeElement.blur();
    return true;
  }
  return false;
}

document.addEventListener("keydown", event => {
  if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const combo = comboOf(event);
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && event.key.length === 1;
  if (plain && typing(document.activeElement)) return;
  if (combo === "Space" && document.activeElement?.matches("a, button, input, summary, video, audio")) return; // it has its own use for the key
  const done = event.key === "Escape" ? leave()
    : combo === "?" ? openDialog("keys")
    : combo === "J" ? walk(1)
    : combo === "K" ? walk(-1)
    : press(combo);
  if (done) event.preventDefault();
});

// A list that is open under its box takes these keys before the form and the page do; the box itself answers them.
// Enter chooses within a form that it must not send; the search of every page is a form of its own and answers Enter when it is sent.
document.addEventListener("keydown", event => {
  const box = event.target.closest?.("[role=combobox][aria-expanded=true]");
  const chooses = event.key === "Enter" && box?.closest(".c-chooser");
  if (box && (chooses || ["ArrowDown", "ArrowUp", "Escape"].includes(event.key))) event.preventDefault();
}, true);

function openDialog(id) {
  document.getElementById(id)?.showModal();
  return true;
}

function playFaster(button, player) {
  player.playbackRate = player.playbackRate === 1 ? 1.5 : 1;
  button.setAttribute("aria-pressed", String(player.playbackRate !== 1));
}

document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.c-pop[open]")) {
    if (!menu.contains(event.target) || event.target.closest("[data-close], [data-dialog]")) menu.open = false;
  }
  const from = event.target.closest("[data-dialog], [data-focus], [data-reveal], [data-copy], [data-print], [data-full], [data-faster]");
  if (!from) return;
  const { dialog, focus, reveal, copy, full, faster } = from.dataset;
  if (dialog) openDialog(dialog);
  if (focus) document.getElementById(focus)?.focus();
  if (copy) copyText(copy);
  if ("print" in from.dataset) window.print();
  if (full) document.fullscreenElement ? document.exitFullscreen() : from.closest(full).requestFullscreen();
  if (faster) playFaster(from, from.closest(faster).querySelector("audio, video"));
  if (reveal) {
    const input = document.getElementById(reveal);
    const hide = input.type === "text";
    input.type = hide ? "password" : "text";
    from.setAttribute("aria-pressed", String(!hide));
    from.firstElementChild.className = `fa-solid ${hide ? "fa-eye" : "fa-eye-slash"}`;
  }
});

// ---- what a field lacks is said by us: the browser would say it in a bubble, in its own language ----

function wrongIn(field) {
  const is = field.validity;
  const label = (field.labels?.[0]?.firstChild?.textContent ?? field.getAttribute("aria-label") ?? "").trim();
  const named = label ? `“${label}”` : "这一项";
  if (is.valueMissing) return field.matches("select, [type=radio], [type=checkbox], [type=file]") ? `请选择${named}` : `请填写${named}`;
  if (is.rangeUnderflow) return `${named}不能小于 ${field.min}`;
  if (is.rangeOverflow) return `${named}不能大于 ${field.max}`;
  if (is.tooShort) return `${named}最少 ${field.minLength} 个字`;
  return `${named}的格式不对，请检查`;
}

function sayWrong(field) {
  let note = document.getElementById("invalid");
  if (!note) {
    note = Object.assign(document.createElement("p"), { id: "invalid", className: "c-invalid" });
    note.setAttribute("role", "alert");
    document.body.append(note);
  }
  field.focus(); // leaving what was pressed hides the note, so it comes after
  const at = field.getBoundingClientRect();
  note.textContent = wrongIn(field);
  note.hidden = false;
  Object.assign(note.style, { left: `${at.left}px`, top: `${at.bottom + 4}px` });
}

document.addEventListener("invalid", event => {
  event.preventDefault();
  const first = event.target.form?.querySelector(":invalid:not(fieldset)") ?? event.target;
  if (event.target === first) sayWrong(first);
}, true);

for (const kind of ["input", "change", "focusout", "resize"]) {
  addEventListener(kind, () => {
    const note = document.getElementById("invalid");
    if (note) note.hidden = true;
  }, true);
}

async function copyText(text) {
  // The intranet is often plain http, where the clipboard interface is absent.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

// ---- somebody at the keyboard keeps the session; nobody for long enough ends it, in all windows together ----

const idleMinutes = Number(document.documentElement.dataset.idleMinutes);
const store = "court.lastActivity";
const pingEvery = 60_000;
let lastPing = 0;

function active() {
  const now = Date.now();
  localStorage.setItem(store, String(now));
  const notice = document.getElementById("idle");
  if (notice && !notice.hidden) notice.hidden = true;
  if (now - lastPing < pingEvery) return;
  lastPing = now;
  fetch("/session/alive", { method: "POST" }).then(answer => {
    if (answer.status === 401) signOutPage("ended");
  }, () => { lastPing = 0; });
}

function signOutPage(why) {
  location.assign(`/sign-in?why=${why}&returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
}

function watchIdle() {
  const idle = (Date.now() - Number(localStorage.getItem(store) ?? 0)) / 60_000;
  const notice = document.getElementById("idle");
  if (notice) notice.hidden = idle < idleMinutes - 1;
  if (idle < idleMinutes) return;
  const form = document.getElementById("idle-out");
  if (!form) return signOutPage("idle");
  form.elements.returnUrl.value = location.pathname + location.search;
  form.submit();
}

if (idleMinutes > 0) {
  active();
  let quiet = false;
  const noticed = () => {
    if (quiet) return;
    quiet = true;
    setTimeout(() => { quiet = false; }, 1000);
    active();
  };
  for (const kind of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]) addEventListener(kind, noticed, { passive: true, capture: true });
  setInterval(watchIdle, 5000);
}

window.court = {
  rememberNav: min => { document.cookie = `nav=${min ? "min" : "wide"}; path=/; max-age=31536000; samesite=lax`; },
  focus: id => document.getElementById(id)?.focus(),
};
