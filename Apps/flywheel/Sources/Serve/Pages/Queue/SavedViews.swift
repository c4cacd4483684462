import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// Names that somebody gave to views of the queue; their browser keeps them. Beside them stand the views of everybody.
struct SavedViews {
    let visit: PageVisit
    /// Names with their queries.
    let own: [(name: String, query: String)]

    private static let cookie = "flywheel-views"
    /// What a browser keeps of one cookie, with room for its name.
    private static let mostBytes = 3_500

    init(_ visit: PageVisit) {
        self.visit = visit
        own = FlywheelWeb.Fields(encoded: visit.request.cookie(Self.cookie) ?? "").fields.map { ($0.name, $0.value) }
    }

    private static let common: [(key: String, query: [(name: String, value: String)])] = [
        ("queue.view.mine", [("mine", "on")]), ("queue.view.unownedA", [("tier", "A"), ("unclaimed", "on")]),
        ("queue.view.today", [("act-by", "today")]), ("queue.view.notFixed", [("state", "not-fixed")]),
        ("queue.view.snoozed", [("state", "snoozed")]),
    ]

    /// Links to the views, and a form that keeps the one that is shown.
    func html(current view: QueueView) -> HTML {
        let now = view.address([:])
        func link(_ name: HTML, _ address: Address) -> HTML {
            "<li><a href=\"\(address)\"\(attribute: "aria-current", address == now ? "true" : nil)>\(name)</a></li>"
        }
        let common = Self.common.map { link(visit.words($0.key), Address("/queue", query: $0.query)) }
        let own = own.map { name, query -> HTML in
            let fields = FlywheelWeb.Fields(encoded: query).fields.map { (name: $0.name, value: $0.value) }
            return link("<bdi>\(name)</bdi>", Address("/queue", query: fields))
        }
        return """
            <nav class="views" aria-label="\(visit.words("queue.views"))"><ul>
            \(common + own)
            </ul></nav>\(view.isNarrow ? keep(view) : .nothing)
            """
    }

    private func keep(_ view: QueueView) -> HTML {
        let form = Form(
            to: "/queue/views", class: "actions",
            hidden: ["return": visit.address.text, "query": view.address([:]).query],
            content: """
                <label for="view-name">\(visit.words("queue.view.name"))</label>
                <input id="view-name" name="name" maxlength="40" required>
                <button>\(visit.words("queue.view.keep"))</button>
                <button name="forget" value="on">\(visit.words("queue.view.forget"))</button>
                """)
        return
            "<details><summary>\(visit.words("queue.view.change"))</summary>\(form.html(for: visit.reader))</details>"
    }

    /// The cookie with a view more, or one less; `nil` where a browser would not keep it.
    func changed(keeping name: String, query: String) -> String? {
        let rest = own.filter { $0.name != name } + (query.isEmpty ? [] : [(name: name, query: query)])
        let text = Address("/queue", query: rest.map { (name: $0.name, value: $0.query) }).query
        guard text.utf8.count <= Self.mostBytes else { return nil }
        return "\(Self.cookie)=\(text); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
    }
}

extension Pages {
    /// Keeps a view under a name, or forgets it.
    var savedViews: [Route] {
        [
            post("/queue/views", for: .right(.look)) { visit in
                let name = visit.field("name")
                let query = visit.field("forget").isEmpty ? visit.field("query") : ""
                guard !name.isEmpty, let cookie = SavedViews(visit).changed(keeping: name, query: query) else {
                    throw Problem(
                        .unprocessableContent, "view-not-kept",
                        "the view was not kept, expected a name and no more views than a browser keeps",
                        help: "forget one first", place: "form.name")
                }
                var reply = try visit.back(
                    orTo: "/queue",
                    saying: FlashNote(
                        key: query.isEmpty ? "queue.view.forgotten" : "queue.view.kept",
                        arguments: ["name": .text(name)]))
                reply.headers[.setCookie] = cookie
                return reply
            }
        ]
    }
}

extension Address {
    /// What follows the question mark.
    var query: String { text.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }
}
