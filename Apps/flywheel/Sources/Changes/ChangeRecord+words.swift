import FlywheelKit
import FlywheelStore

extension ListingChange {
    /// What it sets in few words, with the codes of attributes: `price 20.00 to 18.00`, `brand = Acme, item_name = ?`.
    var words: String { words(naming: \.self) }

    /// The same as people read it: `brand = Acme, item name = ?`.
    var inWords: String { words(naming: \.inWords) }

    private func words(naming name: (String) -> String) -> String {
        switch self {
        case .price(let price): "price \(Numbers.amount(price.from)) to \(Numbers.amount(price.to))"
        case .attributes(let attributes):
            attributes.map { "\(name($0.name)) = \($0.value ?? "?")" }.joined(separator: ", ")
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
        func words(_ units: Double) -> String { Numbers.fixed(units, decimals: 2) }
        return switch (unitsNow, unitsThen) {
        case (let now?, let then?): "\(words(now)) to \(words(then)) units a day"
        case (let now?, nil): "\(words(now)) units a day now; how many then is not known"
        case (nil, let then?): "\(words(then)) units a day then; how many now is not known"
        case (nil, nil): "how many units it sells a day is not known, now or then"
        }
    }
}
