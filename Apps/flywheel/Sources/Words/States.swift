import FlywheelKit
import FlywheelStore

extension ExceptionRecord.State {
    /// The state as people read it.
    var words: String { self == .notFixed ? "not fixed" : rawValue }
}

extension ExceptionRecord {
    /// Where it stands, for people: a claim shows unless there is something worse to say, a snooze before both.
    func standing(on clock: WallClock) -> Table.Cell {
        if isSnoozed(at: clock.now), let snooze = self.snooze {
            return Table.Cell("snoozed to \(clock.short(snooze.until))")
        }
        return switch self.state {
        case .notFixed: Table.Cell("not fixed", .red)
        case .predicted, .active: self.claimedBy == nil ? Table.Cell(self.state.words) : Table.Cell("claimed")
        case .verifying, .unverified: Table.Cell(self.state.words, .yellow)
        case .verified: Table.Cell(self.state.words, .green)
        case .cleared, .lapsed, .withdrawn, .dismissed: Table.Cell(self.state.words)
        }
    }
}

extension Subject {
    /// What it is about in few words: a listing's SKU, `account US`, `order 305-11`.
    var words: String {
        let place = Marketplace.named(marketplace)?.name ?? marketplace
        switch kind {
        case .listing: return code
        case .account: return "account \(place)"
        default: return "\(kind.rawValue) \(code)"
        }
    }

    /// The marketplace as people call it.
    var marketplaceName: String { Marketplace.named(marketplace)?.name ?? marketplace }
}

extension Marketplace {
    /// Something with the marketplace it is of; it alone where that is none.
    static func beside(_ what: String, _ marketplace: String) -> String {
        [what, Self.words(marketplace)].compactMap(\.self).joined(separator: ", ")
    }

    /// A marketplace as people call it; `nil` of what belongs to none.
    static func words(_ id: String) -> String? { id == Subject.nowhere ? nil : named(id)?.name ?? id }
}

extension QueueRow.Lane {
    /// The lane's name in flags, cursors and JSON.
    var name: String {
        switch self {
        case .actNow: "act-now"
        case .active: "active"
        case .predicted: "predicted"
        case .unpriced: "unpriced"
        }
    }

    /// What its ranks begin with, so that ranks of two lanes are not mistaken for each other.
    var letter: String {
        switch self {
        case .actNow: "N"
        case .active: ""
        case .predicted: "P"
        case .unpriced: "U"
        }
    }
}

extension QueueRow.Lane: JSONValue {
    static var shape: Shape { .word(allCases.map(\.name)) }
    var json: JSON { .text(name) }
}
