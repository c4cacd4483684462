import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension UntakenPrice {
    /// What it means, and what to do about it.
    var words: String {
        "not taken up: the price list of \(listed) still shows \(Numbers.amount(shown)); see that its file was uploaded"
    }
}

/// A written price that the marketplace never took up, with the change that it is of.
struct UntakenChange: JSONRecord {
    let change: ChangeID
    let price: UntakenPrice

    static let members: Members<Self> = [
        "change": .value(\.change), "shown": .value(\.price.shown), "listed": .value(\.price.listed),
    ]
}

extension ShowAnswer {
    /// Those of the changes that the marketplace never took up.
    var untaken: [UntakenChange] {
        explanation.untaken.sorted { $0.key < $1.key }.map { UntakenChange(change: $0.key, price: $0.value) }
    }
}
