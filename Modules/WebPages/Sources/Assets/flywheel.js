// What makes pages quicker to work with. Every page works without it: forms are posted, links are followed.
// The server writes all words; the script only moves, counts, sends and shows.
"use strict";
{
    const one = (selector, within = document) => within.querySelector(selector);
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const body = document.body;

    // ---- Rows: the focus is the cursor, so that Tab, a screen reader and these keys agree on where one is.

    const rows = () => all("tr[data-row]");
    const rowOf = (element) => element?.closest?.("tr[data-row]") ?? null;
    const here = () => rowOf(document.activeElement);
    const boxOf = (row) => one('input[type="checkbox"]', row);

    const goTo = (row) => {
        const link = row && one(".what a", row);
        link?.focus();
        row?.scrollIntoView({ block: "nearest" });
    };

    // The page that comes next begins at the row one was on.
    const keepPlace = () => {
        const row = here();
        if (row) sessionStorage.setItem("row", row.dataset.row);
    };

    const step = (by) => {
        const list = rows();
        const place = list.indexOf(here());
        goTo(place < 0 ? list[0] : list[Math.min(Math.max(place + by, 0), list.length - 1)]);
    };

    // ---- Selection: buttons say how many rows they are about.

    let lastPicked = null;

    const countSelected = () => {
        const count = all('input[name="id"][form="bulk"]:checked').length;
        for (const place of all("[data-selected]")) place.textContent = count ? String(count) : "";
    };

    const pick = (row, isToHere) => {
        const box = row && boxOf(row);
        if (!box) return;
        const list = rows();
        const from = list.indexOf(lastPicked);
        if (isToHere && from >= 0) {
            const to = list.indexOf(row);
            for (const between of list.slice(Math.min(from, to), Math.max(from, to) + 1)) {
                const other = boxOf(between);
                if (other) other.checked = true;
            }
        } else {
            box.checked = !box.checked;
        }
        lastPicked = row;
        countSelected();
    };

    // ---- Saying things aloud: politely, and never more than once in half a minute for changes made by others.

    const spoken = document.createElement("p");
    spoken.className = "heard";
    spoken.setAttribute("role", "status");
    body.append(spoken);

    const say = (text) => { spoken.textContent = text; };

    const quietFor = 30_000;
    let sayLater = 0;
    let lastSaid = -quietFor;

    const saySeldom = (text) => {
        clearTimeout(sayLater);
        const wait = Math.max(0, lastSaid + quietFor - performance.now());
        sayLater = setTimeout(() => {
            lastSaid = performance.now();
            say(text());
        }, wait);
    };

    // ---- Keys (switched off in the settings by leaving data-keys away).

    const pages = { t: "/today", q: "/queue", c: "/cases", l: "/listings", p: "/plan", w: "/wheel", d: "/data" };
    let isGoing = 0;
    let copied = { row: null, times: 0 };

    const isField = (element) =>
        element.isContentEditable || element.matches?.('textarea, select, input:not([type="checkbox"], [type="radio"])');

    // A button or a link says by data-key which key presses it: in the row first, else on the page.
    const press = (key) => {
        const name = `[data-key="${CSS.escape(key)}"]`;
        const row = here();
        const target = (row && one(name, row)) ?? all(name).find((element) => !rowOf(element));
        target?.click();
        return Boolean(target);
    };

    const copy = async () => {
        const row = here();
        if (!row) return;
        copied = { row, times: copied.row === row ? copied.times + 1 : 0 };
        const link = one(".what a", row);
        const id = row.dataset.row;
        const text = [id, `${id} ${link.textContent}`, link.href][copied.times % 3];
        await navigator.clipboard.writeText(text);
        say(text);
    };

    const actions = {
        j: () => step(1),
        k: () => step(-1),
        x: () => pick(here(), false),
        X: () => pick(here(), true),
        y: copy,
        "/": () => one("[data-search]")?.focus(),
        ".": () => one("[data-refresh]")?.click(),
        "?": () => location.assign("/help/keys"),
        g: () => { isGoing = performance.now(); },
    };

    const onKey = (event) => {
        if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
        if (isField(event.target)) return;
        const { key } = event;
        if (isGoing && performance.now() - isGoing < 2_000 && Object.hasOwn(pages, key)) {
            isGoing = 0;
            location.assign(pages[key]);
        } else if (Object.hasOwn(actions, key)) {
            actions[key]();
        } else if (key.length !== 1 || !press(key)) {
            return;
        }
        event.preventDefault();
    };

    if ("keys" in body.dataset) document.addEventListener("keydown", onKey);

    // ---- Forms sent without leaving the page. The answer is the page they would have led to; of it, the row and what is
    //      told are taken. Where somebody else was quicker (409) or something failed, the answer takes the page's place.

    const show = (answer) => {
        document.title = answer.title;
        one("main").replaceWith(one("main", answer));
        one("main").focus();
    };

    const takeOver = (answer, id, isSmooth) => {
        const told = one("#told", answer);
        const row = id && answer.getElementById(`row-${id}`);
        if (!isSmooth || !told) return show(answer);
        one("#told").replaceChildren(...told.childNodes);
        const old = id && document.getElementById(`row-${id}`);
        if (old && row) {
            const hadFocus = old.contains(document.activeElement) || document.activeElement === body;
            old.replaceWith(row);
            if (hadFocus) goTo(row);
        } else if (old) {
            // It is not among the rows any more; those below keep their places all the same.
            old.dataset.changed = "";
            one(".do", old)?.replaceChildren();
        }
        countSelected();
    };

    const send = async (form, button) => {
        const data = new FormData(form, button);
        form.dataset.sending = "";
        button?.setAttribute("aria-disabled", "true");
        try {
            const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
            const reply = await fetch(address, {
                method: "POST", body: new URLSearchParams(data), headers: { Accept: "text/html" },
            });
            const answer = new DOMParser().parseFromString(await reply.text(), "text/html");
            if (!one("main", answer)) throw new Error("the answer is no page");
            if (reply.ok) forgetDrafts(draftsOf(form));
            takeOver(answer, rowOf(form)?.dataset.row, reply.ok);
        } catch {
            // Nobody knows whether it arrived. The page as the server has it will tell.
            location.reload();
        } finally {
            delete form.dataset.sending;
            button?.removeAttribute("aria-disabled");
        }
    };

    // What changes something is sent once, however often its button is pressed. A form that looks for something may be sent again.
    document.addEventListener("submit", (event) => {
        const form = event.target;
        if ("sending" in form.dataset) return event.preventDefault();
        if ("inPlace" in form.dataset) {
            event.preventDefault();
            return send(form, event.submitter);
        }
        keepPlace();
        if (form.getAttribute("method") !== "post") return;
        form.dataset.sending = "";
        sessionStorage.setItem("sent", JSON.stringify(draftsOf(form)));
    });

    // Whoever comes back to the page as it was left may send its forms again.
    window.addEventListener("pageshow", (event) => {
        if (!event.persisted) return;
        for (const form of all("form[data-sending]")) delete form.dataset.sending;
    });

    document.addEventListener("change", (event) => {
        if (!event.target.matches?.('input[name="id"][form="bulk"]')) return;
        lastPicked = rowOf(event.target);
        countSelected();
    });

    // ---- Drafts: what was typed outlives a lost page, until it is accepted or the window is closed.

    const draftKey = (field) => `draft ${location.pathname} ${field.name}`;

    const draftsOf = (form) => all("textarea[name]", form).map(draftKey);

    const forgetDrafts = (keys) => {
        for (const key of keys) sessionStorage.removeItem(key);
    };

    // The page that a form leads to tells whether it was accepted; one that was only loaded again, or gone back to, does not.
    if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
        const sent = sessionStorage.getItem("sent");
        sessionStorage.removeItem("sent");
        if (sent && !one("[data-refused], #faults")) forgetDrafts(JSON.parse(sent));
    }

    for (const field of all("textarea[name]")) {
        const draft = sessionStorage.getItem(draftKey(field));
        if (draft && !field.value) field.value = draft;
    }

    document.addEventListener("input", (event) => {
        if (event.target.matches?.("textarea[name]")) sessionStorage.setItem(draftKey(event.target), event.target.value);
    });

    // ---- Live changes: state and owner of a row change in place. Rows never move, come or go by themselves.
    //      The stream tells events of the journal by their names, with the state after them.

    const lists = {
        X: {
            states: [
                "claimed", "released", "snoozed", "closed", "dismissed", "reopened", "notFixed", "verified", "unverified",
                "cleared", "lapsed", "cameTrue",
            ],
            others: ["assigned", "undone", "woken"],
            chip: ({ event, state }) => {
                if (event === "snoozed") return "snoozed";
                return event === "claimed" && state !== "notFixed" ? "claimed" : state;
            },
        },
        C: {
            states: [
                "taken", "claimed", "released", "assigned", "routed", "escalated", "held", "moved", "labelled", "drafted",
                "approved", "noted", "promised", "closed", "reopened", "disputed", "decided", "merged", "unmerged", "undone",
            ],
            others: [],
            chip: ({ state }) => state,
        },
    };

    const ownerAfter = ({ event, actor, detail }) => {
        // A group has no name in the column of people.
        const named = detail?.startsWith("group ") ? undefined : detail;
        return { claimed: actor, assigned: named, routed: named, released: "" }[event];
    };

    const follow = (bar) => {
        const refresh = one("[data-refresh]", bar);
        const changed = one("[data-changed]", bar);
        const pause = one("[data-pause]", bar);
        const list = lists[bar.dataset.of];
        const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
            timeStyle: "short", timeZone: bar.dataset.zone,
        });
        const subjects = new Set();
        let source = null;
        let others = 0;

        const tell = () => {
            one("[data-changes]", bar).textContent = String(subjects.size + others);
            changed.hidden = false;
            saySeldom(() => changed.textContent);
        };

        const apply = (change) => {
            if (!change.subject?.startsWith(bar.dataset.of)) return;
            // What one has done oneself is on the page already.
            if (change.actor !== body.dataset.person) {
                subjects.add(change.subject);
                tell();
            }
            const row = document.getElementById(`row-${change.subject}`);
            if (!row) return;
            const chip = (name) => one(`template[data-chip="${CSS.escape(name)}"]`, bar);
            if (list.states.includes(change.event)) {
                const found = chip(list.chip(change));
                if (found) one("[data-state]", row).replaceChildren(found.content.cloneNode(true));
            }
            const owner = ownerAfter(change);
            if (owner !== undefined) one("[data-owner]", row).textContent = owner;
            one("[data-time]", row).textContent = clock.format(new Date(change.at));
            row.dataset.changed = "";
        };

        const hear = (take) => (event) => {
            let change;
            try { change = JSON.parse(event.data); } catch { return; }
            take(change);
        };

        const begin = () => {
            source = new EventSource(bar.dataset.events);
            for (const name of [...list.states, ...list.others]) source.addEventListener(name, hear(apply));
            // A rotation changes too much to be told one by one.
            source.addEventListener("entry", hear((entry) => {
                others += entry.events ?? 1;
                tell();
            }));
        };

        pause.hidden = false;
        pause.addEventListener("click", () => {
            const isPaused = pause.getAttribute("aria-pressed") !== "true";
            pause.setAttribute("aria-pressed", String(isPaused));
            if (isPaused) source.close(); else begin();
        });
        refresh.addEventListener("click", keepPlace);
        begin();
    };

    for (const bar of all(".live[data-events]")) follow(bar);

    // ---- Where one was

    const kept = sessionStorage.getItem("row");
    sessionStorage.removeItem("row");
    if (kept) goTo(document.getElementById(`row-${kept}`));

    // ---- A form that was not accepted: reading goes on with what has to be mended.

    one("#faults")?.focus();
    countSelected();
}
