import FlywheelKit
import FlywheelStore

extension ListingChange {
    /// What it sets in few words: `price 20.00 to 18.00`, `brand = Acme, color = ?`.
    var words: String {
        switch self {
        case .price(let price): "price \(Numbers.amount(price.from)) to \(Numbers.amount(price.to))"
        case .attributes(let attributes):
            attributes.map { "\($0.name) = \($0.value ?? "?")" }.joined(separator: ", ")
        }
    }

    /// The price it sets, where it sets one.
    var price: PriceChange? { if case .price(let price) = self { price } else { nil } }

    /// The attributes it sets.
    var attributes: [AttributeChange] { if case .attributes(let attributes) = self { attributes } else { [] } }
}

extension ChangeRecord.State {
    /// The state as people read it.
    var words: String { self == .takenBack ? "taken back" : rawValue }
}

extension ChangeRecord {
    /// Where it stands, for people.
    var standing: Table.Cell {
        switch state {
        case .proposed: Table.Cell(state.words, .yellow)
        case .approved: Table.Cell(state.words, .green)
        default: Table.Cell(state.words)
        }
    }

    /// What it is expected to bring more a day, as people read it.
    var gainWords: String { proposal.price?.gain.map(Numbers.money) ?? "?" }
}

extension PriceChange {
    /// Units a day with two decimals, before and after.
    var unitsWords: String {
        func words(_ units: Double?) -> String { units.map { Numbers.fixed($0, decimals: 2) } ?? "?" }
        return "\(words(unitsNow)) to \(words(unitsThen)) units a day"
    }
}
