import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// The named views of the queue.
struct QueueViews {
    let visit: PageVisit
    let view: QueueView

    private static let common: [(key: String, query: [(name: String, value: String)])] = [
        ("queue.view.mine", [("mine", "on")]), ("queue.view.unownedA", [("tier", "A"), ("unclaimed", "on")]),
        ("queue.view.today", [("act-by", "today")]), ("queue.view.notFixed", [("state", "not-fixed")]),
        ("queue.view.snoozed", [("state", "snoozed")]),
    ]

    /// Links to the views, and a form that keeps the one that is shown.
    func html() throws -> HTML {
        let views = try SavedViewsNav(visit, of: .queue)
        let now = view.address([:])
        let common = Self.common.map { (name: visit.words($0.key), address: Address("/queue", query: $0.query)) }
        let links = views.links(to: common, current: now) { kept in
            let fields = FlywheelWeb.Fields(encoded: kept.query).fields
            return Address("/queue", query: fields.map { (name: $0.name, value: $0.value) })
        }
        return "\(links)\(view.isNarrow ? views.form(keeping: now.query, current: visit.address) : .nothing)"
    }
}

extension Pages {
    /// Keeps a view under a name, or forgets it.
    var queueViews: [Route] {
        [
            post("/queue/views", for: .right(.look)) { visit in
                // The view is read as an address is, so that what is kept can be asked for.
                let view = try QueueView(FlywheelWeb.Fields(encoded: visit.field("query")))
                return try visit.keepView(of: .queue, query: view.isNarrow ? view.address([:]).query : nil)
            }
        ]
    }
}

extension Address {
    /// What follows the question mark.
    var query: String { text.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }
}
