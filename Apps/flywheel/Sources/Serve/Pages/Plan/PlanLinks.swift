import FlywheelKit
import WebPages

/// The four pages of planning.
struct PlanLinks {
    let reader: Reader
    /// The one that is looked at.
    var current: Address?

    var html: HTML {
        let names = ["orders", "stock", "forecast", "prices"]
        let links = names.map { name in (reader.phrases("plan.link.\(name)"), "/plan/\(name)" as Address) }
        return LinkBar(reader.phrases("plan.pages"), links, current: current).html
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
