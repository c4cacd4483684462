import Cases
import FlywheelKit
import FlywheelStore
import WebPages

extension Reader {
    /// A moment by which something has to be done; one that has passed stands out.
    func deadline(_ instant: Instant?) -> HTML {
        guard let instant else { return "–" }
        let words = formats.actBy(instant)
        return instant < formats.asOf ? "<span class=\"late\">\(words)</span>" : "\(words)"
    }

    /// Who has something, or that nobody has.
    func owner(_ name: String?) -> HTML { name.map { "<bdi>\($0)</bdi>" } ?? phrases("cases.nobody") }

    /// Where a case stands.
    func chip(_ state: CaseState) -> HTML {
        let look =
            switch state {
            case .new, .open: "active"
            case .waitingOnRequester, .waitingOnOther: "waiting"
            case .onHold: "snoozed"
            case .solved, .closed: "closed"
            }
        return "<span class=\"chip \(look)\">\(phrases("cases.state.\(state.rawValue.camelCased)"))</span>"
    }

    /// A marketplace as people call it.
    func marketplace(_ id: String) -> String { Marketplace.named(id)?.name ?? id }
}

extension String {
    /// `waiting-on-other` as `waitingOnOther`, the form that keys of the catalog have.
    var camelCased: String {
        let parts = split(separator: "-")
        return (parts.prefix(1).map(String.init) + parts.dropFirst().map { String($0).capitalizedFirst }).joined()
    }
}
