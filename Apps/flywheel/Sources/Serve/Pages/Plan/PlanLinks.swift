import FlywheelKit
import WebPages

/// The four pages of planning.
struct PlanLinks {
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        return """
            <nav class="actions" aria-label="\(phrases("plan.pages"))">
            <a href="/plan/orders">\(phrases("plan.link.orders"))</a> <a href="/plan/stock">\(phrases("plan.link.stock"))</a>
            <a href="/plan/forecast">\(phrases("plan.link.forecast"))</a> <a href="/plan/prices">\(phrases("plan.link.prices"))</a>
            </nav>
            """
    }
}

extension Reader {
    /// A listing, as a link to one of its pages, with its title and where it is sold.
    func listing(_ subject: Subject, title: String?, at address: Address) -> HTML {
        let name = title.map { "<br><span class=\"muted\"><bdi>\($0)</bdi></span>" as HTML }
        return """
            <a href="\(address)" translate="no">\(subject.code)</a> \
            <span class="muted">\(marketplace(subject.marketplace)), <bdi>\(subject.account)</bdi></span>\(name)
            """
    }
}
